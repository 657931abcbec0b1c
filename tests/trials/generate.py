"""Makes random evaluations from a seed: generate(seed) -> case (see scorer.py).

Trees of one to four levels with criteria at the top as well, every type of answer but price, every state, evidence with
every fault at and beside its last day, findings, gates, targets, waivers, a panel in one of three; then the rules are moved onto the figures that
come out, because faults live where a figure equals a bound.
"""
import copy
import datetime
import hashlib
import random

import panel
import scorer
from values import MATURITY

AS_OF = ["2026-06-30", "2026-02-28", "2024-02-29", "2026-03-31", "2026-12-31", "2025-10-15"]
KINDS = [
    {"id": "k-word", "grade": "stated", "lifetime": "none", "buyer_only": "no"},
    {"id": "k-paper", "grade": "documented", "lifetime": "none", "buyer_only": "no"},
    {"id": "k-log", "grade": "documented", "lifetime": "1 month", "buyer_only": "no"},
    {"id": "k-audit", "grade": "independent", "lifetime": "12 months", "buyer_only": "no"},
    {"id": "k-seal", "grade": "independent", "lifetime": "3 years", "buyer_only": "no"},
    {"id": "k-lab", "grade": "verified", "lifetime": "6 months", "buyer_only": "no"},
    {"id": "k-pilot", "grade": "verified", "lifetime": "3 months", "buyer_only": "yes"},
    {"id": "k-call", "grade": "independent", "lifetime": "none", "buyer_only": "yes"},
]
READY = [{"label": "Idea", "worth": "0", "number": "0"}, {"label": "Trial", "worth": "0.3", "number": "1"},
         {"label": "Use", "worth": "0.85", "number": "2"}, {"label": "All", "worth": "1", "number": "3"}]
GRADES = ["stated", "documented", "independent", "verified"]
CHOICES = {"full": "1", "most": "0.65", "half": "0.5", "also half": "0.5", "none": "0"}


def moved(text, days):
    return (datetime.date.fromisoformat(text) + datetime.timedelta(days=days)).isoformat()


def months_before(text, months):
    """A day from which so many months may end on `text`, or beside it."""
    date = datetime.date.fromisoformat(text)
    year, month = divmod(date.year * 12 + date.month - 1 - months, 12)
    for back in range(4):
        try:
            return datetime.date(year, month + 1, date.day - back).isoformat()
        except ValueError:
            continue
    raise AssertionError(text)


