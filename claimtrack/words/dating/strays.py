"""Strays: words that stand beside a date and are no part of it.

"Just after Easter 2024" is not all that comes after it, and "not in 2024" is any other. Where words
are to name one time and nothing else, what is left beside it must change nothing: a verb with its
subject before the date ("the lease is set to expire in 2042"), with its object too ("open its doors
on 20 May"), or a word that says no more than "in".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimtrack.words.counting import things
from claimtrack.words.dating.calendarwords import LANGUAGES, CalendarWords
from claimtrack.words.dating.leanings import is_denial, is_verb
from claimtrack.words.tokens import Token, tokenize, word_set

_SIGNS = frozenset(".,;:!\"'“”‘’()[]…")
_LEFT_OUT = " \t\n.,;:"


def stray(
    text: str,
    start: int,
    end: int,
    *,
    besides: Collection[str] = (),
    denied: bool = False,
    language: str = "en",
) -> str | None:
    """What stands beside ``text[start:end]``, the date in *text*, and may change it; None where
    nothing does. Words of *besides* change nothing there, and where what the text says is *denied*
    anyway, no denial does.
    """
    words = LANGUAGES[language]
    before = [token for token in tokenize(text[:start]) if token.lower not in besides]
    if denied:
        before = [token for token in before if not is_denial(token, words)]
    if _may_change(before, words):
        return text[:start].strip(_LEFT_OUT)
    after = tokenize(text[end:])
    return None if _is_idle(after, words) else text[end:].strip(_LEFT_OUT)


def denies(text: str, *, language: str = "en") -> bool:
    """Whether *text* says of anything that it is not so."""
    return any(is_denial(token, LANGUAGES[language]) for token in tokenize(text))


def _may_change(before: Sequence[Token], words: CalendarWords) -> bool:
    """Whether the words *before* a date are more than idle, and no clause that ends in its verb."""
    last = _last_telling(before, words)
    if last is None:
        return False
    if any(is_denial(token, words) or token.lower in words.conditions for token in before):
        return True
    return not (is_verb(before, last, words) or _is_object(before, last, words))


def _is_object(before: Sequence[Token], last: int, words: CalendarWords) -> bool:
    """Whether a verb's object, and nothing else, ends at *last* and stands right before the date:
    the "its doors" of "open its doors", never the "anniversary of" a day, the "end of the war" or
    what an adverb follows.
    """
    if before[last + 1].kind != "end" or not _may_be_noun(before[last], words):
        return False
    for opener in range(last - 1, max(last - 1 - _LONGEST_OBJECT, 0), -1):
        token = before[opener]
        if token.lower in things.POSSESSIVES | _ARTICLES and before[opener - 1].lower != "of":
            verb = opener - 1
            is_told = before[verb].lower in words.infinitives or is_verb(before, verb, words)
            return is_told and words.parts.at(before, opener) is None
        if token.lower != "of" and not _may_be_noun(token, words):
            return False
    return False


_LONGEST_OBJECT = 6
_ARTICLES = frozenset({"a", "an", "my", "your"})
# What may stand behind an object and move the date, and ends in no "ly".
_ADVERBS = word_set("once twice thrice early late well long soon right some straight sometime")


def _may_be_noun(token: Token, words: CalendarWords) -> bool:
    word = token.lower
    if token.kind != "word" or word in things.STOP_WORDS or word in _ADVERBS:
        return False
    if word.endswith("ly") or word in words.numbers or word in words.units:
        return False
    return word not in words.times_of_day and word not in words.weekdays


def _last_telling(before: Sequence[Token], words: CalendarWords) -> int | None:
    """The place of the last word that is not idle."""
    places = (at for at, token in enumerate(before) if not _is_idle_word(token, words))
    return max(places, default=None)


def _is_idle(tokens: Sequence[Token], words: CalendarWords) -> bool:
    return all(_is_idle_word(token, words) for token in tokens)


def _is_idle_word(token: Token, words: CalendarWords) -> bool:
    return token.kind == "end" or token.text in _SIGNS or token.lower in words.idle
