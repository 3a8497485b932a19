"""Relations: which word of a sentence carries a figure: "controls", "casualties", "were killed"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.words.stating.clauses import FUNCTION_WORDS, PREPOSITIONS, Clauses, Figure
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import touches, word_set

#: A relation stands no further from its figure than so many words.
_REACH_BEFORE = 24
_REACH_BEHIND = 9
_FREE_BEHIND = 4
_RELATIVE = 5
PASSIVE = word_set("is are was were been being be remain remains remained under lie lies now")
#: Verbs that only lead from a relation to its figure: "casualties reached 600,000".
LEADING = word_set(
    """
    reach reaches reached reaching hit hits exceed exceeds exceeded exceeding surpass surpasses
    surpassed surpassing total totals totalled totaled totalling number numbers numbered numbering
    stand stands stood standing amount amounts amounted amounting top tops topped topping pass
    passed passes passing average averages averaged averaging equal equals represent represents
    representing estimate estimates estimated put near nears nearing approach approaching rise rose
    risen rising climb climbed fell fall fallen falling drop dropped suffer suffers suffered
    suffering lose loses lost losing sustain sustained incur incurred include includes including
    say says said report reports reported reporting record recorded records see sees saw seen
    remain remains remained high low come comes came go went make made accounted account up down
    make makes making comprise comprises comprised constitute constitutes range ranges ranged
    grew grown increased decreased slowed jumped edged slipped dipped eased ticked cover covers
    covered covering span spans spanned hover hovers hovered hovering linger lingers lingered settle
    settled soar soared surge surged plunge plunged tumble tumbled slump slumped crept inched swell
    swelled swollen balloon ballooned stabilised stabilized peaked
    """
)
#: What opens an aside between two commas: "a fifth of Ukraine, including Crimea, is occupied".
_ASIDES = word_set("including mostly mainly largely chiefly especially notably an or such")
#: And these one that tells what a thing is: "half of it, the larger half, is occupied".
_BY_THE_WAY = word_set("home according the a an its their his her once long")
_SCALES = word_set("hundred thousand million billion")
_MOST_OF_IT = tuple(
    (most, "of", it) for most in ("most", "much", "many", "half") for it in ("it", "them", "which")
)
_HAVE = word_set("have has had having")
_ADVERBS = word_set("since also already now just not never long so")
_DASHES = frozenset("-–—")
#: Between a figure and what is told of it none of these stands.
_PARTING = word_set(
    "and or , but that which ( ; — – while whereas although though because when if unless"
)
#: And with one of these between, a noun behind a figure is not what it is of.
_APART = word_set("after before to despite against amid from beside beyond on for with without")
_OF = (("of",), ("over",), ("of", "the"))
_GLUE = word_set("to about around nearly roughly some approximately over under or equivalent only")
_HELPING = word_set("have has had been were was are is be")
#: Whom a "by" names takes no more words: "held by the Russian army".
_NAMED_BY = 6
_PARTICLES = word_set("back over away")
_GIVING_UP = word_set("lose loses lost losing cede cedes ceded ceding regain regained")
_VERBLIKE_SKIP = word_set(
    "likely currently still already now also reportedly illegally believed to be have has been is "
    "are was were being under feared thought said estimated known presumed reported confirmed "
    "either believed remain remains lie lies fell"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """The place of the relation's words, and where they stand: before the figure, behind it, or in
    what is counted.
    """

    start: int
    end: int
    side: str


def relation_places(
    clauses: Clauses, known: Sequence[MeasureWords]
) -> dict[int, list[tuple[int, int]]]:
    """For each of *known*, by its place there, where its relation stands; of two measures' words
    at one place the longer are meant, so that "killed or wounded" tells nobody killed alone: but
    for those of a measure that the sentence does not name, where it names the other.
    """
    found = {
        at: [
            place
            for place in stands(one.says, clauses.words, clauses.signs)
            if not _is_compounded(clauses, place[0]) and not _is_auxiliary(clauses, place)
        ]
        for at, one in enumerate(known)
    }
    every = {place for places in found.values() for place in places}
    found = {at: _without_helpers(clauses, places, every) for at, places in found.items()}
    named = {at for at, one in enumerate(known) if _is_named(clauses, one)}
    ruled = {at: stands(one.never, clauses.words, clauses.signs) for at, one in enumerate(known)}
    kept: dict[int, list[tuple[int, int]]] = {}
    for at, places in found.items():
        rivals = [other for other in found if other in named or at not in named]
        longer = [*ruled[at], *(place for other in rivals for place in found[other])]
        kept[at] = [one for one in places if not any(_is_within(one, other) for other in longer)]
    return kept


def _is_named(clauses: Clauses, words: MeasureWords) -> bool:
    return not words.subject or bool(stands(words.subject, clauses.words, clauses.signs))


def _is_compounded(clauses: Clauses, at: int) -> bool:
    """Whether the word at a place only ends a compound: the "taking" of "risk-taking"."""
    if at < 2 or at - 1 not in clauses.signs or not clauses.words[at].endswith("ing"):
        return False
    hyphen = clauses.tokens[at - 1]
    return touches(clauses.tokens[at - 2], hyphen) and touches(hyphen, clauses.tokens[at])


def _is_auxiliary(clauses: Clauses, place: tuple[int, int]) -> bool:
    """Whether a form of "have" only helps the verb behind it: "had governed", "have since left"."""
    if place[1] - place[0] > 1 or clauses.words[place[0]] not in _HAVE:
        return False
    at = place[1]
    while at < len(clauses.words) and (
        clauses.words[at].endswith("ly") or clauses.words[at] in _ADVERBS
    ):
        at += 1
    behind = clauses.words[at] if at < len(clauses.words) else ""
    is_noun = clauses.words[at + 1 : at + 2] in (("of",),)
    return behind.endswith("ed") and is_verb_form(behind) and not is_noun


def _without_helpers(
    clauses: Clauses, places: list[tuple[int, int]], every: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """*places* without a verb that only helps a participle of a measure: "are cancelled"."""
    helped = {
        start
        for start, _ in every
        if is_verb_form(clauses.words[start]) and not clauses.words[start].endswith(("s", "ing"))
    }
    return [
        (start, end)
        for start, end in places
        if end - start > 1 or end not in helped or clauses.words[start] not in _HELPING
    ]


def _is_within(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return place != other and other[0] <= place[0] and place[1] <= other[1]


def relation_of(
    clauses: Clauses,
    figure: Figure,
    own: Sequence[tuple[int, int]],
    every: Sequence[tuple[int, int]],
) -> Relation | None:
    """The relation among *own* that carries *figure*; None where none of them does, or another
    measure's (of *every*) stands nearer.
    """
    within = [place for place in own if figure.start <= place[0] < figure.thing_end]
    if within:
        return Relation(*within[0], "within")
    if any(figure.start <= place[0] < figure.thing_end for place in every):
        return None  # what is counted tells another measure's relation
    shared = _shared(clauses, figure, own)
    if shared is not None:
        return shared
    before = _before(clauses, figure, every)
    is_its_own = _is_its_own(clauses, before, figure)
    behind = _behind(clauses, figure, every)
    if behind is None and not is_its_own and _has_a_verb_of_its_own(clauses, figure):
        return None
    nearest = before if is_its_own else behind or before
    if nearest is None or (nearest.start, nearest.end) not in own:
        return None
    return nearest


def _shared(clauses: Clauses, figure: Figure, own: Sequence[tuple[int, int]]) -> Relation | None:
    """The relation in what the next figure counts, where both count the same of two peoples: "40
    Delvian and 12 Tarnish casualties".
    """
    end = figure.thing_end
    if not _is_of_a_people(clauses, end - 1) or clauses.words[end : end + 1] != ("and",):
        return None
    following = next((one for one in clauses.figures if one.start == end + 1), None)
    if following is None:
        return None
    place = next((one for one in own if following.start < one[0] < following.thing_end), None)
    if place is None or not _is_of_a_people(clauses, place[0] - 1):
        return None
    return Relation(*place, "within")


def _is_of_a_people(clauses: Clauses, at: int) -> bool:
    """Whether nothing but a people's name stands at a place, behind a number."""
    return clauses.tokens[at].text[:1].isupper() and (
        clauses.words[at - 1][:1].isdigit() or clauses.words[at - 1] in _SCALES
    )


