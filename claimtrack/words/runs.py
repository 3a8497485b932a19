"""Runs: words in a row by which a text is known again, though the sentence around them is another.

Two who write of one thing share names, offices and turns of speech; ten words in a row, half of
them of their own choosing, they share where one has them from the other. Of 351 recorded texts
(2022 to 2026) such a run stood in two of different publishers once, and both quoted a treaty's
words; of eight words, "launched its full-scale invasion in February 2022" did in many.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from claimtrack.words.sameness import normal

#: So many words in a row...
_LONG = 10
#: ...of which so many are chosen: a letter long by no accident, and no part of a name.
_CHOSEN = 5
_CHOSEN_LETTERS = 4

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: What somebody else is quoted for: marks around fewer words than this are irony, or a term.
_QUOTED_WORDS = 4
_QUOTED = re.compile(r'"[^"]{1,2000}"' r"|(?<!\w)'[^']{1,2000}'(?!\w)")
_DIGITS = 8
_SHORTEST = _CHOSEN * _CHOSEN_LETTERS + 2 * _LONG - _CHOSEN - 1
#: What stands for words that are left out: no word, and no white space either.
_BLOT = "\ufffc"


@lru_cache(maxsize=8_192)  # a record is judged again and again, by the same quotes
def runs(text: str, *, quotations: bool = True) -> tuple[str, ...]:
    """The digests of every long run of words in *text*, case, marks and white space apart, each
    once, in their order. Without its *quotations* no run holds words that *text* quotes of others.

    A digest tells a run without keeping it. A text in a script that parts no words has few runs.
    """
    if len(text) < _SHORTEST:  # as the cells of a series are, of which there are thousands
        return ()
    told = normal(text)
    found: dict[str, None] = {}
    for piece in (told if quotations else without_quotations(told)).split(_BLOT):
        words = _WORD.findall(piece)
        for start in range(len(words) - _LONG + 1):
            run = words[start : start + _LONG]
            if sum(map(_is_chosen, run)) >= _CHOSEN:
                found.setdefault(_digest(run))
    return tuple(found)


def without_quotations(text: str) -> str:
    """*text*, normalised, with what it quotes of others blotted out: as long as it was."""
    return _QUOTED.sub(lambda one: _BLOT * len(one[0]) if _is_of_others(one[0]) else one[0], text)


def _is_of_others(quoted: str) -> bool:
    return len(_WORD.findall(quoted)) >= _QUOTED_WORDS


def _is_chosen(word: str) -> bool:
    """Whether a writer chose *word*: names and offices have their capitals, and figures are what is
    told.
    """
    return len(word) >= _CHOSEN_LETTERS and word[0].isalpha() and not word[0].isupper()


def _digest(run: list[str]) -> str:
    return hashlib.sha256(" ".join(run).casefold().encode()).hexdigest()[:_DIGITS]
