"""Sameness: whether two copies of a sentence are the same words, however they are set in type."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_QUOTES = str.maketrans("‘’‚‛′“”„‟″«»", '\'\'\'\'\'"""""""')
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def digest(said: str) -> str:
    """``sha256:`` and the digest of one or more sentences, white space and quotes normalised."""
    return f"sha256:{hashlib.sha256(normal(said).encode()).hexdigest()}"


def normal(text: str) -> str:
    """*text* on one line with straight quotes, so that a copy set in other type reads the same."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(visible.translate(_QUOTES).split())