def _behind(clauses: Clauses, figure: Figure, every: Sequence[tuple[int, int]]) -> Relation | None:
    """The relation of which the figure is the subject: "a fifth of the land is occupied"."""
    following = [place for place in every if place[0] >= figure.thing_end]
    if not following:
        return None
    place = min(following, key=lambda one: (one[0], one[0] - one[1]))
    end = _end_of_list(clauses, figure)
    if clauses.words[: figure.start] == ("at",) and clauses.words[end : end + 1] == (",",):
        end += 1  # "At 3.1%, inflation is"
    kept = _without_asides(clauses, end, place[0])
    between = [clauses.words[at] for at in kept]
    if _closes(between[:1], clauses.words[max(figure.start - 1, 0) : figure.start]):
        between = between[1:]  # "most of the land – 70% of it – is occupied"
    if between[:1] == [","] and clauses.words[figure.start - 1 : figure.start] == ("or",):
        between = between[1:]  # "a fifth of the land, or 120,000 acres, is occupied"
    if between == [","] and _is_closed(clauses, place[1]):
        return Relation(*place, "behind")  # "a million troops, killed and wounded, since 2022"
    if len(between) > _REACH_BEHIND or any(one.start in kept for one in clauses.figures):
        return None
    if between[:1] == ["of"] and between[1:2] in (["which"], ["it"], ["them"]):
        between = between[2:]  # "a fifth of which is occupied"
    is_definite = "the" in clauses.words[max(figure.start - 1, 0) : figure.start + 1]
    is_definite = is_definite or _is_of_a_name(clauses, figure)
    if _is_object(clauses, figure) and _opens_relative(between) and not is_definite:
        return None  # who has "retaken half of the land they lost" tells of a part of that land
    if not is_verb_form(clauses.words[place[1] - 1]) and not _APART.isdisjoint(between):
        return None  # wages that rise "5% after inflation" are none
    if between[:1] == ["to"] and between[1:2] not in (["be"], ["have"], ["go"]):
        return None  # troops are trained "to replace the dead and wounded"
    if between and between[0] in {"that", "which"} and len(between) <= _RELATIVE:
        between = between[1:]  # "the fifth of Ukraine that Russia holds"
    free = [word for word in between if word not in _VERBLIKE_SKIP and not word.endswith("ly")]
    if not _PARTING.isdisjoint(free):
        return None
    if len(free) > _FREE_BEHIND or _only_tells_which(clauses, figure, place, between):
        return None
    return Relation(*place, "behind")


