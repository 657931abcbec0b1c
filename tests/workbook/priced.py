"""Evaluations with bids, made from a seed, with the figures that the rules give for them, worked out here and not by vouch.

    model = priced.Model(seed=3, vendors=6, criteria=12, depth=2, formula="lowest-proportional")

Beside what generate.Model makes there stand at the top PRICE, which some vendors do not answer, and MUST, which is mandatory
and decides with its proof whose bid counts; a section LUMP holds a second price under a minimum, which does not decide it.

Source: RULES 7 and 9. Budget, floor and the proof of MUST may be changed between write() and figures().
"""
import pathlib

import generate

FEWEST_BIDS = 4
MINIMUM = 20
PRICES = ("PRICE", "LUMP-1")


class Model(generate.Model):
    def __init__(self, seed, vendors, criteria, depth, formula):
        super().__init__(seed, vendors, criteria, depth)
        self.formula, self.budget, self.floor = formula, 900.0, 250.0
        self._add_top("PRICE", 9, "price")
        must = self._add_top("MUST", 1, "yes_no")
        must.asks, must.gate = True, "is: yes, proof: documented, unproven: fail"
        lump = self._add_top("LUMP", 2, None)
        part = self._add_top("LUMP-1", 1, "price", lump)
        assert part.weight > 0
        for number, vendor in enumerate(self.vendors):
            word = "no" if number % 6 == 5 else "yes"
            silent = number % 7 == 6
            self.answers[vendor].update({
                "MUST": ("answered", word, 1.0 if word == "yes" else 0.0, "policy"),
                "PRICE": ("unanswered" if silent else "answered", str(self.random.randint(200, 1000)), None, None),
                "LUMP-1": ("answered", f"{self.random.randint(2000, 9999) / 10:g}", None, None)})

    def _add_top(self, identifier, weight, answer, parent=None):
        item = generate.Item(identifier, parent or self.top, weight)
        item.answer = answer
        (parent or self.top).items.append(item)
        return item

    def amount(self, vendor, price):
        state, text, _, _ = self.answers[vendor][price]
        return float(text) if state == "answered" else None

    def counts(self, vendor):
        """Not excluded, but for a minimum over a price."""
        _, word, _, kind = self.answers[vendor]["MUST"]
        return word == "yes" and kind is not None

    def bids(self, price):
        return [self.amount(vendor, price) for vendor in self.vendors
                if self.counts(vendor) and self.amount(vendor, price) is not None]

    def worth(self, vendor, price):
        """0..1; None where the formula gives none."""
        amount, bids = self.amount(vendor, price), self.bids(price)
        if self.formula == "budget-linear":
            value = (self.budget - amount) / (self.budget - self.floor)
        elif self.formula == "min-max" and len(bids) < FEWEST_BIDS:
            return None
        elif not bids or amount <= min(bids):
            value = 1.0
        elif self.formula == "lowest-proportional":
            value = min(bids) / amount
        elif self.formula == "linear-from-lowest":
            value = 1 - (amount - min(bids)) / min(bids)
        else:
            value = (max(bids) - amount) / (max(bids) - min(bids)) if max(bids) > min(bids) else 0.0
        return min(1.0, max(0.0, value))

    def _leaf(self, vendor, item):
        if item.answer != "price":
            return super()._leaf(vendor, item)
        if self.amount(vendor, item.id) is None:
            return 0.0, 0.0, 0.0
        value = self.worth(vendor, item.id)
        return None if value is None else (value, value, value)

    def write(self, folder):
        super().write(folder)
        path = pathlib.Path(folder) / "evaluation.yaml"
        bounds = f", budget: {self.budget:g}, floor: {self.floor:g}" if self.formula == "budget-linear" else ""
        path.write_text(path.read_text(encoding="utf-8").replace(
            "complete: 0%", f"complete: 0%, minimum: {{LUMP: {MINIMUM}}}, price: {{formula: {self.formula}{bounds}}}"),
            encoding="utf-8")
