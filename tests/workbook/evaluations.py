"""Evaluations whose figures are known apart from vouch, against the program, and against its workbook once recalculated.

    evaluations.py VOUCH SOURCE_DIR CASE

    data         tests/data against published.csv and expected.csv there
    generated    trees made from seeds (generate.py) against their own figures, item by item
    workbooks    a scorecard of each of them in check_workbook.py, all at once
    example_what_if  the example with a weight, grades and a level of the panel changed in the workbook: Claims and
                 Conditions, recalculated, against a scorecard of the changed evaluation
    what_if      weights, ceilings, bands, decimals and levels of a panel changed in the workbook, recalculated, against
                 the changed model

Status: 0 held, 1 did not, 77 skipped.
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import change
import check_workbook
import generate
import priced
import programs
import sheets
import xlsx

SKIPPED = 77
SECONDS_MOST = 120
TOLERANCE = 1e-9
# Seed, vendors, criteria, depth; and evaluators of a panel.
MODELS = ((1, 1, 12, 2), (2, 2, 25, 3), (3, 5, 60, 4), (4, 8, 40, 2), (5, 13, 30, 4), (6, 25, 20, 3), (7, 26, 20, 3),
          (8, 60, 40, 4), (9, 3, 300, 5), (10, 4, 8, 1), (11, 12, 30, 4), (12, 2, 5, 2))
PANEL_MODELS = ((3, 5, 40, 4, 2), (7, 26, 12, 3, 3))
PRICED_MODELS = ((1, 6, 8, 2, "budget-linear"), (2, 7, 8, 2, "lowest-proportional"), (3, 5, 6, 2, "linear-from-lowest"),
                 (4, 9, 8, 2, "min-max"), (5, 27, 6, 2, "min-max"), (6, 30, 6, 2, "budget-linear"))
CHECKED_MODELS = ((1, 1, 12, 2), (3, 5, 40, 4), (5, 13, 15, 4), (6, 25, 12, 3), (7, 26, 12, 3))
NAMES_OF_COLUMNS = {"total": "published"}
HOSTILE = ("HYPERLINK", "http", "cmd|", "DDE")


class Vouch:
    def __init__(self, program):
        self.program = program

    def score(self, evaluation, target):
        """The JSON result; the workbook stands in `target`."""
        done = subprocess.run([self.program, "score", str(evaluation), "-o", str(target), "--format", "json"],
                              capture_output=True, text=True, timeout=SECONDS_MOST, stdin=subprocess.DEVNULL, check=False)
        if done.returncode not in (0, 1) or not done.stdout:
            raise programs.Failed(f"vouch score {evaluation}: status {done.returncode}: {done.stderr[-600:]}")
        return json.loads(done.stdout)

    def lock(self, evaluation):
        subprocess.run([self.program, "lock", str(evaluation), "--locked-at", "2026-10-01"], check=True, capture_output=True,
                       timeout=SECONDS_MOST)

    def init(self, folder):
        subprocess.run([self.program, "init", str(folder)], check=True, capture_output=True, timeout=SECONDS_MOST)


def vendors_of(result):
    return {vendor["id"]: vendor for vendor in result["vendors"]}


def items_of(vendor):
    """Every item of a vendor's result by id; the vendor itself as an empty id."""
    found, open_items = {"": vendor}, [vendor]
    while open_items:
        item = open_items.pop()
        for child in item.get("sections", []) + item.get("criteria", []):
            found[child["id"]] = child
            open_items.append(child)
    return found


def differs(got, wanted):
    if got is None or wanted is None:
        return got is not wanted
    return abs(got - wanted) > TOLERANCE


# Known results


def row_faults(row, vendor):
    """A row: columns named as keys of the vendor, else ids of sections."""
    items = items_of(vendor)
    for column, text in row.items():
        if column == "vendor":
            continue
        if column in ("name", "outcome"):
            got, wrong = vendor[column], vendor[column] != text
        else:
            key = NAMES_OF_COLUMNS.get(column, column)
            got = vendor[key] if key in vendor else items[key]["evidenced"]
            wrong = differs(got, float(text) if text else None)
        if wrong:
            yield f"{row['vendor']} {column}: {got!r}, wanted {text or 'nothing'}"


