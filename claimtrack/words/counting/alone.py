"""Alone: a percentage in digits that nothing stands beside, as in a cell of a table.

A table holds nothing else, and the grammar, which asks of every figure what its neighbours make of
it, takes four times as long for it. What it means is worked out by the same rules.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claimtrack.words.counting.phrases import Measured, Phrase
from claimtrack.words.counting.rules import decimal_number, integer
from claimtrack.words.counting.units import PERCENT

_PERCENTAGE = re.compile(r"(0|[1-9]\d{0,2}+)(?:\.(\d{1,9}+))?%", re.ASCII)


def percentage_alone(text: str) -> Phrase | None:
    """The phrase that *text* is, where it is a percentage and no more; else None."""
    found = _PERCENTAGE.fullmatch(text)
    if found is None:
        return None
    value, decimals = Decimal(text[:-1]), found[2]
    number = integer(value) if decimals is None else decimal_number(value, len(decimals))
    return Phrase(Measured(number, PERCENT, 0, 2), PERCENT, 0, 2)
