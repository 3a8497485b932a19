"""Lettering: how much room a text takes at most, where nobody knows in which font it is shown."""

from __future__ import annotations

import unicodedata

#: In parts of the font's size. The widest of the fonts that `system-ui` commonly stands for are
#: DejaVu Sans and Verdana; measured in them, and rounded up.
_NARROW, _LETTER, _CAPITAL, _BROAD, _PICTURE = 0.42, 0.68, 0.85, 1.1, 1.5
_NARROW_SIGNS = frozenset(" .,:;'’|!ijltI()[]/-\u00a0")
_BROAD_SIGNS = frozenset("mwMW%‰@&—…")


def width(text: str) -> float:
    """How wide *text* is at most, in parts of the size that it is set in."""
    return sum(map(_width, text))


def _width(sign: str) -> float:
    if sign in _NARROW_SIGNS:
        return _NARROW
    category = unicodedata.category(sign)
    if category in {"Mn", "Me", "Cf"}:  # stands on the letter before it, or is not seen
        return 0
    if category == "So":
        return _PICTURE
    if sign in _BROAD_SIGNS or not _is_western(sign):
        return _BROAD
    return _CAPITAL if category == "Lu" else _LETTER


def _is_western(sign: str) -> bool:
    """Whether *sign* is of Latin or Greek, or a sign that stands among them; letters of other
    scripts are as broad as they are high.
    """
    return sign < "\u0400" or "\u2000" <= sign <= "\u20cf"


def fitting(text: str, room: float) -> str:
    """As much of *text* as fits into *room*, in parts of its size; an ellipsis where it is cut."""
    if width(text) <= room:
        return text
    kept, taken = "", width("…")
    for sign in text:
        taken += _width(sign)
        if taken > room:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def unit_apart(labels: list[str]) -> tuple[list[str], str]:
    """*labels* of amounts without the words behind their number, and those words, where all have
    the same ("people a day"); what is exactly one may have its own ("1 person a day"). Whole, and
    no words, where they differ.
    """
    parted = [_parted(label) for label in labels]
    told = {words for number, words in parted if number.lstrip("+-−") != "1"}
    if len(told) != 1 or "" in told:
        return labels, ""
    return [number for number, _ in parted], told.pop()


def _parted(label: str) -> tuple[str, str]:
    """*label* up to the last of its words that has a digit, and the words behind it."""
    words = label.split(" ")
    # A square kilometre has a digit of its own, which is no decimal.
    of_number = [at for at, word in enumerate(words) if any(map(str.isdecimal, word))]
    end = of_number[-1] + 1 if of_number else len(words)
    return " ".join(words[:end]), " ".join(words[end:])
