"""Checks workbooks that vouch wrote, with programs that know nothing of it.

    check_workbook.py FILE.xlsx [MORE.xlsx ...] [--json RESULT.json] [--never WORD ...]

Form of the package; openpyxl; recalculation by LibreOffice and by Gnumeric after every cached value was spoilt; the
texts of formulas after LibreOffice saved them; the printed pages. A program that is not here is said to be skipped, by
name. Status: 0 all held, 1 something did not, 77 nothing could be recalculated.
"""
import argparse
import json
import pathlib
import re
import sys
import tempfile

import change
import charts
import compare
import form
import programs
import xlsx

FAULTS_SHOWN = 12  # a file
SKIPPED = 77


def form_faults(book, never):
    book.parse_all()
    for rule in form.RULES + charts.RULES:
        for fault in rule(book):
            yield f"{rule.__name__}: {fault}"
    for fault in form.never_in_formulas(book, never):
        yield f"never_in_formulas: {fault}"


def openpyxl_faults(path):
    """It opens, and sees the same formulas."""
    import openpyxl
    loaded = openpyxl.load_workbook(path)
    book = xlsx.Book(path)
    if loaded.sheetnames != [sheet.name for sheet in book.sheets]:
        yield f"openpyxl: sheets {loaded.sheetnames}"
    for sheet in book.sheets:
        for reference, cell in sheet.cells.items():
            if cell.formula is not None and loaded[sheet.name][reference].value != "=" + cell.formula:
                yield f"openpyxl: {sheet.name}!{reference} is {loaded[sheet.name][reference].value!r}"


def has_openpyxl():
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        return False
    return True


def page_faults(pages):
    """Nothing too wide for its cell; Summary on exactly one page, by the footer `Summary  Page 1 of 9`."""
    for number, page in enumerate(pages, 1):
        if "###" in page:
            yield f"pages: ### on page {number}"
    if not any("scorecard" in page for page in pages):
        return
    summaries = [page for page in pages if re.search(r"\bSummary\s+Page \d+ of \d+", page)]
    if len(summaries) != 1:
        yield f"pages: Summary takes {len(summaries)} pages"


class Checker:
    """Faults by file; calculators are run once for all files."""

    def __init__(self, paths, never):
        self.paths = paths
        self.books = {path: xlsx.Book(path) for path in paths}
        self.faults = {path: list(form_faults(self.books[path], never)) for path in paths}
        self.skipped = []

    def add(self, path, faults):
        self.faults[path].extend(faults)

    def check_openpyxl(self):
        if not has_openpyxl():
            self.skipped.append("openpyxl")
            return
        for path in self.paths:
            self.add(path, openpyxl_faults(path))

    def spoilt(self, folder):
        """A spoilt copy of each file, under a name of its own."""
        copies = []
        for index, path in enumerate(self.paths):
            copy = folder / f"spoilt{index}.xlsx"
            if change.spoil(self.books[path], copy) != sum(1 for _ in form.formulas(self.books[path])):
                self.add(path, ["not every cached value could be spoilt"])
            copies.append(copy)
        return copies

    def check_libreoffice(self, folder):
        if not programs.has_libreoffice():
            self.skipped.append("LibreOffice")
            return
        (folder / "libreoffice").mkdir()
        results = programs.libreoffice_recalculated(self.spoilt(folder), folder / "libreoffice")
        for path, result in zip(self.paths, results):
            saved = xlsx.Book(result)
            self.add(path, compare.values(self.books[path], saved, "LibreOffice"))
            self.add(path, compare.formula_texts(self.books[path], saved, "LibreOffice"))

    def check_gnumeric(self, folder):
        if not programs.has_gnumeric():
            self.skipped.append("Gnumeric")
            return
        (folder / "gnumeric").mkdir()
        for path, result in zip(self.paths, programs.gnumeric_recalculated(self.spoilt(folder), folder / "gnumeric")):
            self.add(path, compare.values(self.books[path], xlsx.Book(result), "Gnumeric"))

    def check_pages(self, folder):
        if not (programs.has_libreoffice() and programs.has_poppler()):
            self.skipped.append("pages")
            return
        (folder / "pages").mkdir()
        copies = []
        for index, path in enumerate(self.paths):
            copies.append(folder / f"page{index}.xlsx")
            copies[-1].write_bytes(pathlib.Path(path).read_bytes())
        for path, pages in zip(self.paths, programs.libreoffice_pages(copies, folder / "pages")):
            self.add(path, page_faults(pages))

    def check_all(self):
        self.check_openpyxl()
        with tempfile.TemporaryDirectory(prefix="vouch-workbook-") as name:
            folder = pathlib.Path(name)
            self.check_libreoffice(folder)
            self.check_gnumeric(folder)
            self.check_pages(folder)


def report(checker):
    for path in checker.paths:
        faults = checker.faults[path]
        count = sum(1 for _ in form.formulas(checker.books[path]))
        print(f"{pathlib.Path(path).name}: {count} formulas, {len(faults)} faults")
        for fault in faults[:FAULTS_SHOWN]:
            print(f"  {fault}")
        if len(faults) > FAULTS_SHOWN:
            print(f"  and {len(faults) - FAULTS_SHOWN} more")
    for name in checker.skipped:
        print(f"skipped: {name} is not here")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("files", nargs="+")
    arguments.add_argument("--json")
    arguments.add_argument("--never", action="append", default=[])
    given = arguments.parse_args()
    checker = Checker(given.files, given.never)
    checker.check_all()
    report(checker)
    if given.json:
        result = {"faults": checker.faults, "skipped": checker.skipped}
        pathlib.Path(given.json).write_text(json.dumps(result, indent=2), encoding="utf-8")
    if any(checker.faults.values()):
        return 1
    return SKIPPED if {"LibreOffice", "Gnumeric"} <= set(checker.skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
