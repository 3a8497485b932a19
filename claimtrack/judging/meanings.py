"""Meanings: the interval that a claim's words admit, and the other ways to read them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimtrack.claims import Assertion
from claimtrack.errors import NotAQuantity
from claimtrack.judging.counted import is_another
from claimtrack.judging.figures import Printed, unit_words
from claimtrack.judging.labels import DECLARED
from claimtrack.judging.scopes import contradicts
from claimtrack.judging.verdicts import Finding
from claimtrack.measures import Measure
from claimtrack.values import Interval, Quantity
from claimtrack.words import parse_quantity
from claimtrack.words.amounts import AmountPut, amount_put
from claimtrack.words.ratios import RatioPut, ratio_put

_POINT = Decimal("0.01")
#: What a bare number may count: words that name no unit leave it to the measure.
_COUNTED = {"persons", "count"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One defensible way to read the words: what was chosen, and the interval it admits."""

    words: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a claim admit, in the measure's unit.

    ``amount`` is the claimed value itself, None where an interval is all that is named.
    ``rule`` is the versioned rule that says so, ``others`` are the other defensible readings;
    ``put`` is how the words put it, where that is not how the unit is printed.
    """

    interval: Interval
    amount: Decimal | None
    unit: str | None
    rule: str
    words: str
    others: tuple[Choice, ...] = ()
    put: RatioPut | AmountPut | None = None

    @property
    def printed(self) -> Printed:
        """What amounts are printed in: the unit, or as the words put it."""
        return self.put or self.unit

    @property
    def is_declared(self) -> bool:
        """Whether the author has said what the words mean, in place of the rule."""
        return self.rule == DECLARED

    @property
    def lower_edge(self) -> Decimal | None:
        """The lower end at which the label flips; None where nothing lies below it."""
        interval = self.interval
        if self.unit == "share" and interval.lower == 0 and interval.lower_closed:
            return None
        return interval.lower

    @property
    def upper_edge(self) -> Decimal | None:
        """The upper end at which the label flips; None where nothing lies above it."""
        interval = self.interval
        if self.unit == "share" and interval.upper == 1 and interval.upper_closed:
            return None
        return interval.upper


@dataclass(frozen=True, slots=True)
class NoMeaning:
    """Why the words of a claim cannot be held against its measure."""

    reason: str
    finding: Finding | None = None


def objection(phrase: str, measure: Measure) -> str | None:
    """Why *phrase* cannot be held against *measure*, in one sentence; None where it can.

    It states no quantity, or a vague one, or a change, or an amount in another unit, or a share of
    more than the whole: a measure without a unit takes any. No unit is converted.
    """
    quantity = _parsed(phrase, measure)
    if isinstance(quantity, str):
        return quantity
    found = _objection(quantity, measure)
    return None if found is None else found.reason


def meaning(assertion: Assertion, measure: Measure) -> Meaning | NoMeaning:
    """What *assertion* says of *measure*: the author's own interval where one is declared, else
    what its words mean by the rule of `claimtrack.words`.
    """
    quantity = _parsed(assertion.said, measure)
    if assertion.means is not None:
        worded = None
        if isinstance(quantity, Quantity) and not _objection(quantity, measure):
            worded = _worded(quantity, assertion.said or "", measure)
        return _declared(Interval(*assertion.means), measure, worded)
    if isinstance(quantity, str):
        return NoMeaning(quantity)
    return (
        _objection(quantity, measure)
        or _other_scope(quantity, measure)
        or _worded(quantity, assertion.said or "", measure)
    )


def _parsed(said: str | None, measure: Measure) -> Quantity | str:
    if said is None:
        return "The claim names no amount."
    try:
        return parse_quantity(said, unit=measure.unit)
    except NotAQuantity as error:
        return f"“{said}” names no amount: {error.why}."


def _objection(quantity: Quantity, measure: Measure) -> NoMeaning | None:
    if quantity.kind == "vague":
        detail = "The words name no amount that figures could be held against."
        return NoMeaning(detail, Finding("vague", detail))
    if quantity.kind == "change":
        detail = (
            f"The words say how much it changed; the measure is how much it is (“{measure.asks}”)."
        )
        return NoMeaning(detail, Finding("unit_mismatch", detail))
    if not _same_unit(quantity.unit, measure.unit):
        detail = (
            f"The words give {unit_words(quantity.unit)}, the measure {unit_words(measure.unit)}."
        )
        return NoMeaning(detail, Finding("unit_mismatch", detail))
    if measure.unit == "share" and _is_beyond_the_whole(quantity):
        detail = (
            "The words give more than 100%, the measure a share of a whole, which never is; "
            "what may be above 100% has the unit ratio."
        )
        return NoMeaning(detail, Finding("unit_mismatch", detail))
    return None


def _is_beyond_the_whole(quantity: Quantity) -> bool:
    """Whether *quantity* admits no share of a whole: "120%", "more than 100%"."""
    lower = quantity.lower
    return lower is not None and lower >= 1 and Decimal(1) not in quantity.interval


def _other_scope(quantity: Quantity, measure: Measure) -> NoMeaning | None:
    """Why the words count another thing than *measure* does; its scope goes before its question."""
    counted, scope = quantity.of or "", measure.scope or ""
    if contradicts(counted, scope):
        told = f"counts “{scope}”"
    elif is_another(counted, measure) or (
        contradicts(counted, measure.asks) and not contradicts(scope, measure.asks)
    ):
        told = f"asks “{measure.asks}”"
    else:
        return None
    # The question stands inside: no stop follows its mark.
    detail = f"The measure {told}, and the words count something else, “{counted}”."
    return NoMeaning(detail, Finding("scope_mismatch", detail))


def _same_unit(claimed: str, measured: str | None) -> bool:
    if measured is None or claimed == measured:
        return True
    claimed_head, _, claimed_period = claimed.partition("/")
    head, _, period = measured.partition("/")
    return {claimed_head, head} <= _COUNTED and claimed_period == period


def _declared(interval: Interval, measure: Measure, worded: Meaning | None) -> Meaning:
    amount = worded.amount if worded else None
    if amount is not None and amount not in interval:
        amount = None
    others = (Choice(worded.words, worded.interval), *worded.others) if worded else ()
    return Meaning(
        interval=interval,
        amount=amount,
        unit=measure.unit,
        rule=DECLARED,
        words="words as the author meant them",
        others=_apart(others, interval),
        put=worded.put if worded else None,
    )


def _worded(quantity: Quantity, said: str, measure: Measure) -> Meaning:
    read = Meaning(
        interval=quantity.interval,
        amount=quantity.amount,
        unit=measure.unit,
        rule=quantity.rule,
        words=f"“{said}” by the rule {quantity.rule}",
        put=put_by(said, measure.unit),
    )
    found = (_on_tenths(quantity), None if _is_range(quantity, said) else _within_a_point(read))
    others = tuple(choice for choice in found if choice is not None)
    return replace(read, others=_apart(others, read.interval))


def put_by(said: str, unit: str | None) -> RatioPut | AmountPut | None:
    """How the words *said* put an amount of *unit*; None where it is printed so anyway."""
    return ratio_put(said) if unit == "ratio" else amount_put(said, unit)


def _on_tenths(quantity: Quantity) -> Choice | None:
    if quantity.on_tenths is None:
        return None
    return Choice("a scale of tenths in place of sixths", quantity.on_tenths)


#: Two numbers of one range, in figures.
_RANGED = re.compile(r"\d\s*(?:%|per\s?cent)?\s*(?:[-–—‑]|to|or|and)\s*\d", re.IGNORECASE)


def _is_range(quantity: Quantity, said: str) -> bool:
    """Whether *said* tells two ends, so that no share between them is named."""
    return quantity.hedge in {"between", "from"} or _RANGED.search(said) is not None


def _within_a_point(read: Meaning) -> Choice | None:
    """The share named, give or take one percentage point: how a reader with a calculator takes it.
    None for other units, one-sided words, and shares given more finely than by half a point.
    """
    amount, lower, upper = read.amount, read.lower_edge, read.upper_edge
    if read.unit != "share" or amount is None or lower is None or upper is None:
        return None
    if not lower < amount < upper or upper - lower < _POINT:
        return None
    interval = Interval(max(amount - _POINT, Decimal(0)), min(amount + _POINT, Decimal(1)))
    return Choice("a margin of one percentage point", interval)


def _apart(choices: tuple[Choice, ...], declared: Interval) -> tuple[Choice, ...]:
    """*choices* that differ from what is *declared*, and from each other."""
    apart: dict[Interval, Choice] = {}
    for choice in choices:
        if choice.interval != declared:
            apart.setdefault(choice.interval, choice)
    return tuple(apart.values())
