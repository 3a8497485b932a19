"""Other figures: the quantities of a text that is not in English, put into English and valued.

figure = [hedge] (digits [to digits] [scale] [unit] | between digits and digits [scale] [unit]
| number in words (scale [unit] | unit) | scale alone [unit] | fraction)
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

_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"
_NUMBER = f"(?P<number>{_DIGITS})"
_NOT_IN_WORD = r"(?<![\w.,:/–—-])"
#: So many digits a day of the month has at most.
_DAY = 2
#: Fractions in digits; where days are written so, the word before says it: "ngày 1/5".
_WRITTEN = {
    "1/2": "half", "1/3": "a third", "2/3": "two thirds", "1/4": "a quarter",
    "3/4": "three quarters", "1/5": "a fifth", "2/5": "two fifths", "4/5": "four fifths",
    "1/6": "a sixth", "1/10": "a tenth", "9/10": "nine tenths",
}  # fmt: skip
_DAYS_BEFORE = re.compile(r"\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|mùng)\s+$", re.IGNORECASE)
#: What stands between the ends of a range in any language.
_DASHES = ("-", "–", "—")


def find_figures(text: str, language: str) -> list[Quantity]:
    """Every quantity of *text* in *language* that is written with a unit or a fraction, or is a
    bare count; of an unknown language, those in digits alone, without what hedges them.
    """
    words = figure_words(language)
    pattern = _pattern(language.partition("-")[0])
    found = (
        _quantity(match, words) for match in pattern.finditer(text) if not _is_ordinal(text, match)
    )
    return [one for one in found if one is not None]


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """Whether digits alone are a day, an hour or a place in a row: "16. kesäkuuta", "24.2."."""
    if match["written"] and _DAYS_BEFORE.search(text, 0, match.start()):
        return True
    if not match[0][-1:].isdecimal() or text[match.end() : match.end() + 1] != ".":
        return False
    behind = text[match.end() + 1 :].lstrip()
    return behind[:1].isalnum() or len(match[0]) <= _DAY


def figure_words(language: str) -> FigureWords:
    """The words of *language*, those of none where it is unknown."""
    return LANGUAGES.get(language.partition("-")[0], UNKNOWN)


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    """The figures of a language, each part a group of its own."""
    words = figure_words(language)
    hedge = _group("hedge", words.hedges, r"(?:{}\s+)?")
    unit = _group("unit", words.units, r"(?:\s*{}(?!\w))?")
    scale = _group("scale", words.scales, r"(?:\s*{}(?!\w)\.?)?")
    joined = rf"\s*(?:{'|'.join(_DASHES)}|\b(?:{_any_of(words.to) or '(?!)'})\b)\s*"
    upto = f"(?:{joined}(?P<upto>{_DIGITS}))?"
    counted = [_NUMBER + upto + r"(?P<ending>[-:]\w+)?" + scale + unit]
    counted.insert(0, rf"(?P<written>{_any_of(_WRITTEN)})(?![/\d])")
    between = _between(words, unit)
    if between:
        counted.insert(0, between)
    if words.numbers:
        scaled = _group("scaled", words.scales, r"\s*{}(?!\w)\.?")
        measured = _group("measured", words.units, r"\s+{}(?!\w)")
        told = _group("told", words.numbers, "{}")
        counted.append(f"{told}(?:{scaled}{unit.replace('<unit>', '<unit_told>')}|{measured})")
    if words.alone:
        alone = _group("alone", words.alone, r"{}(?!\w)")
        counted.append(alone + unit.replace("<unit>", "<unit_alone>"))
    if words.fractions:
        counted.append(_group("fraction", words.fractions, "{}"))
    return re.compile(f"{_NOT_IN_WORD}{hedge}(?:{'|'.join(counted)})", re.IGNORECASE)


def _between(words: FigureWords, unit: str) -> str:
    """The range that a word before two numbers, or one behind them, makes of them; nothing where
    the language has none.
    """
    before, joint, behind = words.between
    if not joint:
        return ""
    opened = rf"(?:{_any_of(before.split())})\s+" if before else ""
    closed = rf"(?=(?:\s+[^\W\d]+){{0,2}}?\s+(?:{_any_of(behind.split())}))" if behind else ""
    scale = f"(?:\\s*(?:{_any_of(words.scales)})(?!\\w)\\.?)?"
    both = rf"(?P<low>{_DIGITS}){scale}\s+(?:{_any_of(joint.split())})\s+(?P<high>{_DIGITS})"
    scaled = _group("scale_high", words.scales, r"(?:\s*{}(?!\w)\.?)?")
    return opened + both + scaled + unit.replace("<unit>", "<unit_high>") + closed


def _group(name: str, table: Mapping[str, str], around: str) -> str:
    """A named group for the words of *table*, put into *around*; nothing where it has none."""
    return around.format(f"(?P<{name}>{_any_of(table)})") if table else ""


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first."""
    longest = sorted(filter(None, words), key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in longest)


def _quantity(match: re.Match[str], words: FigureWords) -> Quantity | None:
    parts = _in_english(match.groupdict(), words)
    if parts is None:
        return None
    found = _parsed(" ".join(filter(None, parts)))
    if found is None and "-" in (parts[1] if len(parts) > 1 else ""):
        low, high = parts[1].split("-")
        found = _parsed(" ".join(filter(None, [f"between {low} and {high}", *parts[2:]])))
    if found is None:
        return None
    return replace(found, start=match.start(), end=match.end(), of=None)


def _parsed(english: str) -> Quantity | None:
    try:
        return parse_quantity(english)
    except NotAQuantity:
        return None


def _in_english(told: Mapping[str, str | None], words: FigureWords) -> list[str] | None:
    """The parts of a figure in English; None where it is a year, or a day ("24-én")."""
    hedge = _english(words.hedges, told.get("hedge"))
    if told.get("written"):
        return [hedge, _WRITTEN[told["written"] or ""]]
    if told.get("fraction"):
        return [hedge, _english(words.fractions, told["fraction"])]
    if told.get("told"):
        scale = _english(words.scales, told.get("scaled"))
        unit = _english(words.units, told.get("measured") or told.get("unit_told"))
        return [hedge, _english(words.numbers, told["told"]), scale, unit]
    if told.get("alone"):
        unit = _english(words.units, told.get("unit_alone"))
        return [hedge, _english(words.alone, told["alone"]), unit]
    if told.get("low"):
        number = f"{_figure(told['low'] or '')}-{_figure(told['high'] or '')}"
        scale = _english(words.scales, told.get("scale_high"))
        return [hedge, number, scale, _english(words.units, told.get("unit_high"))]
    number = told["number"] or ""
    unit = _english(words.units, told.get("unit"))
    if not unit and not told.get("scale") and (told.get("ending") or _is_year(number)):
        return None
    if told.get("upto"):
        number = f"{_figure(number)}-{_figure(told['upto'] or '')}"
    else:
        number = _figure(number)
    return [hedge, number, _english(words.scales, told.get("scale")), unit]


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:1[89]|20)\d\d", number) is not None


def _figure(number: str) -> str:
    """*number* as English writes it: "717.590" is 717,590 and "17,4" is 17.4."""
    whole, _, decimals = number.partition(",")
    digits = re.sub(r"\D", "", whole)
    # Grouped, "1640" is a number in English too, and no year.
    grouped = f"{int(digits):,}" if digits[0] != "0" else digits
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
