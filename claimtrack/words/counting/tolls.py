"""Tolls: numbers of persons that only the words around them tell, "a toll of 112", "12 died"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.tokens import Piece, word_set

_TOLLS = word_set(
    "losses casualties deaths fatalities toll tolls dead killed wounded injured casualty displaced"
    " evacuated arrested detained"
)
_REACHING = word_set(
    """
    of at to is are was were be been now reach reached reaches reaching hit passed pass stand stands
    stood rose risen climbed total totalled totaled totaling totalling number numbered averaged
    average averaging has have had exceed exceeded topped surpassed estimated put already :
    """
)
#: The words one of which stands before a number of persons that only a toll tells.
LEADING_TO_TOLLS = _TOLLS | _REACHING

_MOST_WORDS_TO_TOLL = 5


def is_after_toll(tokens: Sequence[Piece], start: int) -> bool:
    """Whether the noun before the number counts persons: "a death toll of", "losses reached"."""
    place = start - 1
    while place > start - _MOST_WORDS_TO_TOLL and tokens[place].lower in _REACHING:
        place -= 1
    if tokens[place].lower in _TOLLS:
        return True
    return place < start - 1 and _is_toll_of(tokens, place)


def _is_toll_of(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the word at *at* ends what a toll is of: "the death toll from the flood"."""
    for place in range(at, max(at - _MOST_WORDS_OF_TOLL, -1), -1):
        if tokens[place].kind != "word":
            return False
        if tokens[place].lower in _TOLL_NOUNS:
            return place < at and tokens[place + 1].lower in _OF_WHAT
    return False


_TOLL_NOUNS = word_set("toll tolls deaths fatalities casualties casualty")
_OF_WHAT = word_set("from in of at on since after for")
_MOST_WORDS_OF_TOLL = 6


# What happens to persons alone, or to nothing that news would leave without its noun.
_SUFFERED = word_set(
    """
    killed wounded injured hurt dead died drowned perished arrested detained jailed imprisoned
    hospitalised hospitalized displaced evacuated missing infected homeless unemployed
    """
)
_LEADING_TO_SUFFERED = word_set(
    "were was are is have has had been be being also still reported confirmed feared later"
)
_OF_ONE = word_set("is was has")
_MOST_WORDS_TO_SUFFERED = 4


def is_before_suffering(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what is said of the number behind which *at* stands is said of persons: "12 were
    killed", "at least 40 have been reported missing".
    """
    if tokens[at].lower in _OF_ONE and tokens[at - 1].lower not in {"1", "one"}:
        return False  # "Sector 7 was evacuated"
    place = at
    while place < at + _MOST_WORDS_TO_SUFFERED and tokens[place].lower in _LEADING_TO_SUFFERED:
        place += 1
    return tokens[place].lower in _SUFFERED
