"""Written numbers: the number in a cell of its own, by the sign that it has before its decimals.

``1.300`` is 1300 where a comma stands before decimals, and 1.3 where a dot does. Which of them it
is, the figures beside it may tell, or what it counts; where nothing does, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from claimtrack.errors import Unreadable

DecimalSign = Literal[".", ","]

_SPACES = " \u00a0\u2009\u202f"
_POWER = r"(?P<power>[eE][+-]?\d{1,9})?"
_WHOLE = (
    r"(?P<minus>[+\-−]?)"
    rf"(?P<whole>[1-9]\d{{0,2}}(?P<mark>[%s'’{_SPACES}])\d{{3}}(?:(?P=mark)\d{{3}})*|\d*)"
)
#: A whole number in groups of three or in none, and its decimals, by the sign that parts them.
_WRITTEN: Mapping[DecimalSign, re.Pattern[str]] = {
    ".": re.compile(_WHOLE % "," + r"(?:\.(?P<decimals>\d*))?" + _POWER, re.ASCII),
    ",": re.compile(_WHOLE % "." + r"(?:,(?P<decimals>\d*))?" + _POWER, re.ASCII),
}
#: Longer ones are identifiers, and take for ever.
_LONGEST = 400


def read_number(text: str, decimal: DecimalSign | None = None) -> Decimal:
    """The number that *text* is, with *decimal* before its decimals; thousands may be apart by the
    other sign, an apostrophe or a space.

    Without *decimal* it is read where it can be one number only. Raises `Unreadable` for what is
    no number, and for one such as ``1.300`` that may be two.
    """
    signs: tuple[DecimalSign, ...] = (".", ",") if decimal is None else (decimal,)
    found = {number for sign in signs if (number := _number(text, sign)) is not None}
    if not found:
        is_other = decimal is not None and any(_number(text, sign) is not None for sign in _WRITTEN)
        written = f' written with decimal = "{decimal}"' if is_other else ""
        raise Unreadable(f"{text[:40]!r} is no number{written}")
    if len(found) > 1:
        low, high = (f"{number.normalize():f}" for number in sorted(found))
        raise Unreadable(f'{text!r} may be {low} or {high}: decimal = "." or "," says which')
    return found.pop()


def decimal_sign(
    figures: Iterable[str], *, at_most: Decimal | None = None, whole: bool = False
) -> DecimalSign | None:
    """The sign before the decimals in *figures*, which are written alike; None where none tells.

    One tells it that is a number by one sign alone: ``0.5``, ``1.300.000``. So does one that by the
    other would lie above what it can be *at_most*, or would be no *whole* number where it has to
    be. Raises `Unreadable` where one figure tells the one and another the other.
    """
    telling: dict[DecimalSign, str] = {}
    for figure in figures:
        told = _possible(figure, at_most, whole)
        if len(told) == 1:
            telling.setdefault(told[0], figure)
    if len(telling) > 1:
        raise Unreadable(
            f"{telling['.']!r} has a dot before its decimals and {telling[',']!r} a comma:"
            ' decimal = "." or "," says which is right'
        )
    return next(iter(telling), None)


def _possible(figure: str, at_most: Decimal | None, whole: bool) -> list[DecimalSign]:
    """The signs by which *figure* is a number, and one that can be; none where it is the same."""
    found: dict[DecimalSign, Decimal] = {
        sign: number for sign in _WRITTEN if (number := _number(figure, sign)) is not None
    }
    if len(found) == 2 and found["."] == found[","]:
        return []
    return [
        sign
        for sign, number in found.items()
        if len(found) == 1
        or ((at_most is None or abs(number) <= at_most) and not (whole and number % 1))
    ]


def _number(text: str, sign: DecimalSign) -> Decimal | None:
    written = _WRITTEN[sign].fullmatch(text) if len(text) <= _LONGEST else None
    if written is None or not (written["whole"] or written["decimals"]):
        return None
    minus = "-" if written["minus"] in {"-", "−"} else ""
    digits = re.sub(r"\D", "", written["whole"], flags=re.ASCII)
    decimals = f".{written['decimals']}" if written["decimals"] else ""
    return Decimal(f"{minus}{digits}{decimals}{written['power'] or ''}")