def known_rows(folder):
    """Rows of expected.csv; those of published.csv say the published total alone."""
    for name in ("expected.csv", "published.csv"):
        path = folder / name
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                yield from csv.DictReader(line for line in file if not line.startswith("#"))


def data_folders(source):
    return sorted(path.parent for path in (source / "tests/data").rglob("evaluation.yaml"))


def case_data(vouch, source, folder):
    checked = 0
    for evaluation in data_folders(source):
        vendors = vendors_of(vouch.score(evaluation, folder / "data.xlsx"))
        for row in known_rows(evaluation):
            checked += 1
            if row["vendor"] not in vendors:
                yield f"{evaluation.name}: {row['vendor']} is not among the vendors"
                continue
            for fault in row_faults(row, vendors[row["vendor"]]):
                yield f"{evaluation.name}: {fault}"
    if checked == 0:
        yield "there is nothing to compare with"
    print(f"{checked} vendors with known results")


def figure_faults(name, model, result):
    vendors = vendors_of(result)
    for vendor in model.vendors:
        items = items_of(vendors[vendor])
        for item, wanted in model.figures(vendor).items():
            for index, key in enumerate(("claimed", "evidenced", "proven")):
                # A criterion has no proven score of its own in the results.
                got = items[item].get(key, "absent")
                if got != "absent" and differs(got, None if wanted is None else wanted[index]):
                    yield f"{name}: {vendor} {item or 'total'} {key}: {got!r}, wanted {wanted}"


def model_of(seed, vendors, criteria, depth, evaluators=0):
    if isinstance(evaluators, str):
        return priced.Model(seed, vendors, criteria, depth, formula=evaluators)
    return generate.Model(seed, vendors, criteria, depth, evaluators=evaluators)


def made(shape, folder):
    model = model_of(*shape)
    model.write(folder)
    return model


def name_of(shape):
    return "-".join(str(number) for number in shape)


def case_generated(vouch, source, folder):
    for shape in MODELS + PANEL_MODELS + PRICED_MODELS:
        evaluation = folder / f"made{name_of(shape)}"
        model = made(shape, evaluation)
        yield from figure_faults(f"model {name_of(shape)}", model, vouch.score(evaluation, folder / "made.xlsx"))


# Workbooks


def changed_since_locked(vouch, source, folder):
    """An evaluation whose weights, rules and tie rule are no longer those of its lock."""
    shutil.copytree(source / "tests" / "golden" / "lock" / "in", folder)
    vouch.lock(folder)
    (folder / "later").rename(folder / "responses")
    plan = folder / "evaluation.yaml"
    text = plan.read_text(encoding="utf-8")
    for was, now in (("SEC: 60, ROI: 40", "SEC: 30, ROI: 70"), ("acceptable: 60", "acceptable: 50"),
                     ("minimum: {SEC: 30}", "minimum: {SEC: 10, ROI: 5}"), ("tie: SEC", "tie: ROI")):
        if was not in text:
            raise programs.Failed(f"{plan}: no `{was}`")
        text = text.replace(was, now)
    plan.write_text(text, encoding="utf-8")
    return folder


def weighed_since_locked(example, folder):
    """The example with other weights than those of its lock."""
    shutil.copytree(example, folder)
    plan = folder / "evaluation.yaml"
    text = plan.read_text(encoding="utf-8")
    if "GOV: 25\n  SEC: 30\n" not in text:
        raise programs.Failed(f"{plan}: not the weights that are to be changed")
    plan.write_text(text.replace("GOV: 25\n  SEC: 30\n", "GOV: 20\n  SEC: 35\n"), encoding="utf-8")
    return folder