def _closes(sign: Sequence[str], opening: Sequence[str]) -> bool:
    """Whether *sign* ends the aside that *opening* begins."""
    if not sign or not opening:
        return False
    return (opening[0], sign[0]) == ("(", ")") or (sign[0] in _DASHES and opening[0] in _DASHES)


def _only_tells_which(
    clauses: Clauses, figure: Figure, place: tuple[int, int], between: Sequence[str]
) -> bool:
    """Whether the relation only tells of which land the figure is a part, and what is said of the
    figure follows: "30% of the land held by Kyiv is mined".
    """
    words = clauses.words
    if between or not is_verb_form(words[place[0]]) or words[figure.start - 1] in {"the", "these"}:
        return False
    behind = words[place[1] : place[1] + _NAMED_BY]
    helped = next((at for at, word in enumerate(behind) if word in _HELPING), len(behind))
    return behind[:1] == ("by",) and helped < len(behind) and "," not in behind[:helped]


def _has_a_verb_of_its_own(clauses: Clauses, figure: Figure) -> bool:
    """Whether the figure is the subject of a verb that is no relation: "9,861 have been killed and
    16,153 have been wounded".
    """
    words, at = clauses.words, figure.thing_end
    while at < len(words) and (words[at] in _HELPING or words[at].endswith("ly")):
        at += 1
    helped = not _HELPING.isdisjoint(words[figure.thing_end : at])
    return helped and at < len(words) and is_verb_form(words[at])


def _is_its_own(clauses: Clauses, before: Relation | None, figure: Figure) -> bool:
    """Whether nothing but "of" parts the relation from its figure: a "profit of 3 million", their
    "control over a fifth of the land".
    """
    return before is not None and clauses.words[before.end : figure.start] in _OF