# Figures that are claimed, what they are counted from, and what is measured.
FIGURES = [
    ("98%", [None, "0%", "40%"], ["53%", "98%", "99.5%", "-3%", "98.01%"]),
    ("40%", ["0%", "20%", "40%"], ["22%", "40%", "60%", "10%"]),
    ("2 min", [None, "10 min"], ["3 min", "12 min", "2 min"]),
    ("500 ms", [None, "3000 ms"], ["1500 ms", "200 ms", "2100 ms", "150 ms"]),
    ("300", [None, "1000"], ["650", "250", "3000"]),
    ("40 points", [None], ["30 points", "5 points", "120 points"]),
    ("20000 EUR", [None], ["45000 EUR", "10000"]),
    ("2026-06-01", [None, "2028-01-01"], ["2027-01-01", "2025-12-30", "2029-01-01"]),
    (None, [None], ["53%", "1500 ms", "12"]),
]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.as_of = self.random.choice(AS_OF)
        self.criteria, self.last = [], 0
        self.fine = self.chance(0.3)     # simple figures, so that totals end in 5
        self.careless = self.random.choice([0, 0.05, 0.3])
        self.proofs = self.random.choice([0, 0.5, 0.9])

    def chance(self, share):
        return self.random.random() < share

    def of(self, things):
        return self.random.choice(things)

    # Criteria

    def weight(self):
        if self.fine:
            return self.of(["1", "2", "4", "5"])
        return self.of(["1", "1", "2", "3", "7", "0", "0.1", "0.35", "33.333", "10", "1e-3", "250"])

    def next_id(self, letter):
        self.last += 1
        return f"{letter}{self.of(['-', '_', '.', ''])}{self.last:02}"

    def answer_type(self):
        if self.fine:
            return self.of(["percent", "maturity", "yes_no"])
        return self.of(["yes_no", "maturity", "maturity", "ready", "percent", {"choice": dict(CHOICES)},
                        {"checklist": {"rest": "At rest", "transit": {"label": "In transit", "weight": "2"}, "use": "In use"}},
                        {"number": "ms", "best": "200", "worst": "2000"},
                        {"number": "points", "curve": [["0", "0"], ["10", "0.2"], ["40", "0.9"], ["100", "1"]]},
                        {"money": "EUR", "best": "0", "worst": "50000"},
                        {"date": {"best": "2026-01-01", "worst": "2028-01-01"}}])

    def criterion(self):
        criterion = {"id": self.next_id("C"), "title": f"Criterion {self.last}", "answer": self.answer_type(), "weight": self.weight()}
        if self.chance(self.proofs):
            criterion["evidence"] = self.random.sample([kind["id"] for kind in KINDS], self.of([1, 2, 4, 8]))
            if self.chance(0.5):
                criterion["inheritable"] = self.of(["yes", "no"])
        if self.chance(0.1):
            criterion["not_applicable"] = self.of(["never", "ask"])
        if self.chance(0.12):
            criterion["gate"] = self.gate(criterion)
        if self.chance(0.1) and criterion["answer"] == "percent":
            criterion["gate"] = {self.of(["at_least", "at_most"]): self.of(["12.5%", "7.25%", "33.30%", "85%", "66.65%", "99.995%"])}
        if self.chance(0.15) and "checklist" not in criterion["answer"]:
            criterion["target"] = self.target(criterion)
            criterion["condition"] = {"text": f"Mend {self.last}.", "must": self.of(["yes", "no"])}
        self.add_when(criterion)
        self.criteria.append(criterion)
        return criterion

    def add_when(self, criterion):
        askable = [other for other in self.criteria if other["answer"] in ("yes_no", "maturity")]
        if askable and self.chance(0.12):
            other = self.of(askable)
            criterion["when"] = {other["id"]: "yes" if other["answer"] == "yes_no" else self.of(["Partial", "In place"])}
            if self.chance(0.6):
                criterion["otherwise"] = self.of(["0", "leave"])

    def target(self, criterion):
        answer = criterion["answer"]
        if answer == "yes_no":
            return "yes"
        return self.bare_answer(criterion)

    def gate(self, criterion):
        answer = criterion["answer"]
        if isinstance(answer, str):
            gate = {"yes_no": {"is": "yes"}, "maturity": {"at_least": self.of(["Planned", "Partial"])},
                    "ready": self.of([{"at_least": "Trial"}, {"at_most": "Use"}, {"one_of": ["Trial", "Use"]}]),
                    "percent": {"at_least": "40%"}}[answer]
        elif "choice" in answer:
            gate = self.of([{"one_of": ["full", "half"]}, {"at_least": "half"}, {"is": "also half"}])
        elif "date" in answer:
            gate = {"by": self.of(["2026-12-31", "2027-06-30"])}
        elif "checklist" in answer:
            return {"at_least": "In transit"}
        else:
            gate = self.of([{"at_most": "1500"}, {"at_least": "20"}])
        gate = dict(gate)
        if "evidence" in criterion and self.chance(0.6):
            gate["proof"] = self.of(GRADES[1:])
            if self.chance(0.3):
                gate["unproven"] = "fail"
        if self.chance(0.4):
            gate["waivable_by"] = self.of(["CISO", ["CISO", "Board"]])
        return gate

    def items(self, depth, count):
        """So many children; some of them sections while there is depth left."""
        children = []
        for _ in range(count):
            if depth > 1 and self.chance(0.6):
                section = {"id": self.next_id("S"), "title": f"Section {self.last}", "weight": self.weight(),
                           "items": self.items(depth - 1, self.random.randint(1, 4))}
                children.append(section)
            else:
                children.append(self.criterion())
        if all(float(child["weight"]) == 0 for child in children):
            children[-1]["weight"] = "1"
        return children

    def criteria_file(self):
        tree = self.items(self.random.randint(1, 4), self.random.randint(1, 6))
        kinds = [{**kind, "title": kind["id"], "check": "Look", "source": "own"} for kind in KINDS]
        scales = {"ready": [{**level, "means": "So"} for level in READY]}
        return {"criteria": {"id": "own", "title": "Own", "version": "1.0.0", "language": "en"},
                "scales": scales, "kinds": kinds, "tree": tree}

    # Answers

    def bare_answer(self, criterion):
        answer = criterion["answer"]
        if isinstance(answer, str):
            return {"yes_no": lambda: self.of(["yes", "yes", "no"]),
                    "maturity": lambda: self.of(MATURITY)["label"],
                    "ready": lambda: self.of(READY)[self.of(["label", "number"])],
                    "percent": lambda: self.of(["85", "12.5%", "0%", "100%", "40%", "33.3%", "66.65", "99.995%", "7.25%"])}[answer]()
        if "choice" in answer:
            return self.of(list(CHOICES))
        if "checklist" in answer:
            return self.random.sample(["rest", "In transit", "use"], self.random.randint(0, 3))
        if "date" in answer:
            return self.of(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "2027-06-30", "2028-01-01", "2030-02-28"])
        return self.of(["0", "5", "20", "40", "99.5", "200", "650", "1500", "1500.01", "2000", "2345.6789", "50000", "60000"])

    def piece(self, vendor):
        """A piece of evidence, mostly sound, with days at the edges."""
        kind = self.of(KINDS)
        count = {"none": 12, "1 month": 1, "12 months": 12, "3 years": 36, "6 months": 6, "3 months": 3}[kind["lifetime"]]
        edge = moved(months_before(self.as_of, count), self.of([-1, 0, 0, 1, 20]))
        piece = {"kind": kind["id"], "title": "A paper", "issued": edge}
        if self.chance(0.3):
            piece["period"] = [moved(edge, -365), edge]
            piece["issued"] = moved(edge, self.of([0, 10]))
        if self.chance(0.2):
            piece["expires"] = moved(self.as_of, self.of([-1, 0, 1]))
        if self.chance(0.1):
            piece["issued"] = moved(self.as_of, self.of([0, 1]))
        if self.chance(0.15):
            piece["entity"] = self.of([vendor["name"], "Host Ltd", "Somebody Else"])
        if self.chance(0.15) and "product" in vendor:
            piece["product"] = self.of([vendor["product"], vendor["product"], "Another"])
        if self.chance(0.1):
            piece["opinion"] = "qualified"
        return piece

    def answer(self, criterion, pieces):
        answer = {"answer": self.bare_answer(criterion)}
        if pieces and self.chance(0.8):
            linked = self.random.sample(list(pieces), min(len(pieces), self.of([1, 1, 2, 3])))
            linked = [piece for piece in linked if pieces[piece]["kind"] in criterion.get("evidence", []) or self.chance(0.2)]
            if linked:
                answer["evidence"] = linked if self.chance(0.2) else {piece: "p. 1" for piece in linked}
        return answer["answer"] if list(answer) == ["answer"] and self.chance(0.7) else answer

    def response(self, id):
        vendor = {"id": id, "name": f"Vendor {id}"}
        if self.chance(0.5):
            vendor |= {"product": f"Product {id}", "subprocessors": ["Host Ltd"]}
        pieces = {f"e{number}": self.piece(vendor) for number in range(self.of([0, 3, 8]))}
        answers = {}
        for criterion in self.criteria:
            if self.chance(self.careless):
                state = self.of(["unanswered", "declined", "not_applicable", "not_applicable", "not_applicable"])
                if state != "unanswered":
                    answers[criterion["id"]] = {state: "So it is"}
            else:
                answers[criterion["id"]] = self.answer(criterion, pieces)
        response = {"vendor": vendor, "answers": answers} | self.claims()
        return response | ({"evidence": pieces} if pieces else {})

    def claims(self):
        claims = []
        for number in range(self.of([0, 0, 2, 6])):
            figure, baselines, _ = self.of(FIGURES)
            fed = self.random.sample(self.criteria, min(len(self.criteria), self.of([1, 1, 2, 4])))
            claim = {"id": f"C{number}", "class": "outcome", "says": "It helps", "criteria": [one["id"] for one in fed]}
            for key, value in (("figure", figure), ("baseline", self.of(baselines))):
                if value is not None:
                    claim[key] = value
            claims.append(claim)
        return {"claims": claims} if claims else {}

    # Findings

    def measured(self, response, pieces):
        """What was measured of most claims, by our own evidence, the vendor's, or nobody says by what."""
        measured = {}
        for claim in response.get("claims", []):
            figures = next(measured for figure, _, measured in FIGURES if figure == claim.get("figure"))
            if self.chance(0.7):
                source = self.of(["ours", None] + list(pieces)) if pieces else None
                measured[claim["id"]] = {"figure": self.of(figures)}
                if source in pieces:
                    measured[claim["id"]]["from"] = source
        return measured

    def finding(self):
        finding = {"accepted": self.of(["yes", "yes", "yes", "no"])}
        if self.chance(0.6):
            finding["held"] = "yes"
        elif self.chance(0.6):
            finding["seen"] = {"by": "J. Kern", "on": self.as_of, "where": "data room"}
        if self.chance(0.3):
            finding["scope"] = self.of(["partial", "full"])
        if self.chance(0.3):
            finding["exceptions"] = self.of(["none", [self.of(self.criteria)["id"]]])
        return finding | {"because": "We looked"}

    def own_piece(self):
        kind = self.of([kind for kind in KINDS if kind["buyer_only"] == "yes"])
        on = self.of([self.as_of, moved(self.as_of, 5), months_before(self.as_of, 3), moved(months_before(self.as_of, 3), -5)])
        carried = self.random.sample(self.criteria, min(len(self.criteria), 3))
        return {"kind": kind["id"], "title": "Ours", "on": on, "carries": [one["id"] for one in carried], "because": "We tried"}

    def shows(self, response):
        """Lower levels than those answered."""
        lower = {}
        for criterion in self.criteria:
            answer = response["answers"].get(criterion["id"])
            bare = answer.get("answer") if isinstance(answer, dict) else answer
            if bare in ("In place", "Measured", "yes", "full") and criterion["answer"] not in ("percent",) and self.chance(0.2):
                lower[criterion["id"]] = {"level": {"yes": "no", "full": self.of(["half", "most"])}.get(bare, self.of(["Absent", "Planned", "Partial"])),
                                          "because": "Seen"}
        return lower

    def findings(self, response):
        found = {"findings": {"vendor": response["vendor"]["id"], "by": "J. Kern", "on": moved(self.as_of, self.of([0, 5]))}}
        pieces = {name: self.finding() for name in response.get("evidence", {}) if self.chance(0.75)}
        if self.proofs and self.chance(0.5):
            pieces["ours"] = self.own_piece()
        wished = [id for id, answer in response["answers"].items() if isinstance(answer, dict) and "not_applicable" in answer]
        agreed = {id: {"agreed": self.of(["yes", "yes", "no"]), "because": "So"} for id in wished if self.may_agree(id)}
        for key, value in (("evidence", pieces), ("shows", self.shows(response)), ("not_applicable", agreed),
                           ("measured", self.measured(response, pieces))):
            if value:
                found[key] = value
        return found

    def may_agree(self, id):
        criterion = next(one for one in self.criteria if one["id"] == id)
        return criterion.get("not_applicable") != "never" and self.chance(0.7)

    # The whole

    def rules(self):
        rules = {"decimals": self.of(["0", "1", "2", "2", "2", "3", "4"])}
        if self.chance(0.3):
            rules["ceilings"] = {"stated": self.of(["0.3", "0"]), "documented": self.of(["0.6", "0.755"]), "independent": "0.9", "verified": "1"}
        if self.chance(0.3):
            rules["not_applicable"] = self.of(["ask", "accept"])
        if self.chance(0.5):
            rules["complete"] = self.of(["0%", "50%", "80%", "100%"])
        if self.chance(0.5):
            rules["bands"] = self.of([{"acceptable": "40", "with_conditions": "20"}, {"acceptable": "90", "with_conditions": "60.5"}])
        if self.chance(0.4):
            rules["margin"] = {"points": self.of(["0", "1", "5"]), "effect": self.of(["note", "tie"])}
        return rules

    def evaluation(self, vendors):
        head = {"id": "trial", "title": "Trial"}
        due = moved(self.as_of, self.of([0, 0, 1, -30]))
        if self.chance(0.7):
            head["answers_due"] = due
        if "answers_due" not in head or self.chance(0.5):
            head["as_of"] = self.as_of
        else:
            self.as_of = due
        evaluation = {"evaluation": head, "criteria": "own.yaml", "rules": self.rules()}
        if self.chance(0.6):
            evaluation["vendors"] = [{"id": id, **self.receipt(head)} for id in vendors]
        return evaluation

    def receipt(self, head):
        if "answers_due" not in head or self.chance(0.6):
            return {}
        return {"received": moved(head["answers_due"], self.of([0, 0, 0, 0, -3, 1]))}

    def own_weights(self, tree):
        """Weights of the evaluation's own: at the top and further down."""
        changed = {}
        if self.chance(0.3):
            changed["weights"] = {item["id"]: self.of(["5", "25", "40.5"]) for item in tree if self.chance(0.7)}
        inner = [section for section in scorer.sections(tree) if self.chance(0.2)]
        if inner:
            changed["within"] = {section["id"]: {section["items"][0]["id"]: self.of(["2", "0.5"])} for section in inner}
        return {key: value for key, value in changed.items() if value}

    def blank_section(self, tree, response, findings):
        """Everything in one section not applicable, and agreed."""
        inside = list(scorer.leaves([self.of(tree)]))
        for criterion in inside:
            if criterion.get("not_applicable") != "never":
                response["answers"][criterion["id"]] = {"not_applicable": "Not ours"}
                findings.setdefault("not_applicable", {})[criterion["id"]] = {"agreed": "yes", "because": "So"}
                findings.get("shows", {}).pop(criterion["id"], None)
        if "shows" in findings and not findings["shows"]:
            del findings["shows"]

    def files(self, case):
        """Some evidence lies there, some of it altered."""
        for file, response in case["responses"].items():
            for name, piece in response.get("evidence", {}).items():
                if self.chance(0.15):
                    content = f"{file} {name}\n".encode()
                    piece["file"] = f"{file.partition('.')[0]}-{name}.txt"
                    piece["sha256"] = hashlib.sha256(content).hexdigest()
                    if self.chance(0.8):
                        case["files"][piece["file"]] = content if self.chance(0.7) else content + b"altered"

    def waivers(self, case):
        for criterion in self.criteria:
            if "waivable_by" in criterion.get("gate", {}) and self.chance(0.6):
                vendor = self.of(sorted(case["findings"]))
                case["evaluation"].setdefault("waivers", []).append(
                    {"vendor": vendor, "gate": criterion["id"], "by": "CISO", "on": moved(self.as_of, self.of([-2, -1])),
                     "until": moved(self.as_of, self.of([0, 0, 1, 90, -1])), "why": "Soon", "meanwhile": "Less traffic"})

    def case(self):
        criteria = self.criteria_file()
        most = 60 if len(self.criteria) < 8 else 30 if len(self.criteria) < 15 else 8
        count = self.of([1, 2, 3, 3, 4, 5, 6, 8, most])
        vendors = [f"v{number:02}" for number in range(count)]
        self.random.shuffle(vendors)
        case = {"evaluation": self.evaluation(vendors), "criteria": criteria, "responses": {}, "findings": {}, "files": {}, "faulty": set()}
        case["evaluation"] |= self.own_weights(criteria["tree"])
        for id in vendors:
            response = self.response(id)
            findings = self.findings(response)
            if self.chance(0.1):
                self.blank_section(criteria["tree"], response, findings)
            case["responses"][id + self.of([".yaml", ".yaml", ".json"])] = response
            case["findings"][id] = findings
        self.twins(case)
        self.files(case)
        self.waivers(case)
        self.spoil(case)
        return case

    def twins(self, case):
        """Exact ties: one vendor answers word for word as another."""
        files = sorted(case["responses"])
        for file in files[1:]:
            if self.chance(0.15):
                model, id = case["responses"][files[0]], case["responses"][file]["vendor"]["id"]
                twin = copy.deepcopy(model)
                twin["vendor"] |= {"id": id, "name": f"Vendor {id}"}
                findings = copy.deepcopy(case["findings"][model["vendor"]["id"]])
                for piece in twin.get("evidence", {}).values():
                    if piece.get("entity", "").startswith("Vendor "):
                        piece["entity"] = twin["vendor"]["name"]
                findings["findings"]["vendor"] = id
                case["responses"][file], case["findings"][id] = twin, findings

    def spoil(self, case):
        """Faulty responses, missing ones, one nobody invited."""
        files = sorted(case["responses"])
        if len(files) > 2 and self.chance(0.15):
            case["faulty"].add(files[0])
            case["findings"].pop(case["responses"][files[0]]["vendor"]["id"])  # they would speak of other answers
            case["responses"][files[0]]["answers"][self.criteria[0]["id"]] = {"answer": ["no such answer"]}
        if "vendors" in case["evaluation"] and self.chance(0.1):
            case["evaluation"]["vendors"].append({"id": "absent"})
        if "vendors" in case["evaluation"] and len(files) > 2 and self.chance(0.1):
            gone = case["responses"][files[1]]["vendor"]["id"]
            case["evaluation"]["vendors"] = [one for one in case["evaluation"]["vendors"] if one["id"] != gone]
            case["findings"].pop(gone)
            drop_waivers(case["evaluation"], gone)


