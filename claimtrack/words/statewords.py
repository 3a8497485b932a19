"""State words: which state some words are, with nothing beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.errors import Unreadable
from claimtrack.observations import in_brief

#: What stands around words and says nothing; a question mark does.
_MARKS = " .,;:!…\"'“”„‘’«»()[]*"


def state_told(text: str, states: Mapping[str, Iterable[str]]) -> str:
    """The one state whose words are *text*, case, space and the marks around it apart; *states*
    holds the words of each by its name. Raises `Unreadable`.

    Words beside them may turn them round ("was in force until March"), and nobody can list all that
    do; so they have to be all that there is.
    """
    said = bared(text)
    told = [name for name, words in states.items() if said in map(bared, words)]
    if len(told) == 1:
        return told[0]
    names = " and ".join(sorted(told)) or "no state"
    raise Unreadable(
        f"“{in_brief(text)}” is the words of {names}; they have to be those of one and nothing"
        " beside: select more narrowly, take the words out by part, or make the whole of it"
        " words of a state (states)"
    )


def bared(words: str) -> str:
    """*words* without what makes no difference: case, space and the marks around them."""
    return " ".join(words.split()).strip(_MARKS).casefold()
