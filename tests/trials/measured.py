"""What was measured of what was claimed, from docs/rules.md (3) alone."""
import re

from values import clamped, day, number

FIGURE = re.compile(r"([-+]?[0-9.]+)\s*(.*)")


def figure(text):
    """(value, unit) of a figure as it is written; a day is its number, with the unit `day`."""
    if text is None:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return number(day(text).toordinal()), "day"
    value, unit = FIGURE.fullmatch(text).groups()
    return number(value), unit


def in_own_terms(kind, text):
    """The figure as an answer to the criterion, or None where it is none."""
    value, unit = figure(text)
    if kind.kind == "percent":
        return f"{text.rstrip('% ')}%" if unit == "%" else None
    if kind.kind in ("number", "money"):
        return text.split()[0] if unit in ("", kind.spec[kind.kind]) else None
    return text if kind.kind == "date" and unit == "day" else None


def share(claim, measured):
    """How much of what was claimed was measured, counted from the baseline, or None."""
    claimed, base = figure(claim.get("figure")), figure(claim.get("baseline"))
    if claimed is None or base is None or claimed[0] == base[0]:
        return None
    return clamped((figure(measured)[0] - base[0]) / (claimed[0] - base[0]))


def rises(kind):
    """Is more worth more? Every curve of the trials is monotone."""
    if kind.kind == "percent":
        return True
    spec = kind.spec
    if "curve" in spec:
        return number(spec["curve"][0][1]) < number(spec["curve"][-1][1])
    best, worst = spec["best"], spec["worst"]
    return day(best) > day(worst) if kind.kind == "date" else number(best) > number(worst)


def is_worse(kind, one, other):
    """By worth; where both are worth the same, by the way the curve runs."""
    if kind.worth(one) != kind.worth(other):
        return kind.worth(one) < kind.worth(other)
    place, than = (figure(text)[0] for text in (str(one), str(other)))
    return place < than if rises(kind) else place > than


class Measured:
    """The measured claims on one criterion of one vendor."""

    def __init__(self, id, kind, response, findings):
        found = findings.get("measured", {})
        self.kind, self.figures, self.shares = kind, [], []
        for claim in response.get("claims", []):
            if id not in claim["criteria"] or claim["id"] not in found:
                continue
            measured = found[claim["id"]]["figure"]
            own = in_own_terms(kind, measured) if kind.kind != "text" else None
            if own is not None and ("figure" not in claim or in_own_terms(kind, claim["figure"]) is not None):
                self.figures.append(own)
            elif share(claim, measured) is not None:
                self.shares.append(share(claim, measured))

    def in_force(self, answer):
        """The answer, or the worst figure that was measured where that is worse."""
        for own in self.figures:
            if is_worse(self.kind, own, answer):
                answer = own
        return answer

    def worth(self, claimed):
        """What the answer is worth at most; `claimed` is what was answered."""
        return min([claimed] + [self.kind.worth(own) for own in self.figures] + [part * claimed for part in self.shares])


def carried_by(response, findings, own):
    """The criteria of the claims that a piece of our own measured."""
    found = findings.get("measured", {})
    return [id for claim in response.get("claims", []) if found.get(claim["id"], {}).get("from") == own
            for id in claim["criteria"]]
