"""Prints the values of a workbook, one cell a line: sheet, row, column, kind and value, sorted.

    read_workbook.py FILE.xlsx

The status is 77 where openpyxl is not installed.
"""
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)


def line_of(sheet, cell):
    """A text keeps its line ends as \\n; a number is given to nine digits."""
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        value = f"number {cell.value:.9g}"
    else:
        value = f"{type(cell.value).__name__} " + str(cell.value).replace("\n", "\\n")
    return f"{sheet.title} {cell.row} {cell.column} {value}"


book = openpyxl.load_workbook(sys.argv[1], data_only=True)
lines = [line_of(sheet, cell) for sheet in book for row in sheet.iter_rows() for cell in row
         if cell.value is not None]
sys.stdout.buffer.write("".join(f"{line}\n" for line in sorted(lines)).encode())
