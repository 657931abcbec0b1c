"""Checks sizes and refused words: files, functions, calls that are never made, things left for later.

    sizes.py SOURCE_DIR

The length of functions needs Universal Ctags; without it that part is skipped and said so.
"""
import pathlib
import re
import shutil
import subprocess
import sys

FILE_LINES_MOST = 600
FUNCTION_LINES_MOST = 60
REFUSED_CALLS = re.compile(
    r"(?<![\w.>])(sprintf|vsprintf|strcpy|strcat|strtok|atoi|atol|atof|setlocale|system|popen|gmtime|localtime|gets)\s*\(")
PRINTING = re.compile(r"(?<![\w.>])(printf|fprintf|vfprintf|puts|fputs|putchar|exit)\s*\(")
PRINTERS = ("cli/", "base/arena.c", "main.c")  # arena.c: out of memory ends the program
LATER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def blank(match):
    """Keeps the lines of what is taken out."""
    return "\n" * match.group().count("\n")


def refused_words(name, text):
    """Calls that are never made, or not at this place."""
    prints = not name.startswith("src/") or name[len("src/"):].startswith(PRINTERS)
    for number, line in enumerate(COMMENT_OR_TEXT.sub(blank, text).splitlines(), 1):
        for word in REFUSED_CALLS.findall(line):
            yield f"{name}:{number}: {word}() is never called here"
        for word in [] if prints else PRINTING.findall(line):
            yield f"{name}:{number}: {word}(): only cli/ prints and exits"


def faults_of(source, path):
    name = path.relative_to(source).as_posix()
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    if lines > FILE_LINES_MOST:
        yield f"{name}: {lines} lines, at most {FILE_LINES_MOST}"
    if path.suffix != ".py":
        yield from refused_words(name, text)
    for number, line in enumerate(text.splitlines(), 1):
        if LATER.search(line):
            yield f"{name}:{number}: something is left for later"


def long_functions(source, files):
    listing = subprocess.run(
        ["ctags", "-x", "--c-kinds=f", "--fields=+ne", "--_xformat=%N\t%F\t%n\t%e", "-L", "-"],
        input="\n".join(map(str, files)), capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        function, file, first, last = line.split("\t")
        length = int(last) - int(first) + 1
        if length > FUNCTION_LINES_MOST:
            name = pathlib.Path(file).relative_to(source).as_posix()
            yield f"{name}:{first}: {function}() has {length} lines, at most {FUNCTION_LINES_MOST}"


def has_ctags():
    return shutil.which("ctags") is not None and "Universal" in subprocess.run(
        ["ctags", "--version"], capture_output=True, text=True, check=False).stdout


def main():
    source = pathlib.Path(sys.argv[1])
    files = sorted(path for folder in ("src", "tests") for ending in ("c", "h", "def", "py")
                   for path in (source / folder).rglob(f"*.{ending}"))
    faults = [fault for path in files for fault in faults_of(source, path)]
    if has_ctags():
        faults += long_functions(source, [path for path in files if path.suffix == ".c"])
    else:
        print("skipped: length of functions, no Universal Ctags here")
    print("\n".join(faults + [f"{len(files)} files, {len(faults)} faults"]))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
