"""Evaluations made from a seed, with the figures that the rules give for them, worked out here and not by vouch.

    model = generate.Model(seed=7, vendors=5, criteria=40, depth=4, evaluators=3)
    model.write(folder)             an evaluation
    model.figures("v-1")            {"": (claimed, evidenced, proven), "S1": …} 0..100, None where nothing is in the sum

Source: RULES 1, 2, 4, 5 and 6. Weights, ceilings and moderated levels may be changed between write() and figures().
"""
import pathlib
import random

MATURITY = {"Absent": 0.0, "Planned": 0.0, "Partial": 0.5, "In place": 0.75, "Measured": 1.0}
KINDS = {"policy": "documented", "soc2-type2": "independent"}
GRADES = ["stated", "documented", "independent", "verified"]
LEVELS = list(MATURITY)


class Item:
    def __init__(self, identifier, parent, weight):
        self.id, self.parent, self.weight = identifier, parent, weight
        self.items = []
        self.answer, self.asks, self.gate = None, False, None

    def all(self):
        for item in self.items:
            yield item
            yield from item.all()

    def criteria(self):
        return [item for item in self.all() if item.answer is not None]


def level_lines(head, places):
    """Marks or moderated levels by vendor and criterion, as an assessment holds them."""
    lines = [f"{head}:"] if places else []
    for vendor in sorted({vendor for vendor, _ in places}):
        lines.append(f"  {vendor}:")
        lines += [f"    {item}: {{level: {LEVELS[place]}, because: As read, outside: As discussed}}" if head == "moderated"
                  else f"    {item}: {{level: {LEVELS[place]}, because: As read}}"
                  for (of, item), place in sorted(places.items()) if of == vendor]
    return "\n".join(lines) + "\n"


