"""What an answer is worth, in exact fractions, from docs/rules.md (1, 12) alone.

A criterion is the map that its file shows; answers are the words that the response shows.
"""
import datetime
from fractions import Fraction

MATURITY = [
    {"label": "Absent", "worth": "0"}, {"label": "Planned", "worth": "0"}, {"label": "Partial", "worth": "0.5"},
    {"label": "In place", "worth": "0.75"}, {"label": "Measured", "worth": "1"},
]


def number(text):
    """`12.5` or `85%`, as it is written."""
    text = str(text).strip()
    return Fraction(text[:-1].strip()) / 100 if text.endswith("%") else Fraction(text)


def day(text):
    """The day of a date or of a time."""
    return datetime.date.fromisoformat(str(text)[:10])


def clamped(value):
    return max(Fraction(0), min(Fraction(1), value))


def on_curve(x, spec):
    """Piecewise linear and clamped; `best` and `worst` are a curve of two points."""
    points = spec.get("curve") or sorted([[spec["best"], "1"], [spec["worst"], "0"]], key=lambda p: number(p[0]))
    points = [(number(a), number(b)) for a, b in points]
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x <= x1:
            return clamped(y0 + (x - x0) * (y1 - y0) / (x1 - x0))
    return points[-1][1]


class Answers:
    """How one criterion is answered: the worth of an answer and its place for comparisons."""

    def __init__(self, criterion, scales):
        spec = criterion["answer"]
        self.levels = None
        if isinstance(spec, str):
            self.kind = spec if spec in ("yes_no", "percent", "text") else "scale"
            if self.kind in ("scale", "text"):
                self.levels = scales.get(spec, MATURITY)
            self.spec = {}
        else:
            self.kind = next(k for k in ("number", "money", "date", "choice", "checklist", "text") if k in spec)
            self.spec = spec[self.kind] if self.kind == "date" else spec
            if self.kind == "text":
                self.levels = scales.get(spec["text"], MATURITY)

    def level(self, answer):
        for place, level in enumerate(self.levels):
            if answer == level["label"] or ("number" in level and answer == level["number"]):
                return place
        raise ValueError(answer)

    def worth(self, answer):
        return getattr(self, self.kind + "_worth")(answer)

    def place(self, answer):
        """What comparisons go by: levels by place, choices by worth, the rest by number or date."""
        if self.kind == "scale":
            return self.level(answer)
        if self.kind == "date":
            return day(answer)
        if self.kind in ("number", "money"):
            return number(answer)
        return self.worth(answer)

    def standing(self, answer):
        """What targets go by: fewer milliseconds may be better, so that figures and days go by what they are worth."""
        return self.level(answer) if self.kind == "scale" else self.worth(answer)

    def same(self, one, other):
        """The same answer: for what is chosen the same choice, though two may be worth the same."""
        if self.kind == "scale":
            return self.level(one) == self.level(other)
        return one == other if self.kind == "choice" else self.place(one) == self.place(other)

    def yes_no_worth(self, answer):
        return Fraction({"yes": 1, "no": 0}[answer])

    def percent_worth(self, answer):
        return clamped(Fraction(str(answer).rstrip("% ")) / 100)

    def scale_worth(self, answer):
        return number(self.levels[self.level(answer)]["worth"])

    def choice_worth(self, answer):
        return number(self.spec["choice"][answer])

    def checklist_worth(self, answer):
        items = self.spec["checklist"]
        label = {key: item if isinstance(item, str) else item["label"] for key, item in items.items()}
        weight = {key: number("1" if isinstance(item, str) else item.get("weight", "1")) for key, item in items.items()}
        return sum((weight[key] for key in items if key in answer or label[key] in answer), Fraction(0)) / sum(weight.values())

    def number_worth(self, answer):
        return on_curve(number(answer), self.spec)

    money_worth = number_worth

    def date_worth(self, answer):
        ordinals = {key: str(day(value).toordinal()) for key, value in self.spec.items()}
        return on_curve(Fraction(day(answer).toordinal()), ordinals)
