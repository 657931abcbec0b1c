"""What `published` says of small files: figures that agree, that differ, that are not computed, faults of the file.

    statuses.py PUBLISHED
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

# Weights 0.6, 0.3, 0.1, without contradiction; and a circle, whose eigenvalue is 1 + 2 + 1/2.
SQUARE = [[1, 2, 6], [0.5, 1, 3], [1 / 6, 1 / 3, 1]]
CIRCLE = [[1, 2, 0.5], [0.5, 1, 2], [2, 0.5, 1]]
TABLES = {"note": "by order", "saaty_1980": [0, 0, 0.58], "other_saaty": {"3": 0.5}, "random_x": {"3": 0.25}}
SINGLE = {"id": "s", "tolerance": 1e-6, "elements": ["A", "B", "C"], "matrix": SQUARE,
          "expected": {"weights": [0.6, 0.3, 0.1], "CR_saaty": 0}}
HIERARCHY = {"id": "h", "tolerance": 1e-6, "criteria": ["A", "B", "C"], "criteria_matrix": SQUARE,
             "alternatives": ["X", "Y", "Z"], "alternative_matrices": {"A": SQUARE, "B": SQUARE, "C": CIRCLE},
             "expected": {"global_weights": {"Y": 0.9 * 0.3 + 0.1 / 3, "X": 0.9 * 0.6 + 0.1 / 3, "Z": 0.9 * 0.1 + 0.1 / 3},
                          "best": "X", "CR": 0, "b": {"X": 0.6, "CR": 0, "median": 1}, "c_CR": 0.25 / 0.58}}


def single(**changes):
    return {"single": [copy.deepcopy(SINGLE) | changes], "random_index_tables": TABLES}


def hierarchy(**changes):
    return {"hierarchies": [copy.deepcopy(HIERARCHY) | changes], "random_index_tables": TABLES}


def circle(**expected):
    return single(matrix=CIRCLE, expected=expected)


# The file (a text as it stands), the status, and what must be said.
CASES = [
    (single(), 0, "4 the same, 0 different, 0 not computed here"),
    (single(expected={"weights": [0.6, 0.3, 0.2]}), 1, "DIFFERS  s weights.C: computed 0.1000000, expected 0.2 (within 1e-06)"),
    (single(expected={"weights_2": {"C": 0.1, "A": 0.6, "B": 0.3}}), 0, "same     s weights_2.C"),
    (single(expected={"weights": [0.6, 0.3, 0.1], "koczkodaj": 0.1}), 0, "not here s koczkodaj: not computed here"),
    (single(expected={"koczkodaj": 0.1}), 2, "0 the same, 0 different, 1 not computed here"),
    (circle(lambda_max=3.5, CI=0.25, CR_saaty=0.25 / 0.58), 0, "by the program's random index"),
    (circle(CR_saaty=0.5), 0, "by the file's random index other_saaty"),
    (circle(CR_saaty=0.4), 1, "computed 0.4310345, expected 0.4 (within 1e-06), by the program's random index"),
    (circle(CR_saaty=1), 1, "DIFFERS"),
    (circle(CR=1), 0, "by the file's random index random_x"),
    (circle(CR_random_x=1), 0, "by the file's random index random_x"),
    (circle(CR_ri_0_8=0.3125), 0, "by random index 0.8"),
    (circle(CR_ri_0_8=0.3), 1, "DIFFERS"),
    (circle(CR_nobody=1, CI=0.25), 0, "not here s CR_nobody"),
    (single(note="row means, NOT the eigenvector", expected={"weights": [1, 2, 3]}), 2, "not here s weights: not computed here: row means"),
    (hierarchy(), 0, "8 the same, 0 different, 1 not computed here"),
    (hierarchy(expected={"best": "Y"}), 1, "DIFFERS  h best: computed X, expected Y"),
    (hierarchy(expected={"c_CR": 0.3}), 1, "DIFFERS  h c_CR"),
    (hierarchy(expected={"b": {"X": 0.5}}), 1, "DIFFERS  h b.X"),
    (hierarchy(expected={"global_weights": {"X": 1, "Y": 0, "Q": 0}}), 2, "`Q` is no name of this case"),
    (hierarchy(alternative_matrices={"A": SQUARE}), 2, "`h` needs names and a square matrix over them"),
    (single(matrix=[[1, 2], [0.5, 1]]), 2, "`s` needs names and a square matrix over them"),
    (single(matrix=[[1, 2, 6], [0.5, 1], [1, 1, 1]]), 2, "a row of 3 numbers should stand here"),
    (single(matrix=[[1, 2, 0], [0.5, 1, 3], [1, 1, 1]]), 2, "a ratio above 0 should stand here"),
    (single(matrix=[[1, 2, "x"], [0.5, 1, 3], [1, 1, 1]]), 2, "a number should stand here"),
    (single(expected={"weights": [0.6, 0.4]}), 2, "3 weights should stand here"),
    (single(expected=3), 2, "`s` needs a map `expected`"),
    ({"single": [{"id": "s"}]}, 2, "a case needs `id` and `tolerance`"),
    ({"single": 3}, 2, "a list of cases should stand here"),
    ([{"id": "t", "tolerance": 0.1, "method": "TOPSIS", "expected": {}}], 2, "not here t TOPSIS: not computed here"),
    ([{"id": "t"}], 2, "this is no layout of published cases"),
    ({}, 2, "this is no layout of published cases"),
    ('{"single": [', 2, "x.json:1:"),
    ('{"single": [], "single": []}', 2, "`single`"),
]


def main(published):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.json"
        for number, (content, status, said) in enumerate(CASES):
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
            done = subprocess.run([published, path], capture_output=True, text=True, timeout=20, check=False)
            if done.returncode != status or said not in done.stdout + done.stderr:
                faults.append(f"case {number}: status {done.returncode}, wanted {status} and `{said}`\n"
                              f"{done.stdout}{done.stderr}")
        for words in ([], [f"{folder}/none.json"]):
            done = subprocess.run([published, *words], capture_output=True, text=True, timeout=20, check=False)
            if done.returncode != 2 or not done.stderr:
                faults.append(f"{words}: status {done.returncode}, wanted 2 and why")
    print(*faults, f"{len(CASES) + 2} cases, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
