"""Metres: whether the "m" glued to a figure is of millions, or of length.

News writes both alike. Millions are what it mostly means; a length has a word beside it that tells:
how it lies ("1.2m tall"), what it measures ("a depth of 1.2m"), who runs it ("the 100m final").
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.numbers import is_hyphen
from claimtrack.words.counting.things import counted_at, is_plural, whole_at
from claimtrack.words.numerals import numeral
from claimtrack.words.tokens import Piece, touches, word_set

_DIMENSIONS = word_set(
    "tall high wide long deep thick broad apart away across underground underwater offshore inland"
    " upstream downstream upwards downwards tides seas"
)
# What the hundred metres are won in.
_RACES = word_set(
    "final finals hurdles sprint sprinter relay freestyle butterfly backstroke breaststroke medley"
    " champion title dash heats race races steeplechase individual men's women's men’s women’s"
    " runner runners semi-final crown record-holder event events pool pools springboard platform"
)
_SHORT = word_set("narrow short low shallow")
_SURFACES = word_set("sea ground surface street waterline water seabed summit rooftop")
# Plurals that are so high, and not so many.
_HIGH = word_set("waves swells flames drifts snowdrifts cliffs gusts tides surges seas ladders")
# Nouns that come in millions, and have no length: "a 1.2m rise".
_SUMS = word_set(
    """
    rise fall increase decrease drop jump gain loss surplus deficit shortfall surge decline cut
    boost bill fine grant fund deal profit budget bonus audience crowd turnout majority total
    circulation readership following electorate population workforce backlog target bid prize
    settlement donation payout pledge loan investment contract project scheme programme program
    package increase payment tally viewership figure mark barrier milestone membership shot capacity
    """
)
# Single things whose size is told before them: "a 3m wall". Any other ("a 3m upgrade", "a 40m
# blaze") may be worth or lit by so many, and an "m" that no word makes a length says millions.
_SIZED = word_set(
    """
    wall wave tower tsunami fence tree crane statue mast pole yacht boat vessel ship bridge drop
    hole pool tunnel cable strip road path trench barrier ladder shark crocodile python whale snake
    squid radius stretch gap pit crater shaft pipe pipeline rope ravine cliff crevasse gorge slope
    platform springboard board chimney pylon column pillar spire minaret flagpole banner poster
    sculpture snowdrift swell surge tide trawler ketch catamaran canoe kayak dam embankment dyke
    levee hedge ramp ditch moat canal lock plank screen stage pitch lane lap walkway footbridge
    zone buffer perimeter cordon corridor clearance runway jetty pier mural tapestry container
    dinosaur skeleton fossil telescope mirror antenna dish turbine blade rotor boulder asteroid
    meteorite iceberg berg borehole well waterfall dune mound hill peak building skyscraper tent
    """
)
_MEASURES = word_set(
    """
    height depth width length distance altitude elevation diameter radius thickness wingspan
    circumference measure measures measured measuring
    """
)
_MOVING = word_set(
    """
    ran run runs running swam swim swum swimming jumped leapt leaped threw thrown throws dived dove
    dug cleared clears vaulted sprinted within walked crawled abseiled tunnelled leap throw jump
    vault waves swell snow floodwater floodwaters river sea water puddle trench tunnel wall
    walls tsunami lake reservoir loch pool tide cliff cliffs gap hole pit crater mast pole ladder
    fence
    """
)
_FALLING = word_set("fell fall falling falls plunged plunge dropped plummeted tumbled slid sank")
_AFTER_FALLING = word_set("to from down into onto off through")
_MOST_WORDS_BACK = 5
_ARTICLES = word_set("a an the his her their its this that")
_JOINTS = frozenset({"and", "to", "or", "-", "–", "—", "by", "x", "×"})
_TIMES = frozenset({"by", "x", "×"})
_DISTANCES = word_set("50 60 80 100 110 200 300 400 800")
#: Nobody writes a thousand million so.
_THOUSAND = 1000


def says_millions(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "m" at *at*, glued to a figure, says millions: "1.2m voted", but not "1.2m tall",
    "a 1.2m wall", "1.2m of snow" or "1,500m".
    """
    second = _second_at(tokens, at)
    if second is not None:
        if tokens[at + 1].text in _TIMES:
            return False
        at = second
    said = numeral(tokens[at - 1].text)
    if said is None or said.value >= _THOUSAND:
        return False
    if tokens[at - 2].text in _TIMES and tokens[at - 3].lower == "m":
        return False
    return not (_is_length_behind(tokens, at) or _is_length_before(tokens, at))


def _second_at(tokens: Sequence[Piece], at: int) -> int | None:
    """The "m" of the other end that the figure before *at* goes on to: "between 3m and 5m deep"."""
    figure, letter = tokens[at + 2], tokens[at + 3]
    joined = tokens[at + 1].text in _JOINTS and figure.kind == "number" and touches(figure, letter)
    return at + 3 if joined and letter.text == "m" else None


def _is_length_behind(tokens: Sequence[Piece], at: int) -> bool:
    place = at + 2 if is_hyphen(tokens, at + 1) else at + 1
    word, after = tokens[place].lower, tokens[place + 1]
    if word in _DIMENSIONS or word in _RACES:
        return after.text != "-"
    if word in {"strong", "too"}:
        return after.lower in _DIMENSIONS or after.lower in _SHORT
    if word == "of":
        return _is_material(tokens, place)
    if word in {"below", "above", "under"}:
        return any(token.lower in _SURFACES for token in tokens[place + 1 : place + 4])
    if tokens[at - 2].lower in _FALLING and word in _AFTER_FALLING:
        return after.kind == "word"
    return _is_size_of(tokens, at, place)


def _is_material(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands behind the "of" is measured by the metre: "snow", but not "them"."""
    whole = whole_at(tokens, at)
    if whole is None or whole.persons or tokens[whole.start].lower in _ARTICLES:
        return False
    return not is_plural(tokens[whole.end - 1])


def _is_size_of(tokens: Sequence[Piece], at: int, place: int) -> bool:
    """Whether a thing is told with its size: "a 5m wall", "the 100m"; or some high ones."""
    thing = counted_at(tokens, place)
    if thing is None:
        return tokens[at - 2].lower == "the" and tokens[at - 1].text in _DISTANCES
    last = tokens[thing.end - 1]
    if thing.persons or is_plural(last):
        return last.lower in _HIGH
    words = {token.lower for token in tokens[thing.start : thing.end]}
    return _SUMS.isdisjoint(words) and not _SIZED.isdisjoint(words)


def _is_length_before(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a word in front measures or moves by a length: "a depth of 1.2m", "swam 400m"."""
    for place in range(at - 2, max(at - 2 - _MOST_WORDS_BACK, -1), -1):
        token = tokens[place]
        if token.kind not in {"word", "number"} and token.text not in _JOINTS:
            return False
        if token.lower in _MEASURES or token.lower in _MOVING:
            thing = counted_at(tokens, at + 1)
            return thing is None or not (thing.persons or is_plural(tokens[thing.end - 1]))
    return False
