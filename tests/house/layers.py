"""Checks that every file of src/ includes its own layer and lower ones only, and that pure layers are pure.

    layers.py SOURCE_DIR
"""
import pathlib
import re
import sys

LAYERS = ["base", "read", "model", "score", "report", "cli"]  # lowest first
PURE = {"model", "score"}
# What a pure layer has no business with: files, clock, locale, environment, output.
IMPURE_HEADERS = {"stdio.h", "time.h", "locale.h", "unistd.h", "fcntl.h", "dirent.h"}
# Which part of the tree alone knows a library.
KEEPERS = {"xlsxwriter.h": "report/book_write", "yaml.h": "read/yaml", "zip.h": "read/", "expat.h": "read/"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def faults_of_own(name, layer, included):
    """Faults of an include in quotes."""
    other = included.split("/")[0]
    if "/" not in included or other not in LAYERS:
        yield f'{name}: "{included}" does not name its layer'
    elif layer is None and other != "cli":
        yield f'{name}: "{included}": only cli/ is included here'
    elif layer is not None and LAYERS.index(other) > LAYERS.index(layer):
        yield f'{name}: "{included}" stands above {layer}/'


def faults_of_system(name, layer, included):
    """Faults of an include in angle brackets."""
    if layer in PURE and (included in IMPURE_HEADERS or included.startswith("sys/")):
        yield f"{name}: <{included}> in a pure layer"
    keeper = KEEPERS.get(included)
    if keeper is not None and not name.startswith(keeper):
        yield f"{name}: <{included}> belongs to {keeper} alone"


def faults_of(source, path):
    name = path.relative_to(source / "src").as_posix()
    layer = name.split("/")[0] if "/" in name else None
    if layer is not None and layer not in LAYERS:
        yield f"{name}: {layer}/ is no layer"
        return
    includes = INCLUDE.findall(path.read_text(encoding="utf-8"))
    for own, system in includes:
        yield from faults_of_own(name, layer, own) if own else faults_of_system(name, layer, system)
    header = name[:-2] + ".h"
    if name.endswith(".c") and (source / "src" / header).exists() and (not includes or includes[0][0] != header):
        yield f'{name}: its own header "{header}" is not its first include'


def main():
    source = pathlib.Path(sys.argv[1])
    files = sorted(path for ending in ("c", "h", "def") for path in (source / "src").rglob(f"*.{ending}"))
    faults = [fault for path in files for fault in faults_of(source, path)]
    print("\n".join(faults + [f"{len(files)} files, {len(faults)} faults"]))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
