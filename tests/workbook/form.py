"""What a workbook must be like without being recalculated: one function a rule, each yields its faults as sentences."""
import re
import struct

import xlsx

SHEETS = ["Summary", "Comparison", "Weights", "Claims", "Conditions", "ROI", "Sensitivity", "Changes", "Panel",
          None, "Answers", "Checks", "Record"]  # None: the vendors' sheets
OF_SCORESHEETS = ["Declaration", "Marks"]
FILTERED = "Answers"
INPUT_FONT, INPUT_FILL = "FF0000FF", "FFE6ECFF"
CREATED = "1980-01-01T00:00:00Z"
FORMULA_MOST = 250 - 1  # kept without its `=`
SCALE_LEAST = 90  # percent: text of 10 pt is then printed as 9 pt
FORMS_MOST = 4  # a column of items: sections, criteria with and without evidence, contradicted ones
CONTRAST_LEAST = 4.5
FUNCTIONS = set("""ABS AND AVERAGE CHOOSE COLUMN COUNT COUNTA COUNTIF COUNTIFS FIXED IF IFERROR INDEX INT IRR ISNUMBER
    ISTEXT LARGE LEFT LEN LOWER MATCH MAX MEDIAN MID MIN MOD NOT NPV OR RANK REPT RIGHT ROUND ROW ROWS SIGN SMALL SUM SUMIF
    SUMIFS SUMPRODUCT TRIM UPPER""".split())
TEXT_LITERAL = re.compile(r'"(?:[^"]|"")*"')
SHEET_NAME = re.compile(r"'((?:[^']|'')*)'!|\b([A-Za-z_][\w.]*)!")
FUNCTION = re.compile(r"([A-Za-z_][\w.]*)\(")
ODD_SPELLING = {
    "a blank": re.compile(r"\s"),
    "--": re.compile(r"--"),
    "TRUE or FALSE": re.compile(r"\b(TRUE|FALSE)\b", re.IGNORECASE),
    "E-notation": re.compile(r"\d[Ee][+-]?\d"),
    "a whole column or row": re.compile(r"\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?!\w)|(?<![A-Z$\d])\$?\d+:\$?\d+"),
    "braces": re.compile(r"[{}]"),
    "lower case": re.compile(r"[a-z]"),
    "another workbook": re.compile(r"\["),
}


def formulas(book):
    for sheet in book.sheets:
        for reference, cell in sheet.cells.items():
            if cell.formula is not None:
                yield sheet, reference, cell


def is_vendor_sheet(book, name):
    names = [sheet.name for sheet in book.sheets]
    return name not in SHEETS and name in names and names != OF_SCORESHEETS


def sheet_names(book):
    """Fixed names in their order; between Panel and Answers the vendors' sheets."""
    places = [SHEETS.index(sheet.name if sheet.name in SHEETS else None) for sheet in book.sheets]
    if places != sorted(places):
        yield f"sheets stand in another order: {[sheet.name for sheet in book.sheets]}"
    for sheet in book.sheets:
        if sheet.state != "visible":
            yield f"{sheet.name} is {sheet.state}"


def formula_spelling(book):
    for sheet, reference, cell in formulas(book):
        place = f"{sheet.name}!{reference}"
        if len(cell.formula) > FORMULA_MOST:
            yield f"{place}: {len(cell.formula) + 1} characters"
        if cell.array:
            yield f"{place}: entered as an array"
        bare = TEXT_LITERAL.sub('""', cell.formula)
        names = ["".join(match) for match in SHEET_NAME.findall(bare)]
        bare = SHEET_NAME.sub("", bare)
        for what, pattern in ODD_SPELLING.items():
            if pattern.search(bare):
                yield f"{place}: {what} in ={cell.formula}"
        for function in set(FUNCTION.findall(bare)) - FUNCTIONS:
            yield f"{place}: {function}() is not shared by all programs"
        for name in names:
            if name == FILTERED or is_vendor_sheet(book, name):
                yield f"{place}: refers to the sheet {name}"


def formula_results(book):
    """Numbers or texts that are not empty."""
    for sheet, reference, cell in formulas(book):
        wrong = cell.value is None or cell.value == "" or isinstance(cell.value, (bool, xlsx.Error))
        if wrong:
            yield f"{sheet.name}!{reference}: ={cell.formula} gives {cell.value!r}"


def item_rows(book):
    """Row numbers of the items on Comparison, by their ids, if items stand as rows there. An item with a requirement has
    a row among the requirements before."""
    weights, comparison = book.sheet("Weights"), book.sheet("Comparison")
    if weights is None or comparison is None:
        return []
    ids = {row[0].value for row in weights.rows() if row[0].column == 1 and isinstance(row[0].value, str)}
    rows = {row[0].value: row[0].row for row in comparison.rows() if row[0].column == 1 and row[0].value in ids}
    return list(rows.values())


