"""A second opinion: scores an evaluation in exact fractions, written from docs/rules.md and docs/formats.md alone.

    score(case) -> {"provisional": bool, "vendors": [...]}, in the shape of the JSON results

A case holds what the files say: `evaluation`, `criteria`, `responses` {file: map}, `findings` {vendor: map}, `files`
{name: bytes} beside the responses, `assessments` {file: map}, `faulty` {file}. Every value is the text that stands in
the file. Rules 1 to 8 and 12; no price or money.
"""
from fractions import Fraction

from measured import Measured
from panel import Panel
from proof import GRADES, Prover
from values import Answers, day, number

ONE, ZERO = Fraction(1), Fraction(0)
CEILINGS = {"stated": "0.25", "documented": "0.75", "independent": "1", "verified": "1"}
MEASURES = ("claimed", "evidenced", "proven", "if_all_is_true", "answered")


def half_up(value, decimals):
    """Half away from zero; no score is negative."""
    return Fraction((value * 10**decimals * 2 + 1) // 2, 10**decimals)


def published(value, decimals):
    return None if value is None else half_up(half_up(value, 9), decimals)


def leaves(items):
    for item in items:
        yield from leaves(item["items"]) if "items" in item else [item]


def sections(items):
    for item in items:
        if "items" in item:
            yield item
            yield from sections(item["items"])


class Plan:
    """What holds for all vendors."""

    def __init__(self, case):
        self.evaluation = case["evaluation"]
        self.head = self.evaluation["evaluation"]
        self.rules = self.evaluation.get("rules", {})
        self.tree = case["criteria"]["tree"]
        self.scales = case["criteria"].get("scales", {})
        self.kinds = {kind["id"]: kind for kind in case["criteria"].get("kinds", [])}
        self.criteria = {leaf["id"]: leaf for leaf in leaves(self.tree)}
        self.answers = {id: Answers(leaf, self.scales) for id, leaf in self.criteria.items()}
        self.as_of = day(self.head["as_of"] if "as_of" in self.head else self.head["answers_due"])
        self.due = "answers_due" in self.head and self.as_of < day(self.head["answers_due"])
        self.decimals = int(self.rules.get("decimals", "2"))
        self.ceilings = [number(self.rules.get("ceilings", {}).get(grade, CEILINGS[grade])) for grade in GRADES]
        bands = self.rules.get("bands", {})
        self.acceptable = number(bands.get("acceptable", "70"))
        self.with_conditions = number(bands.get("with_conditions", "50"))
        self.complete = number(self.rules.get("complete", "90%"))
        margin = self.rules.get("margin", {})
        self.margin, self.effect = number(margin.get("points", "1")), margin.get("effect", "note")
        self.tie = self.rules.get("tie", [])
        self.grades = case.get("grades", {})
        self.files, self.taken = case.get("files", {}), self.rules.get("not_applicable", "ask") == "accept"

    def weights(self, items, parent):
        """Shares among siblings, the evaluation's own weights first."""
        own = self.evaluation.get("within", {}).get(parent, {}) if parent else self.evaluation.get("weights", {})
        weights = [number(own.get(item["id"], item.get("weight", "1"))) for item in items]
        return [weight / sum(weights) for weight in weights]


class Offer:
    """One vendor's answers, scored."""

    def __init__(self, plan, response, findings):
        self.plan, self.findings = plan, findings
        self.answers = response["answers"]
        self.vendor = response["vendor"]
        self.grades = plan.grades.get(self.vendor["id"], {})  # {criterion: place} of grades that somebody set by hand
        self.prover = Prover(response, findings, plan.kinds, plan.as_of, plan.files)
        self.measured = {id: Measured(id, plan.answers[id], response, findings) for id in plan.criteria}
        self.states, self.cells, self.points, self.verdicts, self.tree = {}, {}, {}, {}, None

    def fill(self, verdicts):
        """The figures, once the panel has seen what all offers answer."""
        self.verdicts = verdicts
        for id, verdict in self.verdicts.items():
            if verdict is not None and verdict.place is not None:
                self.states[id] = "answered"
        for id in self.plan.criteria:
            self.cells[id] = self.cell(id)
        self.tree = self.summed({"items": self.plan.tree})
        self.spread(self.tree, Fraction(100))

    def judged(self, id):
        """The panel's verdict where it decides, or None: none, no mark that counts, or above the answer."""
        verdict = self.verdicts[id]
        if verdict is None or verdict.place is None:
            return None
        kind = self.plan.answers[id]
        is_above = kind.kind == "scale" and verdict.place > kind.level(self.given(id))
        return None if is_above else verdict

    def is_panel_scored(self, id):
        return self.verdicts[id] is not None and self.verdicts[id].place is not None

    # States

    def given(self, id):
        """The bare answer, or None."""
        answer = self.answers.get(id)
        return answer.get("answer") if isinstance(answer, dict) else answer

    def state(self, id):
        if id not in self.states:
            self.states[id] = self.find_state(id)
        return self.states[id]

    def find_state(self, id):
        criterion, answer = self.plan.criteria[id], self.answers.get(id)
        if not all(self.holds(other, wanted) for other, wanted in criterion.get("when", {}).items()):
            return "not_asked"
        if answer is None:
            return "unanswered"
        for state in ("not_applicable", "declined"):
            if isinstance(answer, dict) and state in answer:
                return state
        return "not_yet_scored" if self.plan.answers[id].kind == "text" else "answered"

    def holds(self, id, wanted):
        return self.state(id) == "answered" and self.plan.answers[id].same(self.given(id), wanted)

    def is_agreed(self, id):
        """Not applicable, and we say so, too."""
        if self.plan.criteria[id].get("not_applicable") == "never":
            return False
        finding = self.findings.get("not_applicable", {}).get(id)
        return self.plan.taken if finding is None else finding["agreed"] == "yes"

    # Values

    def shown(self, id):
        """The lower level that evidence shows, or None."""
        return self.findings.get("shows", {}).get(id, {}).get("level")

    def in_force(self, id):
        """The answer's own words; what the panel says of it is judged()."""
        if self.is_panel_scored(id):
            return self.given(id)
        return self.measured[id].in_force(self.given(id) if self.shown(id) is None else self.shown(id))

    def claimed(self, id):
        kind = self.plan.answers[id]
        return self.verdicts[id].worth if kind.kind == "text" else kind.worth(self.given(id))

    def worth_in_force(self, id):
        """What the level in force is worth, a measured share of it taken."""
        verdict = self.judged(id)
        if verdict is not None:
            return verdict.worth
        kind = self.plan.answers[id]
        worth = kind.worth(self.in_force(id))
        return worth if self.is_panel_scored(id) else min(worth, self.measured[id].worth(kind.worth(self.given(id))))

    def cell(self, id):
        """What a criterion brings into the sums; `counts` says whether it is in them at all."""
        criterion, state = self.plan.criteria[id], self.state(id)
        asked = "evidence" in criterion
        cell = dict.fromkeys(MEASURES, ZERO) | {"id": id, "state": state, "counts": True, "grade": None, "ceiling": None}
        if state == "answered":
            grade = self.grades[id] if id in self.grades else self.prover.grade(self.answers[id], criterion)
            ceiling = self.plan.ceilings[grade] if asked else ONE
            claimed = self.claimed(id)
            worth = min(claimed, self.worth_in_force(id))
            cell |= {"claimed": claimed, "evidenced": min(worth, ceiling), "if_all_is_true": claimed, "answered": ONE,
                     "ceiling": ceiling, "grade": grade}
            is_proven = self.is_panel_scored(id) or not asked or grade >= GRADES.index("independent")
            cell["proven"] = cell["evidenced"] if is_proven else ZERO
        elif state == "not_yet_scored":
            cell["counts"] = False
        elif state == "not_asked":
            cell |= {"counts": criterion.get("otherwise", "0") != "leave", "answered": ONE}
        elif state == "not_applicable" and self.is_agreed(id):
            cell["counts"] = False
        elif state != "declined" and self.plan.due:
            cell["if_all_is_true"] = ONE
        return cell

    # Sums

    def summed(self, section):
        """A section with its children below it; measures are None where nothing is in the sum."""
        shares = self.plan.weights(section["items"], section.get("id"))
        children = [self.summed(item) if "items" in item else dict(self.cells[item["id"]]) for item in section["items"]]
        for child, share in zip(children, shares):
            child["weight"] = share
        inside = [child for child in children if child["counts"]]
        total = sum((child["weight"] for child in inside), ZERO)
        node = {"id": section.get("id"), "children": children, "counts": total > 0, "in_sum": total}
        for measure in MEASURES:
            node[measure] = None
            if total > 0:
                node[measure] = sum((child["weight"] * child[measure] for child in inside), ZERO) / total
        return node

    def spread(self, node, share):
        """How many points of the total one whole criterion is worth: `points` of each leaf."""
        for child in node["children"]:
            part = share * child["weight"] / node["in_sum"] if node["counts"] and child["counts"] else ZERO
            if "children" in child:
                self.spread(child, part)
            else:
                self.points[child["id"]] = part

    def sections(self, node=None):
        """Every section by its id."""
        found = {}
        for child in (node or self.tree)["children"]:
            if "children" in child:
                found |= {child["id"]: child} | self.sections(child)
        return found

    def score_of(self, id):
        """The published evidenced score of a section or a criterion at the top."""
        node = self.sections().get(id) or next(child for child in self.tree["children"] if child["id"] == id)
        value = node["evidenced"] if node["counts"] else None
        return None if value is None else published(value * 100, self.plan.decimals)

    # Gates, conditions

    def suffices(self, id, gate):
        kind, answer, verdict = self.plan.answers[id], self.in_force(id), self.judged(id)
        place = kind.place(answer) if verdict is None else verdict.place

        def says(word):
            return kind.same(answer, word) if verdict is None else verdict.place == kind.place(word)

        return (("at_least" not in gate or place >= kind.place(gate["at_least"]))
                and ("at_most" not in gate or place <= kind.place(gate["at_most"]))
                and ("is" not in gate or says(gate["is"]))
                and ("one_of" not in gate or any(says(word) for word in gate["one_of"]))
                and ("by" not in gate or place <= kind.place(gate["by"])))

    def gate(self, id):
        gate, state = self.plan.criteria[id]["gate"], self.state(id)
        if not self.cells[id]["counts"] and state in ("not_asked", "not_applicable"):
            return "met"  # it left the sum; what is not asked and worth 0 is a weakness, so that it fails
        if state != "answered" or not self.suffices(id, gate):
            return "not met"
        if "proof" not in gate or self.cells[id]["grade"] >= GRADES.index(gate["proof"]):
            return "met"
        return "not met" if gate.get("unproven") == "fail" else "to be proven"

    def is_waived(self, id):
        return any(waiver["vendor"] == self.vendor["id"] and waiver["gate"] == id and self.plan.as_of <= day(waiver["until"])
                   for waiver in self.plan.evaluation.get("waivers", []))

    def gates(self):
        results = {}
        for id, criterion in self.plan.criteria.items():
            if "gate" in criterion:
                result = self.gate(id)
                results[id] = "waived" if result != "met" and self.is_waived(id) else result
        for id, least in self.plan.rules.get("minimum", {}).items():
            score = self.score_of(id)
            results[id] = "met" if score is None or score >= number(least) else "not met"
        return results

    def is_closed(self, id):
        return any(closed["vendor"] == self.vendor["id"] and closed["criterion"] == id
                   for closed in self.plan.evaluation.get("conditions_closed", []))

    def standing(self, id):
        verdict = self.judged(id)
        return self.plan.answers[id].standing(self.in_force(id)) if verdict is None else verdict.place

    def is_open(self):
        """Something is still for us to score or to moderate."""
        return "not_yet_scored" in self.states.values() or any(
            verdict is not None and verdict.to_moderate for verdict in self.verdicts.values())

    def is_share_short(self, id, worth):
        """Was so little of a claim measured that the answer is worth less than that?"""
        return (self.state(id) == "answered" and not self.is_panel_scored(id) and bool(self.measured[id].shares)
                and self.worth_in_force(id) < worth)

    def missed_targets(self):
        """{id: points} of the targets that are missed."""
        missed = {}
        for id, criterion in self.plan.criteria.items():
            if "target" not in criterion or not self.cells[id]["counts"] or self.state(id) == "not_asked":
                continue
            kind, target = self.plan.answers[id], criterion["target"]
            standing = self.standing(id) if self.state(id) == "answered" else ZERO
            if standing < kind.standing(target) or self.is_share_short(id, kind.worth(target)):
                missed[id] = max(ZERO, self.points[id] * (kind.worth(target) - self.cells[id]["evidenced"]))
        return missed

    def conditions(self):
        """[(criterion, points, must)] of what is open."""
        found = [(id, ZERO, True) for id, result in self.gates().items()
                 if result in ("waived", "to be proven") and not self.is_closed(id)]
        for id, points in self.missed_targets().items():
            must = self.plan.criteria[id].get("condition", {}).get("must") == "yes"
            if not self.is_closed(id):
                found.append((id, points, must))
        return found

    def total(self):
        value = self.tree["evidenced"]
        return None if value is None else published(value * 100, self.plan.decimals)

    def outcome(self):
        results, total = self.gates().values(), self.total()
        if "not met" in results:
            return "excluded"
        if total is None or half_up(self.tree["answered"], 9) < self.plan.complete or self.is_open():
            return "incomplete"
        if total < self.plan.with_conditions:
            return "not acceptable"
        bound = any(must for _, _, must in self.conditions()) or "waived" in results or "to be proven" in results
        return "acceptable with conditions" if bound or total < self.plan.acceptable else "acceptable"


def ranked(plan, offers):
    """{vendor: rank} of those not excluded; equal ranks where neither score nor tie rule separates them."""
    running = [offer for offer in offers if offer.total() is not None and offer.outcome() != "excluded"]
    leader = max((offer.total() for offer in running), default=None)

    def key(offer):
        total = offer.total()
        if plan.effect == "tie" and leader - total <= plan.margin:
            total = leader
        ties = [offer.score_of(id) for id in plan.tie]
        return [total] + [ZERO - 1 if score is None else score for score in ties]

    keys = {offer.vendor["id"]: key(offer) for offer in running}
    return {id: 1 + sum(other > mine for other in keys.values()) for id, mine in keys.items()}


def preferred(ranks, offers, provisional):
    fit = [offer.vendor["id"] for offer in offers
           if offer.outcome() in ("acceptable", "acceptable with conditions")]
    first = min((ranks[id] for id in fit), default=None)
    leaders = [id for id in fit if ranks[id] == first]
    return leaders[0] if len(leaders) == 1 and not provisional else None


def scored_responses(case):
    """The responses that are scored, and whether any that should be there is not."""
    evaluation, faulty = case["evaluation"], case.get("faulty", set())
    by_id = {}
    for file, response in case["responses"].items():
        by_id.setdefault(response["vendor"]["id"], []).append(file)
    invited = {vendor["id"]: vendor for vendor in evaluation.get("vendors", [])}
    sound, provisional = [], any(id not in by_id for id in invited)
    for id, files in by_id.items():
        if invited and id not in invited:
            continue
        if is_late(invited.get(id, {}), evaluation["evaluation"]):
            continue
        if len(files) > 1 or files[0] in faulty:
            provisional = True
        else:
            sound.append(case["responses"][files[0]])
    return sound, provisional


def is_late(vendor, head):
    """Received after answers were due: by the day where one of the two has no time."""
    if "received" not in vendor or "answers_due" not in head:
        return False
    received, due = vendor["received"], head["answers_due"]
    return received > due if len(received) == len(due) else received[:10] > due[:10]


def scored_offers(plan, case):
    """The offers, filled."""
    responses, _ = scored_responses(case)
    offers = [Offer(plan, response, case.get("findings", {}).get(response["vendor"]["id"], {})) for response in responses]
    panel = Panel(plan, offers, list(case.get("assessments", {}).values()))
    for offer in offers:
        for id in plan.criteria:
            offer.state(id)
    for offer, verdicts in [(offer, panel.verdicts(offer)) for offer in offers]:
        offer.fill(verdicts)
    return offers


def score(case):
    plan = Plan(case)
    _, provisional = scored_responses(case)
    offers = scored_offers(plan, case)
    provisional = provisional or any(offer.is_open() for offer in offers)
    ranks = ranked(plan, offers)
    first = preferred(ranks, offers, provisional)
    vendors = []
    for offer in offers:
        id = offer.vendor["id"]
        vendors.append({"id": id, "rank": ranks.get(id), "preferred": id == first, "outcome": offer.outcome(),
                        "published": offer.total(), "tree": offer.tree, "points": offer.points, "gates": offer.gates(),
                        "conditions": offer.conditions(), "causes": offer.prover.causes,
                        "has_shows": bool(offer.findings.get("shows") or offer.findings.get("measured")), "verdicts": offer.verdicts})
    return {"provisional": provisional, "vendors": vendors}
