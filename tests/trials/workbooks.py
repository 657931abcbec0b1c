"""Changes settings in workbooks of random evaluations, recalculates them, and compares with the second scorer.

    workbooks.py VOUCH

A weight, the ceilings, a band, a minimum and a grade are changed in the package of each workbook, as a user would, and in
the evaluation; LibreOffice then has to find the scores, ranks and outcomes of the changed evaluation. The workbooks
as they were written go through check_workbook.py. Status: 0 held, 1 did not, 77 skipped.
"""
import copy
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "workbook"))

import change
import check_workbook
import files
import generate
import programs
import scorer
import sheets
import xlsx
from proof import GRADES

SKIPPED = 77
TOLERANCE = 1e-9
# One vendor (10, 50), more than 25 of them (32, 56, 85), all excluded (47), ties inside the margin (2).
SEEDS = (2, 10, 22, 32, 41, 42, 43, 47, 50, 56, 85, 89)


def items_with_parents(items, parent=None):
    for item in items:
        yield item, parent
        yield from items_with_parents(item.get("items", []), item["id"])


class Trial:
    """One evaluation, and the same with other settings."""

    def __init__(self, seed, vouch, folder):
        self.random, self.name = random.Random(seed), f"trial{seed}"
        self.case = generate.generate(seed)
        files.write(self.case, folder / self.name)
        self.path = folder / f"{self.name}.xlsx"
        done = subprocess.run([vouch, "score", str(folder / self.name), "-o", str(self.path)], capture_output=True, text=True, check=False)
        if not self.path.exists():
            raise programs.Failed(f"{self.name}: {done.stderr[-600:]}")
        self.book = xlsx.Book(self.path)
        self.before = scorer.score(self.case)["vendors"]
        self.changed, self.cells = copy.deepcopy(self.case), {}
        for setting in (self.weight, self.ceilings, self.band, self.minimum, self.grade):
            if self.random.random() < 0.8:
                setting()
        self.patched = folder / f"{self.name}-changed.xlsx"
        change.patch(self.book, self.patched, self.cells)

    def rule(self, label, value):
        self.cells["Weights", sheets.rule_cell(self.book, label)] = float(value)

    def weight(self):
        item, parent = self.random.choice(list(items_with_parents(self.case["criteria"]["tree"])))
        evaluation = self.changed["evaluation"]
        own = evaluation.setdefault("within", {}).setdefault(parent, {}) if parent else evaluation.setdefault("weights", {})
        own[item["id"]] = "3.5"
        self.cells["Weights", sheets.weight_cell(self.book, item["id"])] = 3.5

    def ceilings(self):
        ceilings = {"stated": "0.35", "documented": "0.7", "independent": "0.95", "verified": "1"}
        self.changed["evaluation"]["rules"]["ceilings"] = ceilings
        for grade, ceiling in ceilings.items():
            self.rule(grade, ceiling)

    def band(self):
        bands = self.random.choice([{"acceptable": "55", "with_conditions": "30"}, {"acceptable": "30", "with_conditions": "12.5"}])
        self.changed["evaluation"]["rules"]["bands"] = bands
        self.rule("Acceptable from", bands["acceptable"])
        self.rule("Acceptable with conditions from", bands["with_conditions"])

    def minimum(self):
        for id in self.case["evaluation"]["rules"].get("minimum", {}):
            section = next(section for section in scorer.sections(self.case["criteria"]["tree"]) if section["id"] == id)
            self.changed["evaluation"]["rules"]["minimum"][id] = "45"
            self.rule(f"{section['title']} at least", 45)

    def grade(self):
        """Another grade for one answer, on Comparison."""
        sheet, ids = self.book.sheet("Comparison"), sheets.item_ids(self.book)
        names = {f"Vendor {vendor['id']}": vendor["id"] for vendor in self.before}
        inputs = [cell for cell in sheet.cells.values() if sheets.is_input(self.book, cell) and cell.value in GRADES]
        if not inputs:
            return
        cell = self.random.choice(inputs)
        beside = {other.value for other in sheet.cells.values() if (other.row == cell.row) != (other.column == cell.column)}
        [name], [id] = beside & set(names), beside & ids
        grade = self.random.choice([place for place, word in enumerate(GRADES) if word != cell.value])
        self.changed["grades"] = {names[name]: {id: grade}}
        self.cells["Comparison", sheets.reference(cell)] = GRADES[grade]

    def faults(self, recalculated):
        """The recalculated workbook against the changed evaluation."""
        after = scorer.score(self.changed)["vendors"]
        found = sheets.scores(recalculated, [f"Vendor {vendor['id']}" for vendor in after])
        for vendor in after:
            name = f"Vendor {vendor['id']}"
            for id, want in wanted(vendor["tree"]):
                got = found[name].get(id, "absent")
                if not same(want, got):
                    yield f"{name} {id or 'total'}: {got!r}, wanted {want if isinstance(want, str) else float(want)}"
        for vendor in after if len(after) <= 25 else []:
            row = {**vendor, "name": f"Vendor {vendor['id']}"}
            row["published"] = None if row["published"] is None else float(row["published"])
            yield from sheets.ranking_faults(recalculated, row)


def wanted(node):
    """Evidenced scores by id, the total as an empty id; what is not in the sum reads n/a."""
    yield node["id"] or "", node["evidenced"] * 100 if node["counts"] else "n/a"
    for child in node.get("children", []):
        yield from wanted(child)


def same(want, got):
    if isinstance(want, str) or not isinstance(got, float):
        return want == got
    return abs(float(want) - got) <= TOLERANCE


def all_faults(vouch, folder):
    trials = [Trial(seed, vouch, folder) for seed in SEEDS]
    checker = check_workbook.Checker([trial.path for trial in trials], ())
    checker.check_all()
    for trial in trials:
        yield from (f"{trial.name}: {fault}" for fault in checker.faults[trial.path][:check_workbook.FAULTS_SHOWN])
    (folder / "recalculated").mkdir()
    results = programs.libreoffice_recalculated([trial.patched for trial in trials], folder / "recalculated")
    for trial, path in zip(trials, results):
        yield from (f"{trial.name} changed: {fault}" for fault in trial.faults(xlsx.Book(path)))
    print(f"{len(trials)} workbooks, {sum(len(trial.cells) for trial in trials)} cells changed")


def main():
    if not programs.has_libreoffice():
        print("skipped: LibreOffice is not here")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="vouch-trials-") as folder:
        faults = list(all_faults(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(folder)))
    print("\n".join(faults[:60]))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
