"""Changes cells inside a workbook's package, as a user would, without touching anything else.

    spoil(book, target)             every cached value becomes rubbish, so that only a recalculation can mend it
    patch(book, target, changes)    {(sheet, "J6"): 40.0 or "stated"}
"""
import re
import zipfile
from xml.sax.saxutils import escape

import xlsx

STALE_NUMBER = -999.0
STALE_TEXT = "STALE"
CACHED = re.compile(rb"(<c [^>]*>)(<f[^>]*?(?:/>|>[^<]*</f>))<v>[^<]*</v>")


def rewrite(path, target, rewritten):
    """A copy of the package with some parts replaced."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(name, rewritten[name] if name in rewritten else source.read(name))


def spoilt(match):
    stale = STALE_TEXT if b't="str"' in match.group(1) else f"{STALE_NUMBER:g}"
    return match.group(1) + match.group(2) + f"<v>{stale}</v>".encode()


def spoil(book, target):
    """Returns how many values were spoilt."""
    rewritten, count = {}, 0
    for sheet in book.sheets:
        rewritten[sheet.part], spoilt_here = CACHED.subn(spoilt, book.parts[sheet.part])
        count += spoilt_here
    rewrite(book.path, target, rewritten)
    return count


def patched(part, reference, value):
    """The part with another constant in a cell that is there."""
    pattern = re.compile(rb'<c r="' + reference.encode() + rb'"([^>]*?)(?:/>|>.*?</c>)', re.DOTALL)

    def constant(match):
        attributes = re.sub(rb' t="[^"]*"', b"", match.group(1))
        if isinstance(value, str):
            inside = f' t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        else:
            inside = f"><v>{value!r}</v></c>"
        return b'<c r="' + reference.encode() + b'"' + attributes + inside.encode()

    changed, count = pattern.subn(constant, part)
    if count != 1:
        raise xlsx.Malformed(f"{reference} stands {count} times on its sheet")
    return changed


def patch(book, target, changes):
    rewritten = {}
    for (name, reference), value in changes.items():
        part = book.sheet(name).part
        rewritten[part] = patched(rewritten.get(part, book.parts[part]), reference, value)
    rewrite(book.path, target, rewritten)
