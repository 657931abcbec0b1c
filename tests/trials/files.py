"""Writes a case as the files of an evaluation: YAML in block style, some responses as JSON."""
import json
import re

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .%_&+:-]*")
COLON = re.compile(r":( |$)")


def scalar(value):
    text = str(value)
    plain = PLAIN.fullmatch(text) and not COLON.search(text) and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def block(value, indent):
    """The lines of a value below its key."""
    pad = "  " * indent
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, (dict, list)) and inner and not is_flat(inner):
                yield f"{pad}{scalar(key)}:"
                yield from block(inner, indent + 1)
            else:
                yield f"{pad}{scalar(key)}: {flow(inner)}"
    else:
        for item in value:
            first, *rest = list(block(item, indent + 1)) if isinstance(item, dict) else [flow(item)]
            yield f"{pad}- {first.strip()}"
            yield from rest


def is_flat(value):
    return isinstance(value, list) and not any(isinstance(item, dict) for item in value)


def flow(value):
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    return scalar(value)


def yaml(value):
    return "\n".join(block(value, 0)) + "\n"


def write(case, folder):
    """The folder of an evaluation."""
    for name in ("responses", "findings", "assessments"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "evaluation.yaml").write_text(yaml(case["evaluation"]))
    (folder / "own.yaml").write_text(yaml(case["criteria"]))
    for file, response in case["responses"].items():
        text = json.dumps(response, indent=1) if file.endswith(".json") else yaml(response)
        (folder / "responses" / file).write_text(text)
    for vendor, findings in case.get("findings", {}).items():
        (folder / "findings" / f"{vendor}.yaml").write_text(yaml(findings))
    for file, assessment in case.get("assessments", {}).items():
        (folder / "assessments" / file).write_text(yaml(assessment))
    for name, content in case.get("files", {}).items():
        (folder / "responses" / name).write_bytes(content)
