"""Asked: a phrase in the unit that is asked for, where its words leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimtrack.words.counting.heats import is_heat
from claimtrack.words.counting.numbers import rescaled
from claimtrack.words.counting.phrases import Measured, Phrase, as_ratio
from claimtrack.words.counting.sciences import CELSIUS, OTHER
from claimtrack.words.counting.units import COUNT, METRE, PERSONS
from claimtrack.words.tokens import Piece, touches

_MILLION, _MILLIONTH = Decimal(10**6), Decimal("0.000001")
_COUNTED = {"count": COUNT, "persons": PERSONS}


def as_asked(tokens: Sequence[Piece], phrase: Phrase, unit: str | None) -> Phrase:
    """The phrase in *unit*, where it may be in it: a percentage as a ratio, "1.2m" as millions of
    what is counted or as metres, degrees without a scale as those of Celsius, volts as a number.
    """
    base = (unit or "").partition("/")[0]
    measured = phrase.measured
    if base == "ratio":
        return as_ratio(phrase)
    if measured is None:
        return phrase
    if base == "km" and phrase.unit == COUNT and _ends_in_m(tokens, measured):
        return phrase._replace(measured=_rescaled(measured, _MILLIONTH), unit=METRE)
    if base in _COUNTED and phrase.unit == METRE and _ends_in_m(tokens, measured):
        return phrase._replace(measured=_rescaled(measured, _MILLION), unit=_COUNTED[base])
    if phrase.unit == OTHER and base == "degC" and is_heat(tokens, OTHER, measured.end):
        return phrase._replace(unit=CELSIUS)
    if phrase.unit == OTHER and base == "count":
        return phrase._replace(unit=COUNT._replace(grain="measured"))
    return phrase


def _ends_in_m(tokens: Sequence[Piece], measured: Measured) -> bool:
    last = measured.end - 1
    return tokens[last].text == "m" and touches(tokens[last - 1], tokens[last])


def _rescaled(measured: Measured, scale: Decimal) -> Measured:
    high = measured.high
    return measured._replace(
        number=rescaled(measured.number, scale),
        high=None if high is None else rescaled(high, scale),
    )