def case_workbooks(vouch, source, folder):
    vouch.init(folder / "example")
    evaluations = [folder / "example", weighed_since_locked(folder / "example", folder / "weighed"),
                   changed_since_locked(vouch, source, folder / "locked"), *data_folders(source)]
    for shape in CHECKED_MODELS + PANEL_MODELS + PRICED_MODELS:
        made(shape, folder / f"made{name_of(shape)}")
        evaluations.append(folder / f"made{name_of(shape)}")
    targets = []
    for index, evaluation in enumerate(evaluations):
        targets.append(folder / f"{index:02d}-{evaluation.name}.xlsx")
        vouch.score(evaluation, targets[-1])
    checker = check_workbook.Checker(targets, HOSTILE)
    checker.check_all()
    check_workbook.report(checker)
    for target in targets:
        yield from (f"{target.name}: {fault}" for fault in checker.faults[target][:check_workbook.FAULTS_SHOWN])


# What-if


def largest_section(model):
    return max(model.top.items, key=lambda item: item.weight)


def weight_change(model, book):
    """Another weight for a top section, on Weights."""
    section = largest_section(model)
    section.weight = 0.75
    return {("Weights", sheets.weight_cell(book, section.id)): 0.75}


def deep_weight_change(model, book):
    """Another weight for a criterion, on Weights."""
    item = max(model.top.criteria(), key=lambda criterion: criterion.weight)
    item.weight = 11.25
    return {("Weights", sheets.weight_cell(book, item.id)): 11.25}


def summary_weight_change(model, book):
    """A weight in Summary's blue cell wins over the one on Weights."""
    cells = sheets.summary_weight_cells(book)
    if len(cells) != len(model.top.items):
        raise programs.Failed(f"Summary has {len(cells)} cells for {len(model.top.items)} weights")
    model.top.items[1].weight = 9.5
    return {("Weights", sheets.weight_cell(book, model.top.items[1].id)): 123.0, ("Summary", cells[1]): 9.5}


def zero_weight_change(model, book):
    """A top section that no longer counts."""
    section = model.top.items[-1]
    section.weight = 0
    return {("Weights", sheets.weight_cell(book, section.id)): 0.0}


def ceiling_change(model, book):
    """Stated and documented answers count for more, and for less."""
    model.ceilings.update(stated=0.4, documented=0.6)
    return {("Weights", sheets.rule_cell(book, "stated")): 0.4, ("Weights", sheets.rule_cell(book, "documented")): 0.6}


def decimals_change(model, book):
    model.decimals = 3 - model.decimals
    return {("Weights", sheets.rule_cell(book, "Published decimals")): float(model.decimals)}


def all_changes(model, book):
    return {**deep_weight_change(model, book), **ceiling_change(model, book), **summary_weight_change(model, book)}


def levels_change(model, book, changed):
    """Other levels of the panel, as if the chair had moderated them."""
    names = [f"Vendor {vendor}" for vendor in model.vendors]
    model.moderated.update(changed)
    return {("Comparison", sheets.panel_cell(book, names, f"Vendor {vendor}", item)): generate.LEVELS[place]
            for (vendor, item), place in changed.items()}


def best_levels_change(model, book):
    """One vendor gets the best level everywhere."""
    return levels_change(model, book, {key: len(generate.LEVELS) - 1 for key in model.marks if key[0] == model.vendors[1]})


def mandatory_levels_change(model, book):
    """What is mandatory gets the lowest level with some vendors, and a middling one with others."""
    gates = {item.id for item in model.top.criteria() if item.gate}
    keys = [key for key in model.marks if key[1] in gates]
    if not keys:
        raise programs.Failed("no panel's level is mandatory")
    return levels_change(model, book, {key: model.vendors.index(key[0]) % 3 for key in keys})


def some_levels_change(model, book):
    """Every third level is another one, whatever the criterion."""
    return levels_change(model, book, {key: (places[0] + 2) % len(generate.LEVELS)
                                       for key, places in list(model.marks.items())[::3]})


def budget_change(model, book):
    """More money, and a higher floor."""
    model.budget, model.floor = 1000.0, 400.0
    return {("Weights", sheets.rule_cell(book, "Budget: from here on 0")): 1000.0,
            ("Weights", sheets.rule_cell(book, "Floor: down to here 1")): 400.0}


