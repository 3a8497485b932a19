"""Title words: what two spellings of one title share, and what sets its parts apart."""

from __future__ import annotations

import re
import unicodedata

#: A shorter heading may be the name of a section.
_SHORTEST = 12
IDEOGRAPHS = "\u2e80"
#: What sets a site's name apart: signs that stand free, or bars and arrows however they stand.
APART = re.compile(r"\s+[-–—·•*~/>‹›⋆]+\s+|\s*[|｜ǀ»«¦]+\s*|\s+::\s+|\s*[:：]\s*")
BARS = re.compile(r"[|｜ǀ»«¦]")
#: Signs that may stand within a title.
WITHIN = frozenset({":", "：", "/"})
#: Signs that show nothing: where a word may be broken, and what joins or does not.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
#: What a piece is, where its headline says so: "Opinion | ".
GENRE = re.compile(
    r"(?:opinion|analysis|perspective|editorial|exclusive|review|column|feature|interview|obituary"
    r"|fact check|explainer|video|watch|listen|live|breaking(?: news)?|meinung|kommentar|kolumne"
    r"|analyse|exklusiv|tribune|opinión|análisis|opinione|commento)",
    re.IGNORECASE,
)


def says_enough(text: str) -> bool:
    """Whether *text* is too long for a section's name; an ideograph says what two letters do."""
    words = same(text)
    return len(words) + sum(sign >= IDEOGRAPHS for sign in words) >= _SHORTEST


def same(text: str) -> str:
    """The words of *text*: what two spellings of one title share."""
    plain = unicodedata.normalize("NFKC", text.translate(UNSEEN)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())
