"""The results have exactly the keys that docs/formats.md shows, and the schema says the same.

    keys.py SOURCE VOUCH

The page shows the document in a shorthand of JSON: a key without a value, words for values, `…` for "as before" or
"and so on". It is read as it stands, so that page, program and schema cannot part.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# What a page in shorthand cannot show: stands only where it has something to say (rules.md, 12).
SOMETIMES = {"criteria": {"agreed"}}
BESIDE = {"sensitivity_why"}  # says why `sensitivity` is null
EVALUATIONS = ["formats", "deep", "all-excluded", "one-vendor", "sixty", "hostile-text"]
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,|…]|[A-Za-z]+')


class Shape:
    """The keys of an object and their shapes; None where the page does not say."""

    def __init__(self):
        self.keys = {}


class Page:
    """Reads the shorthand."""

    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def take(self, wanted=None):
        token = self.tokens[self.at]
        assert wanted is None or token == wanted, f"{token} where {wanted} was expected"
        self.at += 1
        return token

    def value(self, before):
        """One value; `before` is what a `…` inside it repeats."""
        if self.peek() == "{":
            return self.object(before)
        if self.peek() == "[":
            return self.array(before)
        self.take()
        while self.peek() not in ",}]":
            self.take()  # words and alternatives
        return None

    def array(self, before):
        self.take("[")
        shape = None
        while self.peek() != "]":
            if self.peek() == "…":
                self.take()
                shape = shape or before
            else:
                shape = self.value(before)
            if self.peek() == ",":
                self.take()
        self.take("]")
        return shape

    def object(self, before):
        self.take("{")
        if self.peek() == "…":
            self.take()
            self.take("}")
            return before
        shape = Shape()
        last = None
        while self.peek() != "}":
            key = json.loads(self.take())
            if self.peek() == ":":
                self.take()
                # A section holds sections of its own shape.
                last = self.value(shape if key == "sections" else last)
                shape.keys[key] = last
            else:
                shape.keys[key] = None
            if self.peek() == ",":
                self.take()
        self.take("}")
        return shape


def page_shape(source):
    text = (source / "docs" / "formats.md").read_text(encoding="utf-8")
    results = text[text.index("## Results"):]
    block = "\n".join(line for line in results.splitlines() if line.startswith("    "))
    shape = Page(block).value(None)
    # The page says in words: "Top-level criteria stand in `criteria` beside `sections`, at the vendor."
    vendor = shape.keys["vendors"]
    vendor.keys["criteria"] = vendor.keys["sections"].keys["criteria"]
    return shape


def faults(shape, value, where, name):
    """Keys too many or too few in a document."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from faults(shape, one, f"{where}[{index}]", name)
    elif isinstance(value, dict) and shape is not None:
        allowed = set(shape.keys) | SOMETIMES.get(name, set()) | (BESIDE if where == "results" else set())
        for key in sorted(set(shape.keys) - set(value)):
            yield f"{where}: no key `{key}`"
        for key in sorted(set(value) - allowed):
            yield f"{where}: a key `{key}` that the page does not show"
        for key, inner in shape.keys.items():
            if key in value:
                yield from faults(inner, value[key], f"{where}.{key}", key)


def resolved(schema, part):
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return part


def schema_faults(schema, part, shape, where, name, seen=()):
    part = resolved(schema, part)
    if "items" in part:
        yield from schema_faults(schema, part["items"], shape, where, name, seen)
    elif "properties" in part and shape is not None and id(shape) not in seen:
        allowed = set(shape.keys) | SOMETIMES.get(name, set()) | (BESIDE if where == "schema" else set())
        for key in sorted(set(shape.keys) - set(part["properties"])):
            yield f"{where}: no key `{key}`"
        for key in sorted(set(part["properties"]) - allowed):
            yield f"{where}: a key `{key}` that the page does not show"
        for key in sorted(set(part.get("required", [])) - set(shape.keys)):
            yield f"{where}: `{key}` is required, and the page does not show it"
        for key, inner in shape.keys.items():
            if key in part["properties"]:
                yield from schema_faults(schema, part["properties"][key], inner, f"{where}.{key}", key,
                                         (*seen, id(shape)))


def main(source, vouch):
    source = pathlib.Path(source)
    shape = page_shape(source)
    schema = json.loads((source / "templates" / "schema" / "results.schema.json").read_text(encoding="utf-8"))
    found = list(schema_faults(schema, schema, shape, "schema", ""))
    with tempfile.TemporaryDirectory() as folder:
        for name in EVALUATIONS:
            done = subprocess.run([vouch, "score", source / "tests" / "data" / name, "-o", f"{folder}/{name}.xlsx",
                                   "--format", "json"], capture_output=True, text=True, timeout=100, check=False)
            if done.returncode not in (0, 1):
                found.append(f"{name}: status {done.returncode}\n{done.stderr}")
                continue
            found += [f"{name}: {fault}" for fault in faults(shape, json.loads(done.stdout), "results", "")]
    for fault in found[:40]:
        print(fault)
    print(f"{len(EVALUATIONS)} evaluations and the schema, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
