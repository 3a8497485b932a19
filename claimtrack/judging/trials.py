"""Trials: a phrase held against a value, with no claim, record or day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.judging.figures import Printed, unit_words
from claimtrack.judging.labels import Label
from claimtrack.judging.meanings import NoMeaning, meaning, put_by
from claimtrack.judging.quantities import distance_of, fit_of, label_of, share_inside
from claimtrack.measures import Measure
from claimtrack.values import BASE_UNITS, OTHER_UNIT, Interval, Quantity, decimal
from claimtrack.words import parse_quantity, wording
from claimtrack.words.numerals import numeral
from claimtrack.words.ratios import ratio_put
from claimtrack.words.wording import wording_of_change, wording_of_ratio


@dataclass(frozen=True, slots=True)
class Trial:
    """How a phrase stands where the truth is ``evidence`` (in ``unit``), a number or a stretch.

    ``label``, ``fit``, ``distance`` and ``share`` are as in a `Verdict`: a stretch that lies across
    the edge of ``interval`` is ``borderline``. ``value`` is the number that stands for the truth,
    and ``wording`` the shortest everyday phrase that is right of it. ``is_change`` tells that both
    are by how much something changed, and so is the wording.
    """

    phrase: str
    value: Decimal
    unit: str
    interval: Interval
    evidence: Interval
    label: Label
    share: float | None
    fits: bool
    fit: float
    distance: Decimal | None
    wording: str
    rule: str
    is_change: bool = False

    @property
    def printed(self) -> Printed:
        """What amounts are printed in: the unit, or as the phrase puts it."""
        return put_by(self.phrase, self.unit) or self.unit


def trial(phrase: str, value: Decimal | float | str) -> Trial:
    """How *phrase* stands where the truth is *value*: a number in base units (a share is 0..1), two
    as a range ("0.18-0.21"), or a phrase of its own ("74.5%", "18 to 21%", "1.25m"). A percentage
    that may be above 100%, or by how much something changed, is a ratio. Raises `NotAQuantity`,
    `BadValue`.
    """
    told = parse_quantity(phrase)
    if told.unit == OTHER_UNIT:
        raise BadValue(
            f"{phrase!r} is in {told.of or 'a unit of its own'}, which no value is held against; "
            f"leave the unit out, or give the phrase in money or as {_known_units()}, or as any of "
            "these an hour, a day, a week, a month or a year"
        )
    unit = "ratio" if told.unit == "share" and _is_ratio(told) else told.unit
    if parse_quantity(phrase, unit=unit).kind == "change":
        raise BadValue(
            f"{phrase!r} says by how much an amount changed, which cannot be held against what it "
            "is; try the amount itself, or a change in percent"
        )
    meant = meaning(
        Assertion("quantity", "trial", said=phrase), Measure("trial", "", "quantity", unit=unit)
    )
    if isinstance(meant, NoMeaning):
        raise NotAQuantity(phrase, meant.reason)
    is_change = told.kind == "change"
    truth, evidence = _truth(value, told, unit)
    label = label_of(evidence, meant.interval)
    return Trial(
        phrase=phrase,
        value=truth,
        unit=unit,
        interval=meant.interval,
        evidence=evidence,
        label=label,
        share=share_inside(evidence, meant.interval) if label == "borderline" else None,
        fits=label == "supported",
        fit=fit_of(truth, meant),
        distance=distance_of(truth, meant),
        wording=wording_of_change(truth) if is_change else _wording(truth, unit, phrase),
        rule=meant.rule,
        is_change=is_change,
    )


def _known_units() -> str:
    """The units that a value is held against, in words: "km², hours or a magnitude"."""
    *most, last = map(unit_words, BASE_UNITS)
    return f"{', '.join(most)} or {last}"


def _wording(truth: Decimal, unit: str, phrase: str) -> str:
    put = ratio_put(phrase)
    return wording(truth, unit=unit) if put is None else wording_of_ratio(truth, put)


def _is_ratio(told: Quantity) -> bool:
    """Whether a percentage is no share of a whole: by how much something changed, or more than all
    of it, as it may be in "more than 100%" and "between 90% and 120%".
    """
    if told.kind == "change":
        return True
    whole = Decimal(1)
    if told.amount is not None and told.amount > whole:
        return True
    if told.hedge == "between":
        return told.upper is not None and told.upper > whole
    return told.upper is None and told.lower is not None and told.lower >= whole


# Two numbers joined: "0.18-0.21", "-0.4..-0.2", "18 to 21".
_RANGE = re.compile(r"\s*([+-]?\d*\.?\d+)\s*(?:-|–|\.\.|to)\s*([+-]?\d*\.?\d+)\s*\Z", re.ASCII)


def _truth(given: Decimal | float | str, told: Quantity, unit: str) -> tuple[Decimal, Interval]:
    """The number that stands for what was *given*, and all of it; *told* is in *unit*."""
    if not isinstance(given, str):
        return _exactly(_number(given, unit))
    ends = _RANGE.match(given)
    if ends is not None and (ratio_put(given) is None or unit != "ratio"):
        return _between(*[_number(end, unit) for end in ends.groups()])
    written = _in_figures(given)
    return _worded(given, told, unit) if written is None else _exactly(_number(written, unit))


def _exactly(amount: Decimal) -> tuple[Decimal, Interval]:
    return amount, Interval(amount, amount)


def _between(low: Decimal, high: Decimal) -> tuple[Decimal, Interval]:
    return (low + high) / 2, Interval(low, high)


def _in_figures(given: str) -> Decimal | None:
    """The number that *given* is in digits and nothing else, grouped or not: "1,250,000", "−5"."""
    plain = given.strip().replace("\u2212", "-")
    sign, digits = (plain[:1], plain[1:]) if plain[:1] in {"-", "+"} else ("", plain)
    said = numeral(digits)
    if said is not None:
        return -said.value if sign == "-" else said.value
    try:
        return decimal(plain)
    except BadValue:
        return None


def _number(given: Decimal | float | str, unit: str) -> Decimal:
    amount = decimal(given)
    if unit == "share" and not 0 <= amount <= 1:
        raise BadValue(f"a share is a number from 0 to 1 or a percentage, not {given}")
    return amount


def _worded(phrase: str, told: Quantity, unit: str) -> tuple[Decimal, Interval]:
    try:
        quantity = parse_quantity(phrase, unit=unit)
    except NotAQuantity as error:
        raise BadValue(f"the value is neither a number nor a quantity: {error}") from error
    if quantity.kind == "vague":
        raise BadValue(f"the value is a number or a quantity that has one, not {phrase!r}")
    if quantity.unit != unit and not _may_be_in(quantity, told):
        found = quantity.of if quantity.unit == OTHER_UNIT else quantity.unit
        raise BadValue(f"the value is in {unit}, as the phrase is, not in {found}: {phrase!r}")
    if quantity.amount is None:
        raise BadValue(f"the value is a number or a quantity that has one, not {phrase!r}")
    return quantity.amount, quantity.interval


def _may_be_in(given: Quantity, told: Quantity) -> bool:
    """Whether a count is of the unit of what is *told*: one of nothing ("1.25m") as any number is,
    of persons where they are counted as things are ("a crowd of 42,000").
    """
    if told.unit == "share":
        return False
    if given.unit == "count" and given.of is None and given.kind == "level":
        return True
    return given.unit == "persons" and told.unit == "count" and told.of is None
