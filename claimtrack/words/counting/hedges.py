"""Hedges: the words before or after a number that loosen or bound it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrack.words.counting.changes import MOVING_WORDS, moves_before
from claimtrack.words.counting.rules import Bound
from claimtrack.words.tokens import HYPHENS, Piece, word_set

_BEFORE: dict[Bound, str] = {
    "about": "about|around|roughly|some|approximately|approx|approx .|circa|c .|ca .|close to"
    "|an estimated|estimated|in the region of|of the order of|on the order of"
    "|in the order of|in the vicinity of"
    "|more or less|estimated at|put at"
    "|~|≈|∼|round about|just about|something like|more like",
    "barely": "barely|hardly|scarcely|only just",
    # A mean is told as it is: its words loosen nothing.
    "mean": "an average of|averaging",
    "nearly": "nearly|almost|just under|just below|just short of|not quite|approaching|virtually"
    "|practically|a little under|a little less than|slightly less than|slightly under"
    "|slightly below|just shy of|shy of|a shade under|just less than|nearing|close on"
    "|a bit less than|little short of|very nearly|very almost|getting on for|nigh on"
    "|well nigh|the best part of|best part of|the better part of|better part of|nudging"
    "|something approaching|not far short of|not far off|not far shy of|not far under"
    "|not far below",
    "just over": "just over|slightly more than|slightly over|slightly above|a little over"
    "|a little more than|just above|just more than|marginally more than|little more than"
    "|a bit more than|barely over|barely more than",
    "over": "over|more than|well over|above|well above|far more than|much more than|upwards of"
    "|upward of|in excess of|well in excess of|exceeding|exceeded|exceeds|exceed|surpassed|topped"
    "|tops"
    "|greater than|north of"
    "|higher than|larger than|bigger than|longer than|topping|surpassing|>|considerably more than"
    "|significantly more than|substantially more than|far over|way over|way more than|beyond"
    "|comfortably over|comfortably above|comfortably more than|rather more than|a lot more than"
    "|a good deal more than|something over|well north of",
    "at least": "at least|at the very least|no less than|no fewer than|not less than|not fewer than"
    "|a minimum of|minimum of|a minimum|a good|≥|> =|as little as|as few as|as low as"
    "|no lower than|no smaller than|no shorter than",
    "up to": "up to|at most|no more than|not more than|as many as|as much as|a maximum of"
    "|maximum of|a maximum|at the most|≤|< =|no greater than|no higher than|as high as"
    "|no longer than|no larger than|no bigger than",
    "under": "under|less than|fewer than|below|well under|well below|lower than|smaller than"
    "|far less than|far fewer than|much less than|shorter than|<|short of|south of"
    "|not even|comfortably under|comfortably below|rather less than|a lot less than|well short of"
    "|some way short of|well south of|a good deal less than",
    "exactly": "exactly|precisely|an exact",
}

# How little a bound is passed by, and the words of the bounds: "a touch over", "marginally above".
_SCARCELY = (
    "a touch|a whisker|a fraction|a shade|a tad|a hair|a little|a bit|marginally|fractionally"
    "|slightly|just|barely|a smidgen|narrowly"
)
_PASSED = "over|above|more than|higher than|greater than"
_MISSED = "under|below|less than|lower than|fewer than|short of|shy of"
for _bound, _words in (("just over", _PASSED), ("nearly", _MISSED)):
    _BEFORE[_bound] += "".join(  # type: ignore[index]
        f"|{little} {word}" for little in _SCARCELY.split("|") for word in _words.split("|")
    )

_BEFORE["over"] += "".join(f"|{moved} past" for moved in (
    "climbed", "climbs", "rose", "rises", "risen", "soared", "soars", "surged", "surges", "jumped",
    "went", "grew", "pushed", "swept", "shot",
))  # fmt: skip

_AFTER: dict[Bound, str] = {
    "about": "or so|or thereabouts|- ish|ish|- odd|odd|give or take|, give or take|, or so"
    "|, or thereabouts",
    "at least": "or more|or higher|or greater|or above|or over|plus|- plus|+|and above|and over"
    "|at least|at the least|at a minimum|and counting",
    "up to": "or less|or fewer|or lower|or below|or under|at most|at the most",
}

# "To hand over a quarter" bounds nothing; an outer "over" is that verb's more often than a bound.
_VERBS_WITH_OVER = word_set(
    """
    hand handed hands handing take took takes taken taking turn turned turning give gave given
    giving bring brought sign signed
    charged arrested sued quits quit sacked suspended questioned row rows dispute clash feud probe
    inquiry investigation lawsuit split anger outrage fury concerns criticism apologises apologised
    repaid spread phased staggered payable
    control authority sovereignty dominance dominion jurisdiction grip command rule rules ruled
    """
)
# "A seven-under 65" is a round of golf.
_UNDER_PAR = frozenset({"under", "over"})
# What "crept up to 19%" is at 19%, and "up" is how it moved.
_MOVING_UP = word_set(
    "edge edged edges edging creep crept creeps creeping inch inched ticked nudged went gone moved"
    " goes go going climbs climb jumps jump climbed jumped shot"
    " bring brings brought bringing take takes took taken"
)


class Hedge(NamedTuple):
    """A hedge found: what it does to the interval, its words, and the tokens it fills."""

    bound: Bound
    words: str
    start: int
    end: int


Lexicon = dict[tuple[str, ...], Bound]


def _lexicon(listed: dict[Bound, str]) -> Lexicon:
    return {
        tuple(phrase.split()): bound
        for bound, phrases in listed.items()
        for phrase in phrases.split("|")
    }


#: The last words of the hedges that make "all" a quantity: "nearly all", "not quite all".
NEARLY = sorted({phrase.split()[-1] for phrase in _BEFORE["nearly"].split("|")})
_LEXICON = _lexicon(_BEFORE)
_LEXICON_AFTER = _lexicon(_AFTER)


def _by_two(
    lexicon: Lexicon, places: slice
) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], Bound, str]]]:
    """The hedges of two words and more by the two at *places*, the longest first, and as text."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], Bound, str]]] = {}
    for words in sorted(lexicon, key=len, reverse=True):
        if len(words) > 1:
            told = words, lexicon[words], " ".join(words)
            found.setdefault(words[places], []).append(told)
    return found