class Model:
    def __init__(self, seed, vendors, criteria, depth, sections=3, evaluators=0):
        self.random = random.Random(seed)
        self.ceilings = {"stated": 0.25, "documented": 0.75, "independent": 1.0, "verified": 1.0}
        self.decimals = self.random.choice([0, 1, 2, 2])
        self.top = Item("", None, 1)
        self._grow(sections, criteria, depth)
        self.vendors = [f"v-{number}" for number in range(1, vendors + 1)]
        self.answers = {vendor: {item.id: self._answer(item) for item in self.top.criteria()} for vendor in self.vendors}
        self.evaluators = [f"e{number}" for number in range(1, evaluators + 1)]
        self.marks, self.moderated = {}, {}  # by vendor and criterion: places of all evaluators; the chair's
        if evaluators:
            self._judge()

    # The tree

    def _grow(self, sections, criteria, depth):
        parents = [self._add(self.top, f"S{number}") for number in range(1, sections + 1)]
        tops, number = list(parents), 0
        for parent in tops:
            level, section = 2, parent
            while level < depth:
                number += 1
                section = self._add(section, f"T{number}")
                parents.append(section)
                level += 1
        for number in range(1, criteria + 1):
            parent = parents[number - 1] if number <= len(parents) else self.random.choice(parents)
            item = self._add(parent, f"C{number:03d}")
            item.answer = self.random.choice(["maturity", "percent", "yes_no", "curve"])
            item.asks = self.random.random() < 0.5

    def _add(self, parent, identifier):
        weight = self.random.choice([1, 1, 2, 3, 0.5, 2.5, 7])
        if parent.items and self.random.random() < 0.1:
            weight = 0  # never the first child, so that no section is all 0
        item = Item(identifier, parent, weight)
        parent.items.append(item)
        return item

    # Answers: (state, text, value, kind of evidence)

    def _answer(self, item):
        state = self.random.choices(["answered", "unanswered", "declined", "agreed"], [88, 4, 4, 4])[0]
        text, value = self._value(item)
        kind = self.random.choice([None, *KINDS]) if item.asks else None
        return state, text, value, kind

    def _value(self, item):
        if item.answer == "maturity":
            label = self.random.choice(list(MATURITY))
            return label, MATURITY[label]
        if item.answer == "percent":
            share = self.random.randint(0, 200) / 2
            return f"{share:g}%", share / 100
        if item.answer == "yes_no":
            word = self.random.choice(["yes", "no"])
            return word, 1.0 if word == "yes" else 0.0
        days = self.random.randint(0, 400)  # 100 days are worth 1, 300 nothing
        return str(days), min(1.0, max(0.0, (300 - days) / 200))

    # The panel: marks at most one place apart; texts, and what is mandatory, are moderated

    def _judge(self):
        for section in self.top.items:
            text = self._add(section, f"X{section.id}")
            text.answer, text.asks = "text", self.random.random() < 0.5
            for vendor in self.vendors:
                self.answers[vendor][text.id] = ("answered", "In our own words", None, None)
        for item in self.top.criteria():
            if item.answer not in ("maturity", "text") or self.random.random() < 0.2:
                continue
            if item.answer == "maturity" and self.random.random() < 0.4:
                item.gate = self.random.choice(["at_least: Planned", "at_most: In place", "at_least: Partial"])
            for vendor in self.vendors:
                if self.answers[vendor][item.id][0] != "answered":
                    continue
                lowest = self.random.randint(0, len(LEVELS) - 2)
                self.marks[vendor, item.id] = [lowest + self.random.randint(0, 1) for _ in self.evaluators]
                if item.gate:
                    self.moderated[vendor, item.id] = lowest

    def panel(self, vendor, item):
        """Place and worth of the panel's level; None where nobody marked."""
        if (vendor, item.id) in self.moderated:
            place = self.moderated[vendor, item.id]
            return place, MATURITY[LEVELS[place]]
        if (vendor, item.id) not in self.marks:
            return None
        marks = sorted(self.marks[vendor, item.id])
        middle = marks[(len(marks) - 1) // 2], marks[len(marks) // 2]
        return sum(middle) / 2, sum(MATURITY[LEVELS[place]] for place in middle) / 2

    # The rules

    def _leaf(self, vendor, item):
        state, text, value, kind = self.answers[vendor][item.id]
        panel = self.panel(vendor, item)
        if state == "agreed" or item.answer == "text" and panel is None:
            return None
        if state != "answered":
            return 0.0, 0.0, 0.0
        grade = KINDS.get(kind, "stated")
        if item.answer == "text":
            value = panel[1]
        level = panel[1] if panel and (item.answer == "text" or panel[0] < LEVELS.index(text)) else value
        evidenced = min(value, level, self.ceilings[grade]) if item.asks else min(value, level)
        proven = evidenced if panel or not item.asks or GRADES.index(grade) >= 2 else 0.0
        return value, evidenced, proven

    def _sum(self, vendor, item, figures):
        if item.answer is not None:
            values = self._leaf(vendor, item)
        else:
            parts = [(child.weight, self._sum(vendor, child, figures)) for child in item.items]
            parts = [(weight, part) for weight, part in parts if part is not None]
            whole = sum(weight for weight, _ in parts)
            values = None if whole == 0 else tuple(
                sum(weight * part[figure] for weight, part in parts) / whole for figure in range(3))
        figures[item.id] = None if values is None else tuple(100 * value for value in values)
        return values

    def figures(self, vendor):
        figures = {}
        self._sum(vendor, self.top, figures)
        return figures

    # Files

    def write(self, folder):
        folder = pathlib.Path(folder)
        for name in ("criteria", "responses", "findings"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        ceilings = ", ".join(f"{grade}: {value:g}" for grade, value in self.ceilings.items())
        (folder / "evaluation.yaml").write_text(
            "evaluation: {id: made, title: Made from a seed, as_of: 2026-06-01}\n"
            "criteria: criteria/made.yaml\n"
            f"rules: {{decimals: {self.decimals}, ceilings: {{{ceilings}}}, complete: 0%}}\n", encoding="utf-8")
        lines = ["criteria: {id: made, title: Made, version: 1.0.0, language: en}", "tree:"]
        for item in self.top.items:
            self._write_item(item, "  ", lines)
        (folder / "criteria/made.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for vendor in self.vendors:
            self._write_vendor(folder, vendor)
        if self.evaluators:
            self._write_panel(folder)

    def _write_item(self, item, indent, lines):
        lines.append(f"{indent}- id: {item.id}")
        lines.append(f"{indent}  title: Title of {item.id}")
        lines.append(f"{indent}  weight: {item.weight:g}")
        if item.answer is None:
            lines.append(f"{indent}  items:")
            for child in item.items:
                self._write_item(child, indent + "    ", lines)
        else:
            curve = "{number: days, curve: [[100, 1], [300, 0]]}"
            answers = {"curve": curve, "text": "{text: maturity}"}
            lines.append(f"{indent}  answer: {answers.get(item.answer, item.answer)}")
            if item.gate:
                lines.append(f"{indent}  gate: {{{item.gate}}}")
            if item.asks:
                lines.append(f"{indent}  evidence: [{', '.join(KINDS)}]")

    def _write_panel(self, folder):
        (folder / "assessments").mkdir(exist_ok=True)
        for index, evaluator in enumerate(self.evaluators):
            marks = {key: places[index] for key, places in self.marks.items()}
            (folder / f"assessments/{evaluator}.yaml").write_text(
                f"evaluator: {{id: {evaluator}, name: Evaluator {evaluator}, role: Panel, conflict: none, confidential: yes, "
                f"signed: 2026-05-20}}\n{level_lines('marks', marks)}", encoding="utf-8")
        (folder / "assessments/chair.yaml").write_text(
            "evaluator: {id: chair, name: The chair, role: Chair, conflict: none, confidential: yes, signed: 2026-05-21}\n"
            + level_lines("moderated", self.moderated), encoding="utf-8")

    def _write_vendor(self, folder, vendor):
        answers, agreed = [], []
        for identifier, (state, text, _, kind) in self.answers[vendor].items():
            if state == "declined":
                answers.append(f"  {identifier}:\n    declined: Under NDA")
            elif state == "agreed":
                answers.append(f"  {identifier}:\n    not_applicable: Not in our product")
                agreed.append(f"  {identifier}: {{agreed: yes, because: Right}}")
            elif state == "answered" and kind is None:
                answers.append(f"  {identifier}: {text}")
            elif state == "answered":
                answers.append(f"  {identifier}:\n    answer: {text}\n    evidence:\n      {kind}: page 1")
        records = "".join(f"  {kind}: {{kind: {kind}, title: {kind}, issued: 2026-03-01}}\n" for kind in KINDS)
        (folder / f"responses/{vendor}.yaml").write_text(
            f"vendor: {{id: {vendor}, name: Vendor {vendor}}}\nanswers:\n" + "\n".join(answers)
            + f"\nevidence:\n{records}", encoding="utf-8")
        accepted = "".join(f"  {kind}: {{accepted: yes, held: yes, scope: full, exceptions: none}}\n" for kind in KINDS)
        agreements = "not_applicable:\n" + "\n".join(agreed) + "\n" if agreed else ""
        (folder / f"findings/{vendor}.yaml").write_text(
            f"findings: {{vendor: {vendor}, by: Buyer, on: 2026-05-01}}\nevidence:\n{accepted}{agreements}",
            encoding="utf-8")
