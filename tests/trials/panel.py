"""The panel, in exact fractions, from docs/rules.md (6, 12) alone: what evaluators' marks make of an answer."""
from fractions import Fraction

from values import number

CLEAR = ("", "none", "no")


class Verdict:
    """The panel's level on one answer; `place` is None where no mark counts."""

    def __init__(self, place, worth, to_moderate):
        self.place, self.worth, self.to_moderate = place, worth, to_moderate


def marks_of(assessment, part, vendor, id):
    return assessment.get(part, {}).get(vendor, {}).get(id)


class Panel:
    """Assessments held against the offers that are scored."""

    def __init__(self, plan, offers, assessments):
        self.plan, self.offers, self.assessments = plan, offers, assessments
        self.let = {}  # evaluator: vendors for which the chair lets a conflict pass
        for assessment in assessments:
            for evaluator, vendors in assessment.get("counts", {}).items():
                if evaluator != "because":
                    self.let[evaluator] = [vendors] if isinstance(vendors, str) else vendors

    def has_answer(self, offer, id):
        return offer.state(id) in ("answered", "not_yet_scored")

    def is_for_all(self, assessment, id):
        return all(marks_of(assessment, "marks", offer.vendor["id"], id)
                   for offer in self.offers if self.has_answer(offer, id))

    def counts(self, assessment, vendor, id):
        evaluator = assessment["evaluator"]
        clear = evaluator["conflict"].lower() in CLEAR or vendor in self.let.get(evaluator["id"], [])
        return clear and self.is_for_all(assessment, id)

    def verdicts(self, offer):
        return {id: self.verdict(offer, id) for id in self.plan.criteria}

    def verdict(self, offer, id):
        """None where nobody marked, or there is nothing to mark."""
        kind, vendor = self.plan.answers[id], offer.vendor["id"]
        if kind.levels is None or not self.has_answer(offer, id):
            return None
        worths = [number(level["worth"]) for level in kind.levels]
        marks = [(one, marks_of(one, "marks", vendor, id)) for one in self.assessments]
        marks = [(one, mark) for one, mark in marks if mark]
        places = sorted(kind.level(mark["level"]) for one, mark in marks if self.counts(one, vendor, id))
        for assessment in self.assessments:
            moderated = marks_of(assessment, "moderated", vendor, id)
            if moderated:
                place = kind.level(moderated["level"])
                return Verdict(Fraction(place), worths[place], False)
        if not marks:
            return None
        if not places:
            return Verdict(None, None, True)
        below, above = places[(len(places) - 1) // 2], places[len(places) // 2]
        spread = places[-1] - places[0]
        return Verdict(Fraction(below + above, 2), (worths[below] + worths[above]) / 2,
                       spread >= 2 or (spread > 0 and "gate" in self.plan.criteria[id]))


def make(maker, case):
    """Adds assessments to a case, and turns some levels into answers in words."""
    vendors = sorted(response["vendor"]["id"] for response in case["responses"].values())
    whens = {id for criterion in maker.criteria for id in criterion.get("when", {})}
    for criterion in maker.criteria[1:]:
        plain = criterion["id"] not in whens and not {"gate", "target"} & set(criterion)
        if criterion["answer"] in ("maturity", "ready") and plain and maker.chance(0.4):
            into_words(case, criterion)
    on_scale = [one for one in maker.criteria
                if one["answer"] in ("maturity", "ready") or isinstance(one["answer"], dict) and "text" in one["answer"]]
    case["assessments"] = {}
    if not on_scale:
        return
    evaluators = [f"e{place}" for place in range(maker.of([1, 2, 2, 3, 3, 4]))]
    middle = {(vendor, one["id"]): maker.random.randrange(4) for vendor in vendors for one in on_scale}
    for id in evaluators:
        case["assessments"][f"{id}.yaml"] = marked(maker, id, vendors, on_scale, middle)
    if maker.chance(0.6):
        case["assessments"]["chair.yaml"] = chaired(maker, evaluators, vendors, on_scale)


def into_words(case, criterion):
    criterion["answer"] = {"text": criterion["answer"]}
    for response in case["responses"].values():
        answer = response["answers"].get(criterion["id"])
        if isinstance(answer, str):
            response["answers"][criterion["id"]] = "As we do it"
        elif isinstance(answer, dict) and "answer" in answer:
            answer["answer"] = "As we do it"
    for findings in case["findings"].values():
        findings.get("shows", {}).pop(criterion["id"], None)
        if "shows" in findings and not findings["shows"]:
            del findings["shows"]


def level_of(criterion, place):
    ready = "ready" in (criterion["answer"], criterion["answer"]["text"] if isinstance(criterion["answer"], dict) else "")
    return (["Idea", "Trial", "Use", "All"] if ready else ["Absent", "Partial", "In place", "Measured"])[max(0, min(3, place))]


def marked(maker, id, vendors, on_scale, middle):
    """One evaluator's file: near the middle, and now and then one is left out."""
    careful = maker.of([1, 0.97, 0.8])
    marks = {}
    for criterion in on_scale:
        if maker.chance(0.2):
            continue
        for vendor in vendors:
            if maker.chance(careful):
                place = middle[vendor, criterion["id"]] + maker.of([0, 0, 0, 0, 1, -1, 2])
                marks.setdefault(vendor, {})[criterion["id"]] = {"level": level_of(criterion, place), "because": "Read"}
    evaluator = {"id": id, "conflict": maker.of(["none", "none", "None", "no", "A brother"]), "signed": maker.as_of}
    return {"evaluator": evaluator} | ({"marks": marks} if marks else {})


def chaired(maker, evaluators, vendors, on_scale):
    """The chair moderates some, always with a reason for leaving the range, and may let a conflict pass."""
    moderated = {}
    for vendor in vendors:
        for criterion in on_scale:
            if maker.chance(0.3):
                moderated.setdefault(vendor, {})[criterion["id"]] = {
                    "level": level_of(criterion, maker.random.randrange(4)), "because": "Talked over", "outside": "We saw more"}
    chair = {"evaluator": {"id": "chair", "conflict": "none", "signed": maker.as_of}}
    if moderated:
        chair["moderated"] = moderated
    if maker.chance(0.5):
        chair["counts"] = {maker.of(evaluators): maker.random.sample(vendors, maker.of([1, len(vendors)])), "because": "Few readers"}
    return chair