def drop_waivers(evaluation, vendor):
    kept = [one for one in evaluation.get("waivers", []) if one["vendor"] != vendor]
    evaluation.pop("waivers", None)
    if kept:
        evaluation["waivers"] = kept


def text_of(fraction, places=4):
    """A decimal where there is an exact one."""
    scaled = fraction * 10**places
    return f"{int(scaled) / 10**places:.{places}f}" if scaled.denominator == 1 else None


def aim(case, maker):
    """Moves rules exactly onto figures that come out."""
    rules, vendors = case["evaluation"]["rules"], scorer.score(case)["vendors"]
    totals = sorted({vendor["published"] for vendor in vendors if vendor["published"] is not None}, reverse=True)
    if not totals:
        return
    if maker.chance(0.3):
        rules["bands"] = {"acceptable": text_of(maker.of(totals)), "with_conditions": text_of(totals[-1])}
    if maker.chance(0.2) and len(totals) > 1:
        rules["margin"] = {"points": text_of(totals[0] - totals[1]), "effect": maker.of(["note", "tie"])}
    answered = [text_of(vendor["tree"]["answered"] * 100) for vendor in vendors if vendor["tree"]["answered"] is not None]
    if maker.chance(0.2) and any(answered):
        rules["complete"] = maker.of([share for share in answered if share]) + "%"
    tops = [item["id"] for item in case["criteria"]["tree"] if "items" in item]
    if tops and maker.chance(0.4):
        rules["tie"] = maker.random.sample(tops, maker.random.randint(1, min(2, len(tops))))
    nested = [section["id"] for section in scorer.sections(case["criteria"]["tree"])]
    if nested and maker.chance(0.2):
        rules["minimum"] = {maker.of(nested): maker.of(["10", "30.5"])}
        aim_minimum(case, rules["minimum"], maker)


def aim_minimum(case, minimum, maker):
    """A minimum exactly at the published score of one vendor."""
    [id] = minimum
    plan = scorer.Plan(case)
    scores = [offer.score_of(id) for offer in scorer.scored_offers(plan, case)]
    scores = [score for score in scores if score is not None]
    if scores and maker.chance(0.7):
        minimum[id] = text_of(maker.of(scores))


def generate(seed):
    maker = Maker(seed)
    case = maker.case()
    if seed % 3 == 0:
        panel.make(maker, case)
    aim(case, maker)
    return case
