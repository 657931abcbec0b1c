"""Counts the tests of a ctest report (JUnit XML), names what failed and what was skipped.

    count.py REPORT.xml

A cmocka program is counted by its single tests, anything else as one. The last line is
`N passed, N failed, N skipped`; the status is 1 where something failed or nothing ran.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

CMOCKA_LINE = re.compile(r"^\[ *(OK|FAILED|ERROR|SKIPPED) *\] (\w+)$")
OUTCOMES = {"OK": "passed", "FAILED": "failed", "ERROR": "failed", "SKIPPED": "skipped"}
STATUSES = {"run": "passed", "fail": "failed", "notrun": "skipped", "disabled": "skipped"}


def reason_of(output):
    """The line with which a test says why it was skipped."""
    for line in output.splitlines():
        if line.strip().lower().startswith("skipped"):
            return line.strip()
    return "skipped"


def single_tests(output):
    """The outcome of each test of a cmocka program, by name; empty for other programs."""
    outcomes = {}
    for line in output.splitlines():
        match = CMOCKA_LINE.match(line.strip())
        # A skipped test is closed by an OK line of no other test; the first word on a test stands.
        if match and outcomes.get(match.group(2)) is None:
            outcomes[match.group(2)] = OUTCOMES[match.group(1)]
    return outcomes


def count(report):
    """Lists of names by outcome."""
    lists = {"passed": [], "failed": [], "skipped": []}
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        name = case.get("name")
        output = case.findtext("system-out") or ""
        outcome = STATUSES.get(case.get("status"), "failed")
        singles = single_tests(output) if name.startswith("unit.") else {}
        for test, single in singles.items():
            lists[single].append(f"{name} {test}")
        # A program that broke off, or failed beyond its tests, is a failure of its own.
        if not singles or (outcome == "failed" and "failed" not in singles.values()):
            reason = f": {reason_of(output)}" if outcome == "skipped" else ""
            lists[outcome].append(name + reason)
    return lists


def main():
    lists = count(sys.argv[1])
    for outcome in ("skipped", "failed"):
        for name in lists[outcome]:
            print(f"{outcome}: {name}")
    print(", ".join(f"{len(lists[outcome])} {outcome}" for outcome in ("passed", "failed", "skipped")))
    return 1 if lists["failed"] or not lists["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
