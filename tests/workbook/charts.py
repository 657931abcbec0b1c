"""Charts: their caches hold what the cells hold, they have words for those who cannot see them, bars begin at 0."""
import re

import xlsx

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
REFUSED = ("pieChart", "pie3DChart", "doughnutChart", "bar3DChart", "line3DChart", "area3DChart", "surface3DChart")
RANGE = re.compile(r"(?:'((?:[^']|'')*)'|([\w.]+))!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def cells_of(book, reference):
    """The values of a range, in reading order; None where the reference cannot be followed."""
    match = RANGE.fullmatch(reference or "")
    if match is None:
        return None
    sheet = book.sheet((match.group(1) or match.group(2)).replace("''", "'"))
    if sheet is None:
        return None
    first_column, first_row = xlsx.column_number(match.group(3)), int(match.group(4))
    last_column = xlsx.column_number(match.group(5) or match.group(3))
    last_row = int(match.group(6) or match.group(4))
    places = [(row, column) for row in range(first_row, last_row + 1) for column in range(first_column, last_column + 1)]
    cells = [sheet.cells.get(xlsx.reference_of(row, column)) for row, column in places]
    return [None if cell is None else cell.value for cell in cells]


def cached(element):
    """The cached points of a numRef or strRef by index, and how many there are."""
    cache = element.find(CHART + "numCache")
    is_number = cache is not None
    if cache is None:
        cache = element.find(CHART + "strCache")
    if cache is None:
        return None, 0
    points = {int(point.get("idx")): point.findtext(CHART + "v") for point in cache.iter(CHART + "pt")}
    count = int(cache.find(CHART + "ptCount").get("val"))
    return {index: float(text) if is_number else xlsx.unescaped(text or "") for index, text in points.items()}, count


def same(value, point):
    if isinstance(value, float) and isinstance(point, float):
        return abs(value - point) <= 1e-9 * max(1.0, abs(value))
    if isinstance(value, float):
        return False
    return (value or "") == (point or "")


def cache_faults(book, name, tree):
    for kind in ("numRef", "strRef"):
        for element in tree.iter(CHART + kind):
            reference = element.findtext(CHART + "f")
            values, (points, count) = cells_of(book, reference), cached(element)
            if values is None or points is None:
                yield f"{name}: {reference} cannot be followed, or has no cache"
            elif count != len(values):
                yield f"{name}: {reference} has {len(values)} cells, its cache {count}"
            else:
                for index, value in enumerate(values):
                    # A number series over a text such as `–` draws nothing: no point.
                    drawn = value if kind == "strRef" or isinstance(value, float) else None
                    if not same(drawn, points.get(index)):
                        yield f"{name}: point {index} of {reference} is {points.get(index)!r}, the cell {value!r}"


def charts(book):
    names = [name for name in book.trees.names() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    for name in names:
        tree = book.trees[name]
        yield from cache_faults(book, name, tree)
        for refused in REFUSED:
            if tree.find(f".//{CHART}{refused}") is not None:
                yield f"{name}: a {refused}"
        for axis in tree.iter(CHART + "valAx"):
            least = axis.find(f"{CHART}scaling/{CHART}min")
            if least is None or float(least.get("val")) != 0.0:
                yield f"{name}: the axis of values does not begin at 0"


def chart_words(book):
    for name in book.trees.names():
        if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
            for frame in book.trees[name].iter(DRAWING + "cNvPr"):
                if not frame.get("descr"):
                    yield f"{name}: {frame.get('name')} has no text for those who cannot see it"


RULES = (charts, chart_words)