def exclusion_change(model, book):
    """Who bids lowest and who bids highest lose the proof of what is mandatory, so that their bids no longer count."""
    names = [f"Vendor {vendor}" for vendor in model.vendors]
    bidders = sorted((model.amount(vendor, price), vendor) for price in priced.PRICES for vendor in model.vendors
                     if model.counts(vendor) and model.amount(vendor, price) is not None)
    out = {bidders[0][1], bidders[-1][1]}
    for vendor in out:
        state, word, value, _ = model.answers[vendor]["MUST"]
        model.answers[vendor]["MUST"] = (state, word, value, None)
    return {("Comparison", sheets.block_cell(book, names, f"Vendor {vendor}", "MUST", "Grade of proof")): "stated"
            for vendor in out}


CHANGES = (weight_change, deep_weight_change, summary_weight_change, zero_weight_change, ceiling_change, decimals_change,
           all_changes)
PANEL_CHANGES = (best_levels_change, mandatory_levels_change, some_levels_change, ceiling_change)
CHANGED_MODELS = [(shape, CHANGES) for shape in ((3, 5, 40, 4), (4, 8, 12, 2), (7, 26, 12, 3))]
CHANGED_MODELS += [(shape, PANEL_CHANGES) for shape in PANEL_MODELS]
CHANGED_MODELS += [(shape, (exclusion_change, weight_change) + ((budget_change,) if shape[-1] == "budget-linear" else ()))
                   for shape in PRICED_MODELS]


def what_if_faults(name, model, result, recalculated):
    """The recalculated workbook of the old evaluation against the result of the changed one."""
    found = sheets.scores(recalculated, [f"Vendor {vendor}" for vendor in model.vendors])
    for vendor in model.vendors:
        for item, wanted in model.figures(vendor).items():
            got = found[f"Vendor {vendor}"].get(item, "absent")
            want = "n/a" if wanted is None else wanted[1]
            if got != want and (isinstance(got, str) or isinstance(want, str) or differs(got, want)):
                yield f"{name}: {vendor} {item or 'total'}: {got!r}, wanted {want!r}"
    for vendor in result["vendors"][:sheets.RANKING_MOST]:
        yield from (f"{name}: {fault}" for fault in sheets.ranking_faults(recalculated, vendor))
    if not any(text.startswith("WHAT-IF") for text in sheets.texts(recalculated, "Summary")):
        yield f"{name}: Summary does not say WHAT-IF"


def case_what_if(vouch, source, folder):
    if not programs.has_libreoffice():
        raise programs.Missing("LibreOffice is not here")
    jobs = []
    for shape, changes in CHANGED_MODELS:
        plan = f"plan{name_of(shape)}"
        made(shape, folder / plan)
        vouch.score(folder / plan, folder / f"{plan}.xlsx")
        book = xlsx.Book(folder / f"{plan}.xlsx")
        for changing in changes:
            model = model_of(*shape)
            name = f"{changing.__name__}{name_of(shape)}"
            change.patch(book, folder / f"{name}.xlsx", changing(model, book))
            model.write(folder / name)
            jobs.append((name, model, vouch.score(folder / name, folder / "unused.xlsx")))
    (folder / "recalculated").mkdir()
    results = programs.libreoffice_recalculated([folder / f"{name}.xlsx" for name, _, _ in jobs], folder / "recalculated")
    for (name, model, result), path in zip(jobs, results):
        yield from what_if_faults(name, model, result, xlsx.Book(path))
    print(f"{len(jobs)} workbooks changed and recalculated")




# Answers whose proof is taken away: one that a claim rests on, one that is mandatory.
UNPROVEN = (("Fenwillow", "SEC-05"), ("Oddmoor", "CMP-02"))


