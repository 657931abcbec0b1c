"""Reads an .xlsx as a spreadsheet program would find it: formulas, cached values, styles, rules and charts.

Independent of the program under test and of openpyxl. Nothing is repaired: what is odd raises Malformed. A part is
parsed when it is asked for; `Book.parse_all()` asks for each.
"""
import dataclasses
import functools
import re
import zipfile
import xml.etree.ElementTree as ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
XML_PARTS = (".xml", ".rels", ".vml")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Malformed(Exception):
    """The package cannot be read."""


@dataclasses.dataclass
class Cell:
    row: int
    column: int
    formula: str | None
    value: object  # float, str, bool, None; errors are Error
    style: int
    array: bool = False


class Error(str):
    """An error value such as #N/A."""


class Trees(dict):
    """The XML parts of a package by name, parsed at first use."""

    def __init__(self, parts):
        super().__init__()
        self.parts = parts

    def __missing__(self, name):
        try:
            self[name] = ElementTree.fromstring(self.parts[name])
        except ElementTree.ParseError as fault:
            raise Malformed(f"{name}: {fault}") from fault
        return self[name]

    def names(self):
        return [name for name in self.parts if name.endswith(XML_PARTS)]


class Sheet:
    def __init__(self, book, name, state, part):
        self.book, self.name, self.state, self.part = book, name, state, part

    @property
    def root(self):
        return self.book.trees[self.part]

    @functools.cached_property
    def cells(self):
        """By A1 text."""
        return read_cells(self.book, self.root)

    def rows(self):
        """The cells of each row that has one, by row and column."""
        rows = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        return [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]