def _end_of_list(clauses: Clauses, figure: Figure) -> int:
    """One past the figures that are told of together: "half of X, and all of Y, are occupied"."""
    end, words = figure.thing_end, clauses.words
    for one in clauses.figures:
        joined = words[end : one.start]
        if joined not in ((",", "and"), ("and",), (",",)) or one.quantity.unit != "share":
            continue
        if one.quantity.kind != "level" or "which" in words[one.start : one.thing_end + 2]:
            continue  # "five times the toll", "all of it, a quarter of which is held"
        end = one.thing_end
    is_list = end > figure.thing_end or words[figure.start - 1 : figure.start] == ("and",)
    return end + 1 if is_list and words[end : end + 1] == (",",) else end


def _is_closed(clauses: Clauses, at: int) -> bool:
    """Whether the clause ends at a place, or an aside does."""
    return at >= len(clauses.words) or clauses.words[at] in {",", ".", ")"}


def _is_object(clauses: Clauses, figure: Figure) -> bool:
    """Whether a verb stands right before the figure, which is its object, or a preposition."""
    at = figure.start - 1
    if at > 0 and clauses.words[at] in _PARTICLES:
        return clauses.words[at - 1] not in FUNCTION_WORDS
    word = clauses.words[at] if figure.start else ""
    if word in {"of", "from"} or word in _GIVING_UP:
        return True
    if word in FUNCTION_WORDS or word in LEADING or word in _VERBLIKE_SKIP:
        return False
    if clauses.words[at - 1 : at] == ("to",) and word[:1].isalpha():
        return True  # an infinitive: "to replant 20% of it"
    return is_verb_form(word) or (word.startswith("re") and is_verb_form(word[2:]))


def _is_of_a_name(clauses: Clauses, figure: Figure) -> bool:
    """Whether the figure is of what has a name, which needs no clause to tell which it is."""
    thing = clauses.tokens[figure.end : figure.thing_end]
    return bool(thing) and thing[-1].text[:1].isupper()


def _opens_relative(between: Sequence[str]) -> bool:
    return bool(between) and between[0] in {"that", "which", "they", "it", "he", "she", "we"}


def _without_asides(clauses: Clauses, start: int, end: int) -> list[int]:
    """The places from *start* to *end* that stand in no aside: in brackets, between two dashes, or
    between two commas behind a word such as "including".
    """
    kept, at = [], start
    while at < end:
        behind = _end_of_aside(clauses, at, end)
        if behind is None:
            kept.append(at)
        at = at + 1 if behind is None else behind
    return kept


def _end_of_aside(clauses: Clauses, at: int, end: int) -> int | None:
    """One past the aside that opens at a place and is closed before *end*."""
    words = clauses.words
    if words[at] == "(":
        closing = frozenset(")")
    elif words[at] in _DASHES and at in clauses.breaks:
        closing = _DASHES
    elif words[at] == "," and (words[at + 1] in _ASIDES or words[at + 1 : at + 4] in _MOST_OF_IT):
        closing = frozenset(",")
    elif words[at] == ",":
        return _end_of_what_is_by_the_way(clauses, at, end)
    else:
        return None
    close = next((place for place in range(at + 1, end) if words[place] in closing), None)
    return None if close is None else close + 1


def _end_of_what_is_by_the_way(clauses: Clauses, at: int, end: int) -> int | None:
    """One past the aside between two commas behind which the verb of its sentence stands: "3,000
    rebels, by their own count, have been killed"; None where it opens a list.
    """
    words = clauses.words
    close = next((place for place in range(at + 1, end) if words[place] == ","), None)
    is_opened = words[at + 1] in PREPOSITIONS or words[at + 1] in _BY_THE_WAY
    is_opened = is_opened or clauses.is_possessive(at + 1)  # "Delvia's granary"
    if close is None or words[close + 1] not in _HELPING or not is_opened:
        return None
    inside = [one for one in clauses.figures if at < one.start < close]
    return None if any(one.quantity.unit == "share" for one in inside) else close + 1


