"""Trials: a phrase held against a value, with no claim, record or day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.errors import BadValue, NotAQuantity
from claimtrack.judging.meanings import NoMeaning, meaning
from claimtrack.judging.quantities import distance_of, fit_of
from claimtrack.measures import Measure
from claimtrack.values import Interval, decimal
from claimtrack.words import parse_quantity, wording


@dataclass(frozen=True, slots=True)
class Trial:
    """How a phrase stands where the truth is ``value`` (in ``unit``).

    ``fit`` and ``distance`` are as in a `Verdict`; ``wording`` is the shortest everyday phrase
    that is right of the value.
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


def trial(phrase: str, value: Decimal | float | str) -> Trial:
    """How *phrase* stands where the truth is *value*: a number in base units (a share is 0..1), or
    a phrase of its own ("74.5%"). Raises `NotAQuantity`, `BadValue`.
    """
    unit = parse_quantity(phrase).unit
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
    )


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