def _of_one_word(lexicon: Lexicon) -> dict[str, Bound]:
    return {words[0]: bound for words, bound in lexicon.items() if len(words) == 1}


_BY_LAST_TWO, _ALONE = _by_two(_LEXICON, slice(-2, None)), _of_one_word(_LEXICON)
_BY_FIRST_TWO, _ALONE_AFTER = _by_two(_LEXICON_AFTER, slice(2)), _of_one_word(_LEXICON_AFTER)
#: How many words the longest hedge before a number has.
MOST_WORDS = max(map(len, _LEXICON))
#: The words that a hedge before a number may end with.
HEDGE_ENDS = frozenset(words[-1] for words in _LEXICON)
#: The words that a hedge behind a number may begin with.
HEDGE_STARTS = frozenset(words[0] for words in _LEXICON_AFTER)


def places_behind_hedge(tokens: Sequence[Piece], at: int) -> Iterator[int]:
    """The places at which a number may begin that stands at *at*, or behind a hedge there."""
    yield at
    for place in range(at + 1, at + MOST_WORDS + 1):
        hedge = hedge_before(tokens, place)
        if hedge is not None and hedge.start == at:
            yield place


def hedge_before(tokens: Sequence[Piece], at: int) -> Hedge | None:
    """The hedge whose last word stands right before *at*; the longest one wins.

    Of two ("up to about 20%", "nearly exactly half") the outer one bounds and the inner one only
    loosens what it bounds: the outer is returned, over the words of both.
    """
    if tokens[at - 1].lower not in HEDGE_ENDS:  # asked of every number, of most more than once
        return None
    inner = _longest_before(tokens, at)
    if inner is None:
        return None
    outer = _longest_before(tokens, inner.start)
    if outer is None or outer.bound in {"about", "over", "mean"}:
        return inner
    return Hedge(outer.bound, f"{outer.words} {inner.words}", outer.start, at)