def replaced(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for was, now in pairs:
        if text.count(was) != 1:
            raise programs.Failed(f"{path}: `{was}` stands {text.count(was)} times")
        text = text.replace(was, now)
    path.write_text(text, encoding="utf-8")


def example_cells(book):
    """Another weight; two proofs that no longer carry, one of them of a requirement; and a level of the panel."""
    names = ["Fenwillow", "Bravantis", "Oddmoor", "Tarnquill"]
    grade = {("Comparison", sheets.block_cell(book, names, vendor, item, "Grade of proof")): "stated"
             for vendor, item in UNPROVEN}
    return {("Weights", sheets.weight_cell(book, "ROI")): 35.0, **grade,
            ("Comparison", sheets.panel_cell(book, names, "Bravantis", "SEC-11")): "Partial"}


def change_example(folder):
    replaced(folder / "evaluation.yaml", ("  ROI: 20", "  ROI: 35"))
    replaced(folder / "assessments/chair.yaml", ("SEC-11: {level: Planned", "SEC-11: {level: Partial"))
    for vendor, item in UNPROVEN:
        response = folder / f"responses/{vendor.lower()}.yaml"
        text = response.read_text(encoding="utf-8")
        answer = re.search(rf"^  {item}:\n(?:    .*\n)+", text, re.MULTILINE).group()
        replaced(response, (answer, re.sub(r"    evidence:\n(?:      .*\n)+", "", answer)))


def facts_of(book):
    """What Claims and Conditions say live, by what a row is about: points of a claim, words of a requirement by vendor,
    points of a term."""
    found = {}
    for row in book.sheet("Claims").rows():
        cells = {cell.column: cell.value for cell in row}
        if isinstance(cells.get(5), str) and cells[5].startswith("“"):
            for column, what in ((9, "claimed"), (10, "evidenced"), (11, "lost")):
                found["claim", cells[2], cells[3], what] = cells.get(column)
    heads = {}
    for row in book.sheet("Conditions").rows():
        cells = {cell.column: cell.value for cell in row}
        if cells.get(2) == "Requirement":
            heads = {column: name for column, name in cells.items() if 4 <= column <= 8 and name}
        elif heads and cells.get(1) in (None, "Id"):
            heads = {}
        for column, name in heads.items():
            found["requirement", cells[1], name] = cells.get(column)
        if cells.get(5) in ("must", "should", "warranty") and isinstance(cells.get(8), float):
            found["term", cells[4], cells[1], cells[2]] = cells[8]
    return found


def fact_faults(was, got, wanted):
    """Every fact that stands in both must be alike; and enough of each kind must have changed to prove anything."""
    changed = {"claim": 0, "requirement": 0, "term": 0}
    for key in sorted(got.keys() & wanted.keys()):
        alike = not differs(got[key], wanted[key]) if isinstance(wanted[key], float) and isinstance(got[key], float) \
            else got[key] == wanted[key]
        if not alike:
            yield f"{' '.join(key)}: {got[key]!r}, wanted {wanted[key]!r}"
        changed[key[0]] += was.get(key) != got[key]
    print(f"{len(got.keys() & wanted.keys())} facts compared")
    yield from (f"no {kind} followed the change" for kind, count in changed.items() if count == 0)


def case_example_what_if(vouch, source, folder):
    if not programs.has_libreoffice():
        raise programs.Missing("LibreOffice is not here")
    vouch.init(folder / "example")
    vouch.score(folder / "example", folder / "example.xlsx")
    book = xlsx.Book(folder / "example.xlsx")
    change.patch(book, folder / "changed.xlsx", example_cells(book))
    change_example(folder / "example")
    vouch.score(folder / "example", folder / "wanted.xlsx")
    (folder / "recalculated").mkdir()
    path, = programs.libreoffice_recalculated([folder / "changed.xlsx"], folder / "recalculated")
    recalculated = xlsx.Book(path)
    yield from fact_faults(facts_of(book), facts_of(recalculated), facts_of(xlsx.Book(folder / "wanted.xlsx")))
    notes = [text for text in sheets.texts(recalculated, "Conditions") if text.startswith("≠ ") and "run vouch again" in text]
    if len(notes) != 3:
        yield f"Conditions says {len(notes)} times that terms do not follow, wanted 3"


CASES = {"data": case_data, "generated": case_generated, "workbooks": case_workbooks, "what_if": case_what_if,
         "example_what_if": case_example_what_if}


def main():
    vouch, source, case = Vouch(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(), CASES[sys.argv[3]]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="vouch-evaluations-"))
    try:
        faults = list(case(vouch, source, folder))
    except programs.Missing as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(faults[:60]))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
