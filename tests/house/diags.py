"""Checks that every diagnostic of src/base/diag_codes.def is shown by a golden case.

    diags.py SOURCE_DIR
"""
import pathlib
import re
import sys

ROW = re.compile(r"^DIAG\((\w+)", re.MULTILINE)
SHOWN = re.compile(r"\[(\w+)\]")


def main():
    source = pathlib.Path(sys.argv[1])
    codes = ROW.findall((source / "src/base/diag_codes.def").read_text(encoding="utf-8"))
    shown = set()
    for name in ("out", "err"):
        for path in (source / "tests/golden").glob(f"*/{name}"):
            shown.update(SHOWN.findall(path.read_text(encoding="utf-8")))
    missing = [code for code in codes if code not in shown]
    print("\n".join(f"not shown by any golden case: {code}" for code in missing))
    print(f"{len(codes)} diagnostics, {len(missing)} missing")
    return 1 if missing or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