def _longest_before(tokens: Sequence[Piece], at: int) -> Hedge | None:
    last = tokens[at - 1].lower if at else ""
    if last not in HEDGE_ENDS:
        return None
    for words, bound, told in _BY_LAST_TWO.get((tokens[at - 2].lower, last), ()):
        start = at - len(words)
        if start == at - 2 or (start >= 0 and _reads(tokens, start, words)):
            return None if _is_particle(tokens, start, words) else Hedge(bound, told, start, at)
    alone = _ALONE.get(last)
    if alone is None or _is_particle(tokens, at - 1, (last,)):
        return None
    if tokens[at - 2].text == "-" and last in _UNDER_PAR:
        return None
    return Hedge(alone, last, at - 1, at)


def _is_particle(tokens: Sequence[Piece], start: int, words: tuple[str, ...]) -> bool:
    """Whether the words at *start* only go with the verb before them, or with the noun behind: "a
    good one", "a good 5-star hotel".
    """
    if words == _A_GOOD:
        at = start + len(words)
        return tokens[at].lower == "one" or tokens[at + 1].text in HYPHENS
    verbs = {("over",): _VERBS_WITH_OVER, ("up", "to"): _MOVING_UP}.get(words)
    return verbs is not None and start > 0 and tokens[start - 1].lower in verbs


_A_GOOD = ("a", "good")


def hedge_after(tokens: Sequence[Piece], at: int) -> Hedge | None:
    """The hedge that begins at *at*, right after its number: "or more", "or so", "+"."""
    first = tokens[at].lower
    if first not in HEDGE_STARTS:
        return None
    for words, bound, told in _BY_FIRST_TWO.get((first, tokens[at + 1].lower), ()):
        if words == _AT_LEAST and not _closes(tokens[at + len(words)]):
            continue
        if len(words) == 2 or _reads(tokens, at, words):  # two are those that it was found by
            return Hedge(bound, told, at, at + len(words))
    alone = _ALONE_AFTER.get(first)
    if alone is None or (first == "plus" and _is_added(tokens, at)):
        return None
    return Hedge(alone, first, at, at + 1)


# "40% at least" bounds the figure; "20 people at least five of whom" bounds the next one.
_AT_LEAST = ("at", "least")


def _closes(token: Piece) -> bool:
    """Whether the sentence, or a part of it, ends before *token*."""
    return token.kind == "end" or token.text in {",", ".", ";", ":", "!", "?", ")", "–", "—"}


# "Plus or minus" opens how far a figure may be off; other words tell what comes on top of it:
# "£55m plus add-ons", "$20 plus tax", "three years plus a fine".
_ON_TOP = word_set(
    """
    or a an the his her its their our my your some any another other up what whatever one two three
    add bonus bonuses vat gst tax taxes tip tips interest inflation fee fees charge charges cost
    costs expenses commission commissions postage delivery shipping handling packing insurance
    booking service stock shares options equity benefits perks royalties pension pensions overtime
    incentives incentive performance appearance image agent agents sell loan player extras deposit
    bills utilities council stamp legal court damages compensation flights travel accommodation
    board meals breakfast parts labour materials dividends dividend rent duty duties
    """
)


