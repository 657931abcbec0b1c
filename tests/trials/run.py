"""Scores random evaluations with vouch and with the scorer of this folder, and shows where they differ.

    run.py VOUCH [--first SEED] [--count N] [--keep FOLDER]

Figures to 1e-9; states, ranks, outcomes, gates, published scores exactly. Status 1 where anything differs.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

import files
import generate
import scorer
from proof import GRADES

TOLERANCE = 1e-9
FAULTS_SHOWN = 40


def near(want, got):
    if want is None or got is None:
        return want is None and got is None
    return abs(float(want) - got) <= TOLERANCE


def hundredfold(value):
    return None if value is None else value * 100


class Difference(list):
    """What differs in one evaluation, as sentences."""

    def figure(self, where, want, got):
        if not near(want, got):
            self.append(f"{where}: want {want if want is None else float(want)}, got {got}")

    def exact(self, where, want, got):
        if want != got:
            self.append(f"{where}: want {want}, got {got}")


def compare_criterion(found, where, want, got, points):
    found.exact(f"{where} state", want["state"], got["state"])
    if want["counts"]:
        found.figure(f"{where} claimed", hundredfold(want["claimed"]), got["claimed"])
        found.figure(f"{where} evidenced", hundredfold(want["evidenced"]), got["evidenced"])
    if want["state"] == "answered":
        found.exact(f"{where} grade", None if want["grade"] is None else GRADES[want["grade"]], got["grade"])
        found.figure(f"{where} ceiling", want["ceiling"], got["ceiling"])
    found.figure(f"{where} weight", want["weight"], got["weight"])
    found.figure(f"{where} points", points * want["evidenced"] if want["counts"] else 0, got["points"] or 0)


def compare_panel(found, where, want, got):
    """Whether the panel speaks, and what it leaves open."""
    found.exact(f"{where} panel", want is not None, got is not None)
    if want is not None and got is not None:
        found.exact(f"{where} to moderate", want.to_moderate, got["to_moderate"])
        found.exact(f"{where} panel's level", want.place is not None, got["level"] is not None)


def compare_items(found, where, want, got, vendor):
    sections = {section["id"]: section for section in got["sections"]}
    criteria = {criterion["id"]: criterion for criterion in got["criteria"]}
    for child in want["children"]:
        place = f"{where}/{child['id']}"
        if "children" in child:
            section = sections.pop(child["id"])
            for measure in ("claimed", "evidenced", "proven"):
                found.figure(f"{place} {measure}", hundredfold(child[measure]), section[measure])
            found.figure(f"{place} weight", child["weight"], section["weight"])
            compare_items(found, place, child, section, vendor)
        else:
            criterion = criteria.pop(child["id"])
            compare_criterion(found, place, child, criterion, vendor["points"][child["id"]])
            compare_panel(found, place, vendor["verdicts"][child["id"]], criterion["panel"])
    found.exact(f"{where} other items", [], list(sections) + list(criteria))


def compare_gap(found, where, want, got):
    gap = got["gap"]
    tree = want["tree"]
    whole = None if tree["claimed"] is None else (tree["claimed"] - tree["evidenced"]) * 100
    found.figure(f"{where} gap, all causes", whole or 0, sum(value or 0 for value in gap.values()))
    if min(value or 0 for value in gap.values()) < 0:
        found.append(f"{where}: a cause of the gap is below 0: {gap}")
    for cause, possible in (("contradicted", want["has_shows"] or any(want["verdicts"].values())), ("expired", "expired" in want["causes"]), ("scope", True)):
        if gap[cause] and not possible:
            found.append(f"{where}: gap names {cause} {gap[cause]}, and there is none")


def compare_conditions(found, where, want, got):
    shortfalls = want["outcome"] == "acceptable with conditions" and not want["conditions"]
    if shortfalls:
        if not 1 <= len(got["conditions"]) <= 3:
            found.append(f"{where}: {len(got['conditions'])} shortfalls instead of conditions")
        return
    expected = sorted((id, must, float(points)) for id, points, must in want["conditions"])
    shown = sorted((one["criterion"], one["must"], one["points"]) for one in got["conditions"])
    found.exact(f"{where} conditions", [one[:2] for one in expected], [one[:2] for one in shown])
    for one, other in zip(expected, shown):
        found.figure(f"{where} condition {one[0]}", one[2], other[2])


def compare_vendor(found, want, got):
    where = want["id"]
    for key in ("rank", "preferred", "outcome"):
        found.exact(f"{where} {key}", want[key], got[key])
    found.exact(f"{where} published", None if want["published"] is None else float(want["published"]), got["published"])
    for measure in ("claimed", "evidenced", "proven", "if_all_is_true"):
        found.figure(f"{where} {measure}", hundredfold(want["tree"][measure]), got[measure])
    found.figure(f"{where} answered", want["tree"]["answered"], got["answered"])
    found.exact(f"{where} gates", want["gates"], {gate["id"]: gate["result"] for gate in got["gates"]})
    compare_items(found, where, want["tree"], got, want)
    compare_gap(found, where, want, got)
    compare_conditions(found, where, want, got)


def compare(want, got):
    found = Difference()
    found.exact("provisional", want["provisional"], bool(got["evaluation"]["provisional"]))
    results = {vendor["id"]: vendor for vendor in got["vendors"]}
    found.exact("vendors", sorted(vendor["id"] for vendor in want["vendors"]), sorted(results))
    for vendor in want["vendors"]:
        if vendor["id"] in results:
            compare_vendor(found, vendor, results[vendor["id"]])
    return found


def vouch(program, folder):
    done = subprocess.run([program, "score", str(folder), "--format", "json"], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def trial(program, seed, folder):
    """The differences of one evaluation."""
    case = generate.generate(seed)
    files.write(case, folder)
    want = scorer.score(case)
    status, out, said = vouch(program, folder)
    expected = 2 if not want["vendors"] else 1 if left_out(case) else 0
    if status != expected or status == 2:
        return [] if status == expected else [f"status {status} instead of {expected}: {errors_in(said)}"]
    return compare(want, json.loads(out))


def errors_in(said):
    lines = said.splitlines()
    return " | ".join(f"{line} {lines[place + 1].strip()}" for place, line in enumerate(lines) if line.startswith("error"))[:600]


def left_out(case):
    """A response with errors among those that would have been scored."""
    plain = {**case, "faulty": set()}
    return scorer.scored_responses(plain) != scorer.scored_responses(case)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("vouch")
    words.add_argument("--first", type=int, default=1)
    words.add_argument("--count", type=int, default=200)
    words.add_argument("--keep")
    options = words.parse_args()
    seeds = range(options.first, options.first + options.count)
    program, differing, shown = str(pathlib.Path(options.vouch).resolve()), 0, 0
    with tempfile.TemporaryDirectory(prefix="vouch-trials-") as scratch, concurrent.futures.ProcessPoolExecutor() as pool:
        folders = [pathlib.Path(options.keep or scratch) / f"trial-{seed}" for seed in seeds]
        for seed, found in zip(seeds, pool.map(trial, [program] * len(seeds), seeds, folders)):
            differing += bool(found)
            for sentence in found[:4] if shown < FAULTS_SHOWN else []:
                print(f"seed {seed}: {sentence}")
                shown += 1
    print(f"{options.count} evaluations, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
