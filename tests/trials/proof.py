"""How far evidence carries an answer, from docs/rules.md (2, 12) alone."""
import calendar
import datetime
import hashlib
import re

from measured import carried_by
from values import day

GRADES = ["stated", "documented", "independent", "verified"]
STATED, DOCUMENTED = 0, 1


def months_later(start, months):
    """The same day of a later month, or its last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def last_day(piece, kind, issued):
    """The last day on which a piece is current, or None where it does not age."""
    if "expires" in piece:
        return day(piece["expires"])
    if kind["lifetime"] == "none":
        return None
    count, unit = re.fullmatch(r"(\d+) (month|year)s?", kind["lifetime"]).groups()
    start = day(piece["period"][1]) if "period" in piece else issued
    return None if start is None else months_later(start, int(count) * (12 if unit == "year" else 1))


def is_current(piece, kind, as_of, bought):
    """The buyer's own evidence may be later than the as-of date."""
    issued = piece.get("on") if bought else piece.get("issued")
    issued = None if issued is None else day(issued)
    if issued is not None and issued > as_of and not bought:
        return False
    last = last_day(piece, kind, issued)
    return last is None or as_of <= last


def touches(finding, criterion):
    exceptions = finding.get("exceptions", "none")
    return exceptions != "none" and criterion["id"] in exceptions


class Prover:
    """The grade of each answer of one vendor."""

    def __init__(self, response, findings, kinds, as_of, files):
        self.vendor = response["vendor"]
        self.pieces = response.get("evidence", {})
        self.found = findings.get("evidence", {})
        self.carried = {own: set(piece["carries"]) | set(carried_by(response, findings, own))
                        for own, piece in self.found.items() if "kind" in piece}
        self.kinds, self.as_of, self.files = kinds, as_of, files
        self.causes = set()

    def is_ours(self, piece, criterion):
        """Of the vendor itself (0), of a declared sub-processor (1), or of somebody else (None)."""
        entity = piece.get("entity")
        if entity is not None and entity != self.vendor["name"]:
            return 1 if entity in self.vendor.get("subprocessors", []) and criterion.get("inheritable") == "yes" else None
        product = piece.get("product")
        return 0 if product is None or product == self.vendor.get("product") else None

    def digest(self, piece):
        """True: its file lies there and is right; False: it differs; None: there is no file or no digest."""
        content = self.files.get(piece.get("file"))
        if content is None or "sha256" not in piece:
            return None
        return hashlib.sha256(content).hexdigest() == piece["sha256"]

    def grade_of_piece(self, name, place, criterion):
        """The grade of a piece that an answer names, or None where it counts as not there."""
        piece, finding = self.pieces[name], self.found.get(name, {})
        kind = self.kinds[piece["kind"]]
        if piece["kind"] not in criterion["evidence"] or kind["buyer_only"] == "yes":
            return None
        if not is_current(piece, kind, self.as_of, bought=False):
            self.causes.add("expired")
            return None
        ours = self.is_ours(piece, criterion)
        if ours is None:
            self.causes.add("scope")
            return None
        if finding.get("accepted") == "no" or self.digest(piece) is False:
            return None
        if not (self.digest(piece) or finding.get("held") == "yes" or "seen" in finding):
            return STATED
        lowered = GRADES.index(kind["grade"]) - ours
        lowered -= finding.get("scope") == "partial"
        # One fault, not two: exceptions are what an opinion is qualified for.
        lowered -= piece.get("opinion") == "qualified" or touches(finding, criterion)
        highest = len(GRADES) - 1 if finding.get("accepted") == "yes" and place else DOCUMENTED
        return max(STATED, min(lowered, highest))

    def grades_of_buyer(self, criterion):
        for own, finding in self.found.items():
            if "kind" not in finding or criterion["id"] not in self.carried[own] or finding["kind"] not in criterion["evidence"]:
                continue
            kind = self.kinds[finding["kind"]]
            if is_current(finding, kind, self.as_of, bought=True):
                yield max(STATED, GRADES.index(kind["grade"]) - (finding.get("scope") == "partial") - touches(finding, criterion))
            else:
                self.causes.add("expired")

    def grade(self, answer, criterion):
        """The best grade that an answer reaches; None where no evidence is asked."""
        if "evidence" not in criterion:
            return None
        links = answer.get("evidence", {}) if isinstance(answer, dict) else {}
        places = links if isinstance(links, dict) else {name: None for name in links}
        grades = [self.grade_of_piece(name, place, criterion) for name, place in places.items()]
        grades += list(self.grades_of_buyer(criterion))
        return max([STATED] + [grade for grade in grades if grade is not None])
