"""Other figures: the quantities of a text that is not in English, put into English and valued.

figure = [hedge] (number [scale] [unit] | fraction)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from claimtrack.errors import NotAQuantity
from claimtrack.values import Quantity
from claimtrack.words.quantities import parse_quantity
from claimtrack.words.stating.figurewords import LANGUAGES, UNKNOWN, FigureWords

_NUMBER = r"(?P<number>\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
_NOT_IN_WORD = r"(?<![\w.,:/-])"


def find_figures(text: str, language: str) -> list[Quantity]:
    """Every quantity of *text* in *language* that is written with a unit or a fraction, or is a
    bare count; of an unknown language, those in digits alone, without what hedges them.
    """
    words = figure_words(language)
    pattern = _pattern(words)
    found = (_quantity(match, words) for match in pattern.finditer(text))
    return [one for one in found if one is not None]


def figure_words(language: str) -> FigureWords:
    """The words of *language*, those of none where it is unknown."""
    return LANGUAGES.get(language.partition("-")[0], UNKNOWN)


@lru_cache(maxsize=16)
def _compiled(hedges: str, scales: str, units: str, fractions: str) -> re.Pattern[str]:
    hedge = rf"(?:(?P<hedge>{hedges})\s+)?" if hedges else "(?P<hedge>)"
    scale = rf"(?:\s*(?P<scale>{scales})\b\.?)?" if scales else "(?P<scale>)"
    unit = rf"(?:\s*(?P<unit>{units})(?!\w))?" if units else "(?P<unit>)"
    counted = rf"{_NUMBER}(?:-\w+)?{scale}{unit}"
    either = rf"(?:{counted}|(?P<fraction>{fractions}))" if fractions else counted
    return re.compile(rf"{_NOT_IN_WORD}{hedge}{either}", re.IGNORECASE)


def _pattern(words: FigureWords) -> re.Pattern[str]:
    return _compiled(*map(_any_of, (words.hedges, words.scales, words.units, words.fractions)))


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first."""
    longest = sorted(filter(None, words), key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in longest)


def _quantity(match: re.Match[str], words: FigureWords) -> Quantity | None:
    told = match.groupdict()
    parts = [_english(words.hedges, told.get("hedge"))]
    if told.get("fraction"):
        parts.append(_english(words.fractions, told["fraction"]))
    else:
        parts.append(_figure(told["number"]))
        parts.append(_english(words.scales, told.get("scale")))
        unit = _english(words.units, told.get("unit"))
        parts.append(unit)
        if not unit and _is_year(told["number"], told.get("scale")):
            return None
    try:
        found = parse_quantity(" ".join(filter(None, parts)))
    except NotAQuantity:
        return None
    return replace(found, start=match.start(), end=match.end(), of=None)


def _is_year(number: str, scale: str | None) -> bool:
    return not scale and re.fullmatch(r"(?:1[89]|20)\d\d", number) is not None


def _figure(number: str) -> str:
    """*number* as English writes it: "717.590" is 717,590 and "17,4" is 17.4."""
    whole, _, decimals = number.partition(",")
    digits = re.sub(r"\D", "", whole)
    # Grouped, "1640" is a number in English too, and no year.
    grouped = f"{int(digits):,}" if len(digits) > 3 and digits[0] != "0" else digits
    return f"{grouped}.{decimals}" if decimals else grouped


def _english(table: Mapping[str, str], word: str | None) -> str:
    """The English of *word*; empty where it is none."""
    if not word:
        return ""
    lower = " ".join(word.lower().split())
    for form, english in table.items():
        if re.fullmatch(re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+"), lower):
            return english
    return ""