def _is_added(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands behind the "plus" at *at* comes on top of the figure before it."""
    behind = tokens[at + 1]
    return behind.kind == "number" or behind.text in _SIGNS or behind.lower in _ON_TOP


def _reads(tokens: Sequence[Piece], at: int, words: tuple[str, ...]) -> bool:
    """Whether *words* stand at *at*, in any case."""
    return [token.lower for token in tokens[at : at + len(words)]] == [*words]


#: The hedges that a denial before them turns round: what "never fell below" a number is at least
#: that.
_DENIED: dict[Bound, Bound] = {"over": "up to", "under": "at least"}
_CROSSING = word_set("below above under over exceed exceeded exceeds exceeding surpassed")
_PLAIN = _CROSSING | {"more than", "less than", "fewer than", "higher than", "lower than"}
_DENYING = word_set("never not without cannot")
# What may stand between a denial and the bound: how it was, and what it did to cross it.
_BEING = word_set("be been being is was were are has had have once ever yet even then since")
_GOING = word_set(
    """
    go goes went gone going move moved get gets got getting come came stray strayed stay stayed
    stand stood be been
    """
)
_HAVING = word_set(
    """
    has have had having cost costs score scored scores spend spent spends pay paid pays win won wins
    earn earned earns sell sold sells need needed needs last lasted contain contained hold held take
    taken took raise raised make made use used employ employed lose lost weigh weighed
    """
)
_MOST_WORDS_DENIED = 5


def denied(tokens: Sequence[Piece], hedge: Hedge, floor: int) -> Hedge:
    """The *hedge* turned round by what denies it before, its words included: "never fell below",
    "has not exceeded", "did not have more than"; itself where nothing does.
    """
    bound = _DENIED.get(hedge.bound)
    if bound is None or hedge.words not in _PLAIN:  # what is "not much more than" 40 may be 41
        return hedge
    place = hedge.start - 1
    verb = tokens[place].lower
    if verb in MOVING_WORDS or verb in _GOING:
        if hedge.words not in _CROSSING or verb in {"up", "down"}:
            return hedge  # "never rose more than 3%" is of a change
        place -= 1
    elif verb in _HAVING:
        place -= 1
    while place > hedge.start - _MOST_WORDS_DENIED and tokens[place].lower in _BEING:
        place -= 1
    if place < floor or not _denies(tokens, place):
        return hedge
    place -= tokens[place].lower == "longer"
    told = " ".join([token.lower for token in tokens[place : hedge.end]])
    return Hedge(bound, told, place, hedge.end)


def _denies(tokens: Sequence[Piece], at: int) -> bool:
    word = tokens[at].lower
    if word == "longer":  # "is no longer above"
        return tokens[at - 1].lower == "no"
    return word in _DENYING or word.endswith(("n't", "n’t"))


# What is offered or asked from a price or a share on: "tickets from £40", "rates start from 4%".
_STARTING = word_set(
    """
    start starts starting started begin begins beginning cost costs costing price prices priced
    fare fares ticket tickets room rooms rate rates rent rents fee fees table tables flight flights
    deal deals package packages available sale offer offers offered sell sells selling retail
    retails charge charges breaks tours membership subscriptions lessons courses menus tuition
    doubles suites cabins pitches seats packs bottles homes apartments flats houses villas
    """
)


def starting_before(tokens: Sequence[Piece], at: int) -> Hedge | None:
    """The "from" right before *at* where it sets the least there is, and tells no place that
    something came from: "tickets from £40", "a week from £599pp", but not "up from 40%".
    """
    if not _is_priced(tokens, at):
        return None
    before = tokens[at - 2]
    if before.lower in _RANGING:
        is_starting = not _goes_on_to(tokens, at, _MOST_OF_RANGE)
    elif before.kind == "end":
        is_starting = _is_alone(tokens, at)
    else:
        noun = tokens[at - 3] if before.text in {",", "("} else before
        offered = noun.lower in _STARTING or _is_for_each(tokens, at)
        is_starting = offered and not (_goes_on_to(tokens, at) or moves_before(tokens, at - 1))
    return Hedge("at least", "from", at - 1, at) if is_starting else None


_SIGNS = frozenset("$€£¥₹")
_BEHIND_PRICES = word_set("% percent per pc p pence euros dollars pounds")
_RANGING = word_set("range ranges ranging vary varies varying")
# For each of them holidays and tables are sold: "a week in Crete from £599 per person".
_FOR_EACH = frozenset({"pp", "pppn", "pn"})
_EACH = word_set("person night couple adult head room guest seat")
_MOST_TOKENS, _MOST_OF_RANGE = 5, 14


def _is_priced(tokens: Sequence[Piece], at: int) -> bool:
    return tokens[at].text in _SIGNS or tokens[at + 1].lower in _BEHIND_PRICES


def _is_for_each(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the price at *at* is for each that is sold to: "£599pp", "$129 a night"."""
    behind = tokens[at + 2]
    if behind.lower in _FOR_EACH:
        return True
    return behind.lower in {"per", "a", "an"} and tokens[at + 3].lower in _EACH


def _goes_on_to(tokens: Sequence[Piece], at: int, most: int = _MOST_TOKENS) -> bool:
    """Whether the other end of a range or a movement follows: "from £40 to £60"."""
    for token in tokens[at + 1 : at + most]:
        if token.text in {".", ";"}:
            return False
        if token.lower in {"to", "until"}:
            return True
    return False


def _is_alone(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the text ends with the number at *at*, its unit and what it is for each of."""
    behind = tokens[at + 1 : at + _MOST_TOKENS]
    ends = any(token.kind == "end" for token in behind)
    return ends and not any(token.text in {",", ";"} for token in behind)