@dataclasses.dataclass
class Look:
    """What a cell format says, as far as the checks ask."""
    locked: bool
    font_colour: str
    fill: str | None


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number):
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def split_reference(reference):
    """Row and column of A1 text without `$`."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    if match is None:
        raise Malformed(f"{reference} is no cell")
    return int(match.group(2)), column_number(match.group(1))


def reference_of(row, column):
    return f"{column_letters(column)}{row}"


def unescaped(text):
    """`_x0041_` is how the format writes characters that XML cannot hold."""
    return ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)


def text_of(element):
    """The text of a shared or inline string, without phonetic runs."""
    if element.find(MAIN + "t") is not None:
        return unescaped(element.find(MAIN + "t").text or "")
    return unescaped("".join(run.findtext(MAIN + "t") or "" for run in element.iter(MAIN + "r")))


class Book:
    """A workbook: `sheets` in order, `looks` by style index, `names` of defined names, raw `parts`."""

    def __init__(self, path):
        self.path = path
        try:
            with zipfile.ZipFile(path) as package:
                names = package.namelist()
                if len(names) != len(set(names)):
                    raise Malformed("a part stands twice in the package")
                self.parts = {name: package.read(name) for name in names}
        except zipfile.BadZipFile as fault:
            raise Malformed(str(fault)) from fault
        self.trees = Trees(self.parts)
        self.strings = self._read_strings()
        self.looks = self._read_looks()
        self.workbook = self.trees["xl/workbook.xml"]
        self.names = {(name.get("name"), name.get("localSheetId")): name.text
                      for name in self.workbook.iter(MAIN + "definedName")}
        self.sheets = self._read_sheets()

    def parse_all(self):
        for name in self.trees.names():
            self.trees[name]

    def sheet(self, name):
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    def relations(self, part):
        """Type, target part (or address) and whether it lies outside, by id."""
        folder, _, name = part.rpartition("/")
        relations_part, found = f"{folder}/_rels/{name}.rels", {}
        if relations_part not in self.parts:
            return found
        for relation in self.trees[relations_part].iter(RELATIONS + "Relationship"):
            target, outside = relation.get("Target"), relation.get("TargetMode") == "External"
            if not outside:
                target = target[1:] if target.startswith("/") else self._joined(folder, target)
            found[relation.get("Id")] = (relation.get("Type").rpartition("/")[2], target, outside)
        return found

    def value_at(self, sheet_name, reference):
        cell = self.sheet(sheet_name).cells.get(reference)
        return None if cell is None else cell.value

    @staticmethod
    def _joined(folder, target):
        steps = folder.split("/")
        for step in target.split("/"):
            if step == "..":
                steps.pop()
            else:
                steps.append(step)
        return "/".join(steps)

    def _read_strings(self):
        if "xl/sharedStrings.xml" not in self.parts:
            return []
        return [text_of(item) for item in self.trees["xl/sharedStrings.xml"].findall(MAIN + "si")]

    def _read_looks(self):
        tree = self.trees["xl/styles.xml"]
        fonts = [self._colour(font.find(MAIN + "color"), "FF000000") for font in tree.find(MAIN + "fonts")]
        fills = []
        for fill in tree.find(MAIN + "fills"):
            pattern = fill.find(MAIN + "patternFill")
            solid = pattern is not None and pattern.get("patternType") == "solid"
            fills.append(self._colour(pattern.find(MAIN + "fgColor"), None) if solid else None)
        looks = []
        for form in tree.find(MAIN + "cellXfs"):
            protection = form.find(MAIN + "protection")
            locked = protection is None or protection.get("locked") not in ("0", "false")
            looks.append(Look(locked, fonts[int(form.get("fontId", 0))], fills[int(form.get("fillId", 0))]))
        return looks

    @staticmethod
    def _colour(element, otherwise):
        rgb = None if element is None else element.get("rgb")
        return otherwise if rgb is None else rgb.upper()

    def _read_sheets(self):
        relations = self.relations("xl/workbook.xml")
        sheets = []
        for entry in self.workbook.iter(MAIN + "sheet"):
            kind, part, _ = relations[entry.get(RELATION + "id")]
            if kind == "worksheet":
                sheets.append(Sheet(self, entry.get("name"), entry.get("state", "visible"), part))
        return sheets


def read_cells(book, root):
    cells, shared = {}, {}
    for element in root.iter(MAIN + "c"):
        reference = element.get("r")
        row, column = split_reference(reference)
        text, array = read_formula(element.find(MAIN + "f"), reference, shared)
        cells[reference] = Cell(row, column, text, read_value(book, element), int(element.get("s", 0)), array)
    return cells


def read_formula(element, reference, shared):
    """The formula of a cell; a shared one that is not spelt out is moved here: only other programs write those."""
    if element is None:
        return None, False
    if element.get("t") == "shared":
        if element.text:
            shared[element.get("si")] = (reference, element.text)
        else:
            return moved(shared[element.get("si")], reference), False
    return element.text or "", element.get("t") == "array"


def read_value(book, element):
    kind, text = element.get("t", "n"), element.findtext(MAIN + "v")
    if kind == "inlineStr":
        return text_of(element.find(MAIN + "is"))
    if text is None:
        return None
    if kind == "s":
        return book.strings[int(text)]
    if kind == "str":
        return unescaped(text)
    if kind == "b":
        return text == "1"
    return Error(text) if kind == "e" else float(text)


QUOTED_OR_CELL = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*'!|[A-Za-z_.][\w.]*\()|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.])""")


def moved(start, reference):
    """A shared formula, moved from where it is spelt out to another cell."""
    first, formula = start
    (row, column), (to_row, to_column) = split_reference(first), split_reference(reference)

    def shifted(match):
        if match.group(1):
            return match.group(0)
        letters, number = match.group(3), int(match.group(5))
        if not match.group(2):
            letters = column_letters(column_number(letters) + to_column - column)
        if not match.group(4):
            number += to_row - row
        return f"{match.group(2)}{letters}{match.group(4)}{number}"

    return QUOTED_OR_CELL.sub(shifted, formula)


def relative(formula, row, column):
    """The formula in R1C1 form, in which a block of copies reads the same in every cell."""
    def placed(match):
        if match.group(1):
            return match.group(0)
        to_row, to_column = int(match.group(5)), column_number(match.group(3))
        row_text = f"R{to_row}" if match.group(4) else f"R[{to_row - row}]"
        column_text = f"C{to_column}" if match.group(2) else f"C[{to_column - column}]"
        return row_text + column_text

    return QUOTED_OR_CELL.sub(placed, formula)
