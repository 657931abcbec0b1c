"""Scoresheets, filled as an evaluator would, and read back through other programs.

    scoresheets.py VOUCH

Each is checked like every workbook (form, recalculation by LibreOffice and Gnumeric, pages); then it is filled, saved
again by each program that is here, laid into assessments/, and has to give the same marks, score and states as the
same assessment in YAML.

Status: 0 held, 1 did not, 77 skipped.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import change
import check_workbook
import programs
import xlsx

SKIPPED = 77
SECONDS_MOST = 120
TOLERANCE = 1e-9
LEVELS = ("Planned", "Partial", "In place", "Measured")
CRITERIA = """\
criteria: {id: panel, title: Panel}
tree:
  - id: SEC
    title: Security
    items:
      - {id: SEC-01, title: Report, ask: Does a report cover it?, answer: maturity, audience: [security],
         gate: {at_least: Planned}}
      - {id: SEC-02, title: Tests & <checks>, answer: maturity, audience: [security], weight: 2}
      - {id: SEC-03, title: In words, answer: {text: maturity}, audience: [security]}
      - {id: SEC-04, title: Days, answer: {number: days, best: 1, worst: 9}, audience: [security]}
  - {id: LEG, title: Law, answer: maturity, audience: [legal]}
"""
EVALUATION = """\
evaluation: {id: panel-2026, title: "A panel, with {count} vendors", as_of: 2026-10-15, marks_due: 2026-10-30}
criteria: criteria.yaml
panel: [{id: jk, name: J. Kern, role: Security, audience: [security]}]
"""


def vendor_ids(count):
    return [f"v{number}" for number in range(1, count + 1)]


def make(folder, count):
    """An evaluation with so many vendors."""
    (folder / "responses").mkdir(parents=True)
    (folder / "assessments").mkdir()
    (folder / "criteria.yaml").write_text(CRITERIA, encoding="utf-8")
    (folder / "evaluation.yaml").write_text(EVALUATION.replace("{count}", str(count)), encoding="utf-8")
    for number, vendor in enumerate(vendor_ids(count)):
        note = "“=1+1”, said in many words. " * (1 + 80 * (number % 2))
        (folder / f"responses/{vendor}.yaml").write_text(
            f"vendor: {{id: {vendor}, name: \"={vendor} & Sons (Ltd)\"}}\nanswers:\n"
            f"  SEC-01: {{answer: {LEVELS[number % 4]}, note: \"{note}\"}}\n  SEC-02: In place\n"
            f"  SEC-03: We do all that can be done.\n  SEC-04: 3\n  LEG: Partial\n", encoding="utf-8")


def run(vouch, *words):
    done = subprocess.run([vouch, *map(str, words)], capture_output=True, text=True, timeout=SECONDS_MOST,
                          stdin=subprocess.DEVNULL, check=False)
    return done.returncode, done.stdout, done.stderr


def score(vouch, evaluation, target):
    status, out, err = run(vouch, "score", evaluation, "-o", target, "--format", "json")
    if not out:
        raise programs.Failed(f"vouch score: status {status}: {err[-800:]}")
    result = json.loads(out)
    for vendor in result["vendors"]:
        forget_places(vendor)
    return result


def forget_places(tree):
    """A result without the places of what it was read from."""
    if isinstance(tree, dict):
        tree.pop("at", None)
        for value in tree.values():
            forget_places(value)
    elif isinstance(tree, list):
        for value in tree:
            forget_places(value)


def level_of(vendor, criterion):
    return LEVELS[(int(vendor[1:]) + int(criterion[-1])) % 4]


def cards(sheet):
    """(criterion, vendor, reference of its level, of its reason)."""
    rows = {}
    for cell in sheet.cells.values():
        rows.setdefault(cell.row, {})[cell.column] = cell.value if cell.formula is None else None
    vendors, criterion = {}, None
    for row in sorted(rows):
        label = rows[row].get(1)
        if label == "Vendor":
            vendors = {column: text for column, text in rows[row].items() if column > 1}
        elif label and label.startswith("SEC-"):
            criterion = label
        elif label == "Your level":
            for column, text in vendors.items():
                if text and column in rows[row]:
                    yield (criterion, text.rsplit("(", 1)[1][:-1], xlsx.reference_of(row, column),
                           xlsx.reference_of(row + 1, column))


def filled(book):
    """What an evaluator types: a declaration, and every mark."""
    declaration = {"C5": "Yes", "C6": "Yes", "C7": "Yes", "C8": "Yes", "C9": "none", "C14": 46316}
    changes = {("Declaration", reference): value for reference, value in declaration.items()}
    for criterion, vendor, level, reason in cards(book.sheet("Marks")):
        changes["Marks", level] = level_of(vendor, criterion)
        changes["Marks", reason] = f"Seen at {vendor}: <“{criterion}”> & more."
    return changes


def assessment(count):
    """The same in YAML."""
    lines = ["evaluator: {id: jk, name: J. Kern, role: Security, conflict: none, confidential: yes, signed: 2026-10-21}",
             "marks:"]
    for vendor in vendor_ids(count):
        lines.append(f"  {vendor}:")
        for criterion in ("SEC-01", "SEC-02", "SEC-03"):
            lines.append(f"    {criterion}: {{level: {level_of(vendor, criterion)}, "
                         f"because: \"Seen at {vendor}: <“{criterion}”> & more.\"}}")
    return "\n".join(lines) + "\n"


def state_faults(book, name, count):
    """What the formulas say once every mark is given."""
    declaration, marks = book.sheet("Declaration"), book.sheet("Marks")
    wanted = f"Please mark by 30 Oct 2026; {3 * count} of {3 * count} marks are given."
    if declaration.cells["A2"].value != wanted:
        yield f"{name}: says {declaration.cells['A2'].value!r}"
    states = [cell.value for cell in marks.cells.values() if cell.formula]
    if states.count("✓ given") != 3 * count:
        yield f"{name}: {states.count('✓ given')} marks are given, wanted {3 * count}"


def saved_by_others(path, folder):
    """The file as other programs save it, by the program's name."""
    yield "as filled", path
    if programs.has_libreoffice():
        (folder / "libreoffice").mkdir()
        yield "LibreOffice", programs.libreoffice_recalculated([path], folder / "libreoffice")[0]
    if programs.has_gnumeric():
        (folder / "gnumeric").mkdir()
        yield "Gnumeric", programs.gnumeric_recalculated([path], folder / "gnumeric")[0]
    if check_workbook.has_openpyxl():
        import openpyxl
        target = folder / "openpyxl.xlsx"
        openpyxl.load_workbook(path).save(target)
        yield "openpyxl", target


