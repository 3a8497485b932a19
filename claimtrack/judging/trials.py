"""Trials: a phrase held against a value, with no claim, record or day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.judging.meanings import NoMeaning, meaning
from claimtrack.judging.quantities import distance_of, fit_of
from claimtrack.measures import Measure
from claimtrack.values import Interval, Quantity, decimal
from claimtrack.words import parse_quantity, wording


@dataclass(frozen=True, slots=True)
class Trial:
    """How a phrase stands where the truth is ``value`` (in ``unit``).

    ``fit`` and ``distance`` are as in a `Verdict`; ``wording`` is the shortest everyday phrase
    that is right of the value. ``is_change`` tells that both are by how much something changed.
    """

    phrase: str
    value: Decimal
    unit: str
    interval: Interval
    fits: bool
    fit: float
    distance: Decimal | None
    wording: str
    rule: str
    is_change: bool = False


def trial(phrase: str, value: Decimal | float | str) -> Trial:
    """How *phrase* stands where the truth is *value*: a number in base units (a share is 0..1), or
    a phrase of its own ("74.5%"). A percentage that may be above 100%, or by how much something
    changed, is a ratio. Raises `NotAQuantity`, `BadValue`.
    """
    told = parse_quantity(phrase)
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
    truth = _amount(value, unit)
    return Trial(
        phrase=phrase,
        value=truth,
        unit=unit,
        interval=meant.interval,
        fits=truth in meant.interval,
        fit=fit_of(truth, meant),
        distance=distance_of(truth, meant),
        wording=wording(truth, unit=unit),
        rule=meant.rule,
        is_change=told.kind == "change",
    )


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


def _amount(given: Decimal | float | str, unit: str) -> Decimal:
    try:
        amount = decimal(given)
    except BadValue:
        if not isinstance(given, str):
            raise
        return _worded_amount(given, unit)
    if unit == "share" and not 0 <= amount <= 1:
        raise BadValue(f"a share is a number from 0 to 1 or a percentage, not {given}")
    return amount


def _worded_amount(phrase: str, unit: str) -> Decimal:
    try:
        quantity = parse_quantity(phrase, unit=unit)
    except NotAQuantity as error:
        raise BadValue(f"the value is neither a number nor a quantity: {error}") from error
    if quantity.amount is None or quantity.unit != unit:
        raise BadValue(f"the value is no amount in {unit}: {phrase!r}")
    return quantity.amount
