"""Every key that docs/formats.md shows occurs in tests/data/formats, which scores.

    examples.py SOURCE VOUCH

The page shows keys in YAML, some of them in comments ("or inline: {number: ms, …}"); both are taken. Texts in quotes are
not looked into.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FIRST, LAST = "## Criteria", "## Results"
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
KEY = re.compile(r"(?<![\w.-])([A-Za-z][\w.-]*):(?=[\s\[{]|$)")
# Words of comments that only look like keys: "left out: none is asked", "{section: {child: weight}}".
PROSE = {"inline", "accept", "child", "down", "free-form", "out", "section"}
FEWEST = 100  # far fewer would mean that the page is no longer understood


def keys_of_text(text):
    return set(KEY.findall(QUOTED.sub('""', text)))


def keys_of_page(page):
    text = page[page.index(FIRST):page.index(LAST)]
    block = "\n".join(line for line in text.splitlines() if line.startswith("    "))
    return keys_of_text(block) - PROSE


def keys_of_json(value):
    if isinstance(value, dict):
        return set(value).union(*map(keys_of_json, value.values()))
    return set().union(*map(keys_of_json, value)) if isinstance(value, list) else set()


def keys_of_folder(folder):
    keys = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".yaml":
            keys |= keys_of_text(path.read_text(encoding="utf-8"))
        elif path.suffix == ".json":
            keys |= keys_of_json(json.loads(path.read_text(encoding="utf-8")))
    return keys


def main(source, vouch):
    source = pathlib.Path(source)
    example = source / "tests" / "data" / "formats"
    shown = keys_of_page((source / "docs" / "formats.md").read_text(encoding="utf-8"))
    faults = [f"no key `{key}` in tests/data/formats" for key in sorted(shown - keys_of_folder(example))]
    if len(shown) < FEWEST:
        faults.append(f"only {len(shown)} keys found on the page")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([vouch, "score", example, "-o", f"{folder}/scorecard.xlsx"], capture_output=True, text=True,
                              timeout=100, check=False)
        if done.returncode != 0:
            faults.append(f"it does not score: status {done.returncode}\n{done.stderr}")
    print(*faults, f"{len(shown)} keys, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