def round_trip(vouch, count, folder):
    evaluation = folder / "evaluation"
    make(evaluation, count)
    sheet = folder / "jk.xlsx"
    status, _, err = run(vouch, "scoresheet", "--evaluator", "jk", "-o", sheet, evaluation)
    if status != 0:
        yield f"vouch scoresheet: status {status}: {err}"
        return
    checker = check_workbook.Checker([sheet], ("v1", "Sons", "HYPERLINK"))
    checker.check_all()
    yield from (f"{count} vendors: {fault}" for fault in checker.faults[sheet][:check_workbook.FAULTS_SHOWN])
    (evaluation / "assessments/jk.yaml").write_text(assessment(count), encoding="utf-8")
    wanted = score(vouch, evaluation, folder / "wanted.xlsx")
    (evaluation / "assessments/jk.yaml").unlink()
    path = folder / "filled.xlsx"
    change.patch(xlsx.Book(sheet), path, filled(xlsx.Book(sheet)))
    for name, saved in saved_by_others(path, folder):
        shutil.copy(saved, evaluation / "assessments/returned.xlsx")
        if score(vouch, evaluation, folder / "got.xlsx") != wanted:
            yield f"{count} vendors, {name}: the score differs from that of the YAML"
        if name in ("LibreOffice", "Gnumeric"):
            yield from state_faults(xlsx.Book(saved), f"{count} vendors, {name}", count)


def main():
    vouch, faults = sys.argv[1], []
    if not (programs.has_libreoffice() or programs.has_gnumeric()):
        print("skipped: no program that recalculates is here")
        return SKIPPED
    for count in (1, 6):
        with tempfile.TemporaryDirectory(prefix="vouch-scoresheet-") as name:
            faults.extend(round_trip(vouch, count, pathlib.Path(name)))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
