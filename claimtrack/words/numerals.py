"""Numerals: what a run of digits with its separators says, in any habit of writing it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

#: Longer ones are identifiers, not numbers; the bound also keeps 28 digits of arithmetic exact
#: enough for every interval to keep its width.
MOST_DIGITS = 20

_MARKS = str.maketrans({"\u066b": ".", "\u066c": ",", "’": "'", "\u00a0": " ", "\u2009": " ",
                        "\u202f": " ", "\uff0e": ".", "\uff0c": ","})  # fmt: skip
_PLAIN = re.compile(r"\d+\Z")
_DECIMAL = re.compile(r"\d*\.\d+\Z")
_GROUPED = re.compile(r"(?!0)\d{1,3}([,' ])\d{3}(?:\1\d{3})*(?:\.\d+)?\Z")
_INDIAN = re.compile(r"(?!0)\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_CONTINENTAL = re.compile(
    r"(?:\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?: \d{3})+,\d+)\Z"
)
_DECIMAL_COMMA = re.compile(r"(?:\d+,\d{1,2}|0,\d+)\Z")


class Numeral(NamedTuple):
    """A number in digits: its value, how many decimals it is given to, whether it is grouped."""

    value: Decimal
    decimals: int
    grouped: bool

    @property
    def plain(self) -> bool:
        """Whether it is bare digits: no separators, no decimals."""
        return not self.grouped and self.decimals == 0


@lru_cache(maxsize=4096)  # a few hundred figures make up most of those in texts
def numeral(text: str) -> Numeral | None:
    """What the digits in *text* say; None where they are no number (an address, a version, a
    list, a code with leading zeros).

    1,234.5 and 1.234.567,8 and 12,34,567 and 1'234 and 1 234 are read alike. A single dot is a
    decimal point, as English has it: 1.234 is not 1,234. Digits of any script count.
    """
    if len(text) > MOST_DIGITS * 2:
        return None
    if text.isascii() and text.isdigit():
        return _plain(text)
    spelled = text if text.isascii() else text.translate(_MARKS)
    if _PLAIN.match(spelled):
        return _plain(spelled)
    if _DECIMAL.match(spelled):
        return _numeral(spelled, grouped=False)
    if _GROUPED.match(spelled) or _INDIAN.match(spelled):
        return _numeral(re.sub("[,' ]", "", spelled), grouped=True)
    if _CONTINENTAL.match(spelled):
        return _numeral(re.sub("[. ]", "", spelled).replace(",", "."), grouped=True)
    if _DECIMAL_COMMA.match(spelled):
        return _numeral(spelled.replace(",", "."), grouped=False)
    return None


def _plain(digits: str) -> Numeral | None:
    leading_zero = len(digits) > 1 and int(digits[0]) == 0
    return None if leading_zero else _numeral(digits, grouped=False)


def _numeral(spelled: str, *, grouped: bool) -> Numeral | None:
    if len(spelled) > MOST_DIGITS and sum(map(str.isdigit, spelled)) > MOST_DIGITS:
        return None
    decimals = len(spelled.partition(".")[2])
    return Numeral(Decimal(spelled), decimals, grouped)
