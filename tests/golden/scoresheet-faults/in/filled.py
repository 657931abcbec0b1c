"""Writes a filled scoresheet as another program would: filled.py NAME [CELL=VALUE…]

A value that begins with `=` is a formula of that last value; an empty one takes the cell out.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = {
    "C2": "Yes or No",
    "B3": "Neither I nor anyone close to me holds a share or post in any vendor.", "C3": "Yes",
    "B4": "In the last three years none of them has employed or paid me.", "C4": "Yes",
    "B5": "I keep what I read here to myself until the decision is out.", "C5": "Yes",
    "B6": "I have read how to score, and I score by this file alone.", "C6": "Yes",
    "B7": "Conflict to declare (write “none”):", "C7": "none",
    "B8": "Name", "C8": "J. Kern", "B9": "Role", "C9": "Security", "B10": "Date", "C10": "2026-10-21",
    "B11": "Evaluation", "C11": "small-2026", "B12": "Evaluator", "C12": "jk",
}
MARKS = {
    "A1": "Marks", "A2": "Vendor", "B2": "acme (acme)", "C2": "globex (globex)",
    "A4": "SEC-01", "B4": "Report", "A5": "Question", "A6": "Your level", "B6": "Partial", "C6": "In place",
    "A7": "Your reason", "B7": "Read it.", "C7": "Read it, too.",
    "A9": "SEC-02", "B9": "Tests", "A10": "Your level", "B10": "In place", "C10": "In place",
    "A11": "Your reason", "B11": "Seen.", "C11": "Seen.",
}


def sheet(cells):
    rows = {}
    for place, value in cells.items():
        rows.setdefault(int(re.sub("[A-Z]", "", place)), []).append((place, value))
    text = ""
    for row in sorted(rows):
        text += f'<row r="{row}">'
        for place, value in sorted(rows[row]):
            kind, formula = ("str", "<f>A1</f>") if value.startswith("=") else ("str", "")
            text += f'<c r="{place}" t="{kind}">{formula}<v>{escape(value.removeprefix("="))}</v></c>'
        text += "</row>"
    return f'<worksheet xmlns="{MAIN}"><sheetData>{text}</sheetData></worksheet>'


def write(name, declaration, marks):
    sheets = "".join(f'<sheet name="{title}" sheetId="{i}" r:id="r{i}"/>'
                     for i, title in enumerate(["Declaration", "Marks"], 1))
    relations = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="sheet{i}.xml"/>' for i in (1, 2))
    with zipfile.ZipFile(name, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
                                     f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>')
        book.writestr("xl/sheet1.xml", sheet(declaration))
        book.writestr("xl/sheet2.xml", sheet(marks))


def main():
    parts = {"Declaration": dict(DECLARATION), "Marks": dict(MARKS)}
    for change in sys.argv[2:]:
        place, _, value = change.partition("=")
        title, _, cell = place.partition("!")
        parts[title].pop(cell, None)
        if value:
            parts[title][cell] = value
    write(sys.argv[1], parts["Declaration"], parts["Marks"])


main()