def formula_blocks(book):
    """Down a column of items, formulas are copies of few forms."""
    comparison, rows = book.sheet("Comparison"), set(item_rows(book))
    forms = {}
    for cell in [] if comparison is None else comparison.cells.values():
        if cell.formula is not None and cell.row in rows:
            form = xlsx.relative(cell.formula, cell.row, cell.column)
            # Each top item has a weight cell of its own on Summary; each section's ranges end with what is below it; what
            # an item is worth comes from its parent, which stands somewhere above it.
            form = re.sub(r":R\[-?\d+\]C", ":R[last]C", re.sub(r"Summary!\w+", "Summary!", form))
            form = re.sub(r"R\[-\d+\]C", "R[above]C", form)
            forms.setdefault(cell.column, set()).add(form)
    for column, found in sorted(forms.items()):
        if len(found) > FORMS_MOST:
            examples = "  ".join(f"={form}" for form in sorted(found)[:3])
            yield f"Comparison column {xlsx.column_letters(column)}: {len(found)} forms of formula: {examples}"


def inputs(book):
    """Unlocked cells look like inputs, inputs are unlocked; a formula is never an input; sheets are protected."""
    for sheet in book.sheets:
        protection = sheet.root.find(xlsx.MAIN + "sheetProtection")
        if protection is None or protection.get("sheet") not in ("1", "true"):
            yield f"{sheet.name} is not protected"
        elif protection.get("password") or protection.get("hashValue"):
            yield f"{sheet.name} has a password"
        for reference, cell in sheet.cells.items():
            look = book.looks[cell.style]
            if look.locked == (look.fill == INPUT_FILL):
                yield f"{sheet.name}!{reference}: {'locked' if look.locked else 'unlocked'} with fill {look.fill}"
            if look.font_colour == INPUT_FONT and look.locked:
                yield f"{sheet.name}!{reference}: locked in the colour of inputs"
            if not look.locked and cell.formula is not None:
                yield f"{sheet.name}!{reference}: a formula in an input cell"


def sheet_parts(book):
    """No merged cells, links or rules of other types; print set-up on every sheet; the cursor in A1."""
    for index, sheet in enumerate(book.sheets):
        root, name = sheet.root, sheet.name
        if root.find(xlsx.MAIN + "mergeCells") is not None:
            yield f"{name}: merged cells"
        for rule in root.iter(xlsx.MAIN + "cfRule"):
            if rule.get("type") != "expression":
                yield f"{name}: a conditional format of type {rule.get('type')}"
        if root.find(xlsx.MAIN + "hyperlinks") is not None:
            yield f"{name}: links"
        page = root.find(xlsx.MAIN + "pageSetup")
        if page is None or page.get("orientation") != "landscape" or page.get("paperSize") not in ("1", "9"):
            yield f"{name}: not set up for landscape A4 or Letter"
        fit = root.find(f"{xlsx.MAIN}sheetPr/{xlsx.MAIN}pageSetUpPr")
        fitted = fit is not None and fit.get("fitToPage") == "1"
        scale = int(page.get("scale", "0")) if page is not None else 0
        if not fitted and not SCALE_LEAST <= scale <= 100:
            yield f"{name}: neither fitted to pages nor printed at a legible scale"
        if ("_xlnm.Print_Area", str(index)) not in book.names:
            yield f"{name}: no print area"
        for selection in root.iter(xlsx.MAIN + "selection"):
            if selection.get("activeCell", "A1") != "A1" and selection.get("pane") is None:
                yield f"{name}: the cursor stands in {selection.get('activeCell')}"


def package_parts(book):
    """No macro, no link to the outside, no scratch left; the constant day of creation."""
    for name in book.parts:
        if name.endswith((".bin", ".vbs")) or "externalLink" in name:
            yield f"{name} does not belong into a scorecard"
    for name in book.trees.names():
        if name.endswith(".rels"):
            for relation in book.trees[name].iter(xlsx.RELATIONS + "Relationship"):
                if relation.get("TargetMode") == "External":
                    yield f"{name}: a link to {relation.get('Target')}"
    core = book.parts["docProps/core.xml"].decode()
    if CREATED not in core:
        yield f"docProps/core.xml: created is not {CREATED}"


def texts(book):
    """What cells hold can be shown: no control character, not too long."""
    for sheet in book.sheets:
        for reference, cell in sheet.cells.items():
            if isinstance(cell.value, str):
                units = len(cell.value.encode("utf-16-le", "surrogatepass")) // 2
                if units > 32767 or re.search(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", cell.value):
                    yield f"{sheet.name}!{reference}: a text that a cell cannot hold"


def brightness(colour):
    parts = [part / 255 for part in struct.unpack("3B", bytes.fromhex(colour[-6:]))]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(book):
    """Text against its fill, in the formats of cells that hold something."""
    used = {cell.style for sheet in book.sheets for cell in sheet.cells.values() if cell.value not in (None, "")}
    for style in sorted(used):
        look = book.looks[style]
        light, dark = sorted((brightness(look.font_colour), brightness(look.fill or "FFFFFFFF")), reverse=True)
        ratio = (light + 0.05) / (dark + 0.05)
        if ratio < CONTRAST_LEAST:
            yield f"format {style}: contrast {ratio:.2f} of {look.font_colour} on {look.fill}"


def never_in_formulas(book, words):
    """Words of vendors stand in cells as text and nowhere else."""
    for sheet, reference, cell in formulas(book):
        for word in words:
            if word in cell.formula:
                yield f"{sheet.name}!{reference}: `{word}` in a formula"
    for name, text in book.names.items():
        for word in words:
            if word in name[0]:
                yield f"the defined name {name[0]} holds `{word}`"


RULES = (sheet_names, formula_spelling, formula_results, formula_blocks, inputs, sheet_parts, package_parts, texts, contrast)
