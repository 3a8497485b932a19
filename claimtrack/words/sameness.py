"""Sameness: whether two copies of a sentence are the same words, however they are set in type."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_QUOTES = str.maketrans("‘’‚‛′“”„‟″«»", '\'\'\'\'\'"""""""')
#: A hyphen that does not break, one of another width, a minus: which is the typesetter's choice.
_HYPHENS = str.maketrans("‐‑‒–−﹣－", "-------")
_SET = _QUOTES | _HYPHENS
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def digest(said: str) -> str:
    """``sha256:`` and the digest of one or more sentences, white space, quotes and
    hyphens normalised.
    """
    return f"sha256:{hashlib.sha256(normal(said).encode()).hexdigest()}"


def normal(text: str) -> str:
    """*text* on one line with straight quotes and plain hyphens, so that a copy set in other type
    reads the same.
    """
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(visible.translate(_SET).split())


#: A mark between two figures belongs to the number.
_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+|'[^\W_]+)*")


def bare_words(text: str) -> str:
    """The words of *text* alone, in no case, a space between: so "Two-thirds, of boats." reads as
    "two thirds of boats" does.
    """
    return " ".join(_WORD.findall(normal(text).casefold()))