def _before(clauses: Clauses, figure: Figure, every: Sequence[tuple[int, int]]) -> Relation | None:
    """The relation of which the figure is the object: "controls 20%", "deaths exceeded 7,000"."""
    counted = {at for one in clauses.figures if one.thing_end <= figure.start
               for at in range(one.end, one.thing_end)}  # fmt: skip
    earlier = [
        place
        for place in every
        if place[1] <= figure.end
        and place[0] <= figure.start
        # The "wins" of "have 24 wins and six defeats" is what was counted.
        and not (place[0] in counted and clauses.words[place[1] : place[1] + 1] == ("and",))
    ]
    if not earlier:
        return None
    place = max(earlier, key=lambda one: (one[1], one[1] - one[0]))
    if figure.start - place[1] > _REACH_BEFORE or _is_apart(clauses, place[1], figure.start):
        return None
    if place[1] < figure.start and not _is_led(clauses, place, figure):
        return None
    if _only_says_when(clauses, place, figure):
        return None
    return Relation(*place, "before")


def _only_says_when(clauses: Clauses, place: tuple[int, int], figure: Figure) -> bool:
    """Whether the noun at *place* only tells when a verb behind it was done: "before the talks he
    had flown for seven hours"."""
    words, at = clauses.words, place[0] - 1
    while at > 0 and words[at] in {"the", "a", "his", "her", "its", "their", "these", "those"}:
        at -= 1
    if at or words[0] not in {"before", "after"} or is_verb_form(words[place[0]]):
        return False
    between = words[place[1] : figure.start]
    return any(is_verb_form(one) and one not in LEADING and one not in _HELPING for one in between)


def _is_apart(clauses: Clauses, start: int, end: int) -> bool:
    """Whether another clause begins between, other than one that says the same again: in
    brackets, or behind a dash with "amounting to".
    """
    over = clauses.asides(end)
    breaks = [one for one in clauses.breaks if start <= one < end and one not in over]
    return any(not _is_apposition(clauses, one, end) for one in breaks)


def _is_apposition(clauses: Clauses, at: int, figure: int) -> bool:
    word = clauses.words[at]
    if word in {"which", "that", "who"}:
        return all(
            one in FUNCTION_WORDS or one in LEADING or one.endswith("ly")
            for one in clauses.words[at:figure]
        )
    if word == ")":
        return True
    if word == "(" and ")" in clauses.words[at:figure]:
        return True
    if word[:1].isalpha():
        return False  # "while 400 ships sank" is another clause, however soon its figure comes
    led = clauses.words[at + 1 : figure]
    return len(led) <= 3 and all(one in LEADING or one in _GLUE for one in led)


def _is_led(clauses: Clauses, place: tuple[int, int], figure: Figure) -> bool:
    """Whether nothing between the relation and the figure governs it in the relation's stead: "and
    retaking 473 square kilometres" is no object of what was said before.
    """
    if _is_told_of_another_verb(clauses, place[1], figure.start):
        return False
    at = figure.start - 1
    while at >= place[1] and _is_passed_over(clauses.words[at]):
        at -= 1
    if at < place[1]:
        return True
    word = clauses.words[at]
    is_name = clauses.tokens[at].text[:1].isupper()
    if word in {",", "and", "or", "("} or not word[:1].isalpha() or is_name:
        return not _governs_between(clauses, place[1], at)
    return not _is_verb(word)


def _is_told_of_another_verb(clauses: Clauses, start: int, end: int) -> bool:
    """Whether an "and" opens what else was done, of which the figure tells: "met for two hours and
    then spoke for twelve minutes".
    """
    words = clauses.words
    for at in range(start + 1, end):
        word = words[at]
        joint = at - 1 - (words[at - 1] in {"then", "later", "also", "afterwards"})
        if words[joint] != "and" or word in LEADING or word in FUNCTION_WORDS:
            continue
        if is_verb_form(word) and not word.endswith(("ing", "ed")):
            return True
    return False


def _is_passed_over(word: str) -> bool:
    return word.endswith("ly") or word in {"a", "an", "the", "now"}


def _governs_between(clauses: Clauses, start: int, end: int) -> bool:
    """Whether a verb that is no relation follows an "and" between the two places."""
    words = clauses.words
    return any(
        words[at - 1] in {"and", "or", ","}
        and _is_verb(words[at])
        and not clauses.tokens[at].text[:1].isupper()
        for at in range(max(start, 1), end)
    )


def _is_verb(word: str) -> bool:
    """Whether *word* looks like a verb that takes an object."""
    return (
        word.endswith(("ing", "ed"))
        and word not in LEADING
        and word not in FUNCTION_WORDS
        and word not in _VERBLIKE_SKIP
    )
