"""Finds cells of a scorecard by what a reader sees: names, ids, labels, and which cells are unlocked.

Source: DESIGN 3, "Fixed places".
"""
import programs
import xlsx

RANKING_MOST = 20  # vendors that Summary is sure to list


def is_input(book, cell):
    return not book.looks[cell.style].locked


def weight_cell(book, item):
    """On Weights, the first unlocked number in the row whose first cell is the item's id."""
    for row in book.sheet("Weights").rows():
        if row[0].value == item:
            for cell in row:
                if is_input(book, cell) and isinstance(cell.value, float):
                    return reference(cell)
    raise programs.Failed(f"Weights has no cell for {item}")


def rule_cell(book, label):
    """On Weights, the first unlocked number to the right of a label."""
    for row in book.sheet("Weights").rows():
        for index, cell in enumerate(row):
            if cell.value == label:
                for other in row[index + 1:]:
                    if is_input(book, other) and isinstance(other.value, float):
                        return reference(other)
    raise programs.Failed(f"Weights has no cell for {label}")


def summary_weight_cells(book):
    """Summary's empty blue cells, from top to bottom."""
    cells = [cell for cell in book.sheet("Summary").cells.values() if is_input(book, cell) and cell.value is None]
    return [reference(cell) for cell in sorted(cells, key=lambda cell: (cell.row, cell.column))]


def reference(cell):
    return xlsx.reference_of(cell.row, cell.column)


def texts(book, sheet):
    return [cell.value for cell in book.sheet(sheet).cells.values() if isinstance(cell.value, str)]


def item_ids(book):
    """First cells of the rows of Weights that have an unlocked number."""
    ids = set()
    for row in book.sheet("Weights").rows():
        if row[0].column == 1 and isinstance(row[0].value, str):
            if any(is_input(book, cell) and isinstance(cell.value, float) for cell in row):
                ids.add(row[0].value)
    return ids


def item_places(sheet, ids):
    """Row or column of each item on Comparison by its id, the whole as an empty id; and whether vendors are rows."""
    cells = sorted(sheet.cells.values(), key=lambda cell: (cell.row, cell.column))
    # Items down the first column; one with a requirement stands among the requirements before.
    rows = {cell.value: cell.row for cell in cells if cell.column == 1 and cell.value in ids}
    if rows:
        zeros = [cell.row for cell in cells if cell.column == 3 and cell.value == 0.0 and isinstance(cell.value, float)]
        return {**rows, "": zeros[0]}, False
    columns = {}
    for cell in cells:
        if cell.value in ids:
            columns.setdefault(cell.value, cell.column)
    return {**columns, "": min(columns.values()) - 1}, True


def panel_cell(book, names, vendor, item):
    """The blue cell of the panel's level on Comparison."""
    return block_cell(book, names, vendor, item, "Level of the panel")


def block_cell(book, names, vendor, item, block):
    """A blue cell of a block on Comparison: the block begins at the column of the block's title, and runs as
    the map does, where names stand for the first time."""
    sheet = book.sheet("Comparison")
    cells = sorted(sheet.cells.values(), key=lambda cell: (cell.column, cell.row))
    title = next(cell for cell in cells if cell.value == block)
    places, vendors_are_rows = item_places(sheet, item_ids(book))
    first = next(cell for cell in cells if cell.value in names)
    head = next(cell for cell in cells if cell.value == vendor)
    if vendors_are_rows:
        found = xlsx.reference_of(head.row, title.column + places[item] - places[""])
    else:
        found = xlsx.reference_of(places[item], title.column + head.column - first.column)
    if not is_input(book, sheet.cells[found]):
        raise programs.Failed(f"Comparison!{found} is no input of {block} for {item} of {vendor}")
    return found


def scores(book, names):
    """The evidenced block of Comparison: by vendor's name, by item's id; the total as an empty id.

    The first place where a name stands alone in a cell is the head of the block; the data of the charts, further right,
    have them too.
    """
    sheet = book.sheet("Comparison")
    places, vendors_are_rows = item_places(sheet, item_ids(book))
    found = {}
    for cell in sorted(sheet.cells.values(), key=lambda cell: (cell.column, cell.row)):
        if cell.value in names and cell.value not in found:
            found[cell.value] = {}
            for item, place in places.items():
                row, column = (cell.row, place) if vendors_are_rows else (place, cell.column)
                value = sheet.cells.get(xlsx.reference_of(row, column))
                found[cell.value][item] = None if value is None else value.value
    return found


def row_faults(values, vendor):
    """A row of Summary's ranking: rank, name alone in a cell, outcome, published score as a number."""
    published = vendor["published"]
    if published is not None and not any(isinstance(value, float) and abs(value - published) <= 1e-9 for value in values):
        yield f"no {published}"
    rank = "–" if vendor["rank"] is None else str(vendor["rank"])
    if str(values[0]).rstrip("=").removesuffix(".0") != rank:
        yield f"rank {values[0]!r}, wanted {rank}"
    if not any(isinstance(value, str) and value.endswith(vendor["outcome"]) for value in values):
        yield f"not {vendor['outcome']}"


def ranking_faults(book, vendor):
    """The faults of the row of a vendor; its name may stand alone elsewhere too, so the best row counts."""
    rows = [[cell.value for cell in row] for row in book.sheet("Summary").rows()]
    rows = [values for values in rows if vendor["name"] in values]
    if not rows:
        return [f"Summary: no row of {vendor['name']}"]
    best = min((list(row_faults(values, vendor)) for values in rows), key=len)
    return [f"Summary: {vendor['name']}: {fault}" for fault in best]
