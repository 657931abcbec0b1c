"""Compares the cached values of a workbook with what another program computed from its formulas."""
import change

TOLERANCE = 1e-9


def same(cached, computed):
    if isinstance(cached, bool) or isinstance(computed, bool):
        return cached is computed
    if isinstance(cached, float) and isinstance(computed, float):
        return abs(cached - computed) <= TOLERANCE * max(1.0, abs(cached))
    return type(cached) is not float and type(computed) is not float and cached == computed


def values(book, recalculated, program):
    """Every formula cell: cached against computed; a stale value that came back means that nothing was computed."""
    for sheet in book.sheets:
        other = recalculated.sheet(sheet.name)
        for reference, cell in sheet.cells.items():
            if cell.formula is None:
                continue
            found = other.cells.get(reference) if other is not None else None
            computed = None if found is None else found.value
            if not same(cell.value, computed):
                stale = " (not recalculated)" if computed in (change.STALE_NUMBER, change.STALE_TEXT) else ""
                yield f"{program}: {sheet.name}!{reference} is {computed!r}{stale}, cached {cell.value!r}: ={cell.formula}"


def formula_texts(book, saved, program):
    """Saving with another program changes no formula."""
    for sheet in book.sheets:
        other = saved.sheet(sheet.name)
        for reference, cell in sheet.cells.items():
            found = other.cells.get(reference) if other is not None else None
            text = None if found is None else found.formula
            if cell.formula != text:
                yield f"{program}: {sheet.name}!{reference} was ={cell.formula}, saved as ={text}"
