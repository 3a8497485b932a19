"""Qualifiers: the words beside a subject or a figure that make of it a kind, a part or a change.

"House price inflation" is none of prices at large, "a fifth of the rise in inflation" no inflation,
and seats "on the city council" are none of parliament's.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.relations import LEADING, Relation
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import SAYING, Left, Names, is_alien, names_in
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

#: Adjectives of a subject that leave it what it is.
_SAME_KIND = word_set(
    """
    high higher highest low lower lowest latest current official headline overall annual yearly
    total average national general actual stubborn persistent sticky recent double single triple
    digit two three both year new record mean whole entire main nationwide domestic persistently
    rampant severe closed door
    powerful massive huge major deadly deadliest devastating catastrophic violent fierce heavy big
    shallow sudden ongoing long bloody terrible
    weak strong stable month quarter consumer runaway yesterday today meanwhile however instead
    january february march april may june july august september october november december
    """
)
#: Participles that make another kind of it, which others ("soaring", "expected") do not.
_OTHER_KIND = word_set(
    "underlying trimmed harmonised harmonized imported adjusted manufacturing housing clothing"
)
#: What is about the subject, and not it: "inflation expectations".
_ABOUT_IT = word_set(
    """
    expectations expectation forecasts projections outlook target targets benefit benefits claimants
    fears pressures swaps futures bonds contracts differential voters supporters fans members
    candidates candidate rebels defector defectors
    """
)
#: Verbs of which a subject may be the object, or the clause that it opens.
_VERBS = frozenset().union(
    *map(
        forms,
        word_set(
            """
            show think put leave push bring keep see send drive cut make fight curb tame lower
            reduce fuel stoke feed hold find mean believe know hope get set let want help hit beat
            measure calculate track calm slow raise boost predict suggest confirm reveal indicate
            expect note warn argue estimate report claim say see
            """
        ),
    )
)
_CHANGES = word_set(
    """
    rise rises increase increases fall falls drop drops decline declines growth gain gains change
    changes jump surge acceleration slowdown decrease reduction
    """
)
_LESS = word_set("without excluding except minus")
_WHERE = word_set("in on at of for")
#: Who or what sits somewhere else than in the whole.
_BODIES = word_set(
    """
    council councils house chamber senate board boards committee committees assembly legislature
    congress court commission cabinet panel parliament
    """
)
_MEETING = word_set("at against versus")
_NUMBERED_TIMES = word_set("last past previous first opening final next")
_COUNTED_IN = word_set("from in over across during")
_ARE = (("are",), ("were",), ("is",), ("was",))
_IS = word_set("is are was were be been")
#: What adjectives end in that are told by degrees.
_OF_ADJECTIVES = ("ive", "ful", "able", "ible", "ous", "ient", "ete")
_LIKENED = (("the", "size"), ("the", "area"), ("the", "length"), ("the", "height"))
_MORE = word_set("more additional further extra another")
_UNDER_AGE = word_set("under u")
_HAVING = frozenset().union(*map(forms, ("have", "hold", "own", "control", "keep", "occupy")))
_GAINING = frozenset().union(*map(forms, ("gain", "lose", "add", "shed", "cede")))
#: Who does so has it from then on.
TAKING = frozenset().union(
    *map(
        forms,
        ("take", "seize", "gain", "win", "regain", "retake", "capture", "conquer", "overrun"),
    )
)
_LOSING = frozenset().union(*map(forms, ("lose", "cede", "relinquish")))
_LOST = word_set("lose lost losses defeats")
_PERFECT = word_set("have has having")


def check_qualifiers(
    clauses: Clauses, names: Names, words: MeasureWords, figure: Figure, relation: Relation | None
) -> None:
    """Raise `Left` where the words beside the subject or the figure make another thing of it."""
    _check_share_of_it(clauses, words, figure)
    _check_kind_of_subject(clauses, names, words, figure)
    _check_without(clauses, words, figure)
    _check_elsewhere(clauses, words, figure)
    _check_change(clauses, words, figure, relation)
    if clauses.words[figure.thing_end : figure.thing_end + 1] == ("twice",):
        raise Left("it is of past times")
    if _is_degree(clauses, words, figure):
        raise Left(f"it tells how {clauses.words[figure.end]} something is")
    if tuple(clauses.words[figure.end : figure.end + 2]) in _LIKENED:
        raise Left("it is how large something is beside another")


def _is_degree(clauses: Clauses, words: MeasureWords, figure: Figure) -> bool:
    """Whether a share is the degree of an adjective that no word of the measure is, where that is
    told of something: "is 97% effective", "is 80% cheaper".
    """
    if figure.quantity.unit != "share" or not _IS.intersection(
        clauses.words[max(figure.start - 2, 0) : figure.start]
    ):
        return False
    told = clauses.words[figure.end : figure.end + 2]
    if not told or not told[0].endswith(_OF_ADJECTIVES) or words.has(told[0]):
        return False
    return len(told) == 1 or told[1] in FUNCTION_WORDS or not told[1][:1].isalnum()


def _check_share_of_it(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` for a share of a change, and for a share of what is itself a rate: "a third of
    the inflation", which is no inflation of a third.
    """
    for at in range(figure.end, figure.thing_end):
        word = clauses.words[at]
        if word in _CHANGES and not any(slot.fits(word) for it in words.of for slot in it):
            raise Left(f"it is a share of a change (“{word}”)")
    if clauses.words[figure.end : figure.end + 1] != ("of",):
        return
    if words.measure.unit == "share" and _is_part_of_it(clauses, words, figure):
        raise Left("it is a share of it, no level")
    if words.measure.unit != "ratio":
        return
    for phrase in words.subject:
        thing = clauses.words[figure.end : figure.thing_end]
        if any(phrase[-1].fits(word) for word in thing):
            raise Left("it is a share of it, no level")


def _is_part_of_it(clauses: Clauses, words: MeasureWords, figure: Figure) -> bool:
    """Whether a share is of those whom the measure itself counts, and "be" tells something else of
    them: "two in three of the unemployed are men".
    """
    thing = clauses.words[figure.end + 1 : figure.thing_end]
    if not words.tells_being or clauses.words[figure.thing_end : figure.thing_end + 1] not in _ARE:
        return False
    if any(slot.fits(word) for word in thing for phrase in words.of for slot in phrase):
        return False
    last = clauses.tokens[figure.thing_end - 1]
    return last.text.islower() and any(phrase[-1].fits(last.lower) for phrase in words.subject)


def _check_kind_of_subject(
    clauses: Clauses, names: Names, words: MeasureWords, figure: Figure
) -> None:
    """Raise `Left` where a common noun that is the subject has a kind before it that no word of the
    measure names: "services inflation"; where a team is one of its younger ones.
    """
    earlier = [place for place in names.subject if place[0] < figure.start]
    if not earlier:
        return
    start, end = earlier[-1]
    if _is_younger_side(clauses, end):
        raise Left("it is of a younger side")
    about = clauses.words[end] if end < figure.start else ""
    if about in _ABOUT_IT and not words.is_asked(about):
        raise Left(f"it is of {' '.join(clauses.words[start : end + 1])}")
    if words.by or clauses.tokens[start].text[:1].isupper():
        return
    kind = [clauses.tokens[at].text for at in _kind_before(clauses, words, start)]
    if kind:
        raise Left(f"it is of a kind of its own (“{' '.join(reversed(kind))}”)")


def _kind_before(clauses: Clauses, words: MeasureWords, start: int) -> Iterator[int]:
    """The places before *start* of nouns and adjectives that make another kind of the subject."""
    for at in range(start - 1, -1, -1):
        word, token = clauses.words[at], clauses.tokens[at]
        if token.text == "-":
            continue
        if token.kind != "word" or word in FUNCTION_WORDS | LEADING | SAYING | _VERBS:
            return
        if clauses.is_possessive(at) or (at and token.text[:1].isupper()):
            return
        if not _is_same_kind(words, word):
            yield at


def _is_younger_side(clauses: Clauses, end: int) -> bool:
    """Whether the name that ends there goes on as that of a younger side: "Rovers under-21s"."""
    if not clauses.words[end : end + 1] or clauses.words[end] not in _UNDER_AGE:
        return False
    return any(sign.isdigit() for sign in "".join(clauses.words[end + 1 : end + 3]))


def is_same(word: str) -> bool:
    """Whether *word* before a subject leaves it what it is: "the latest figure"."""
    return word in _SAME_KIND or word.endswith("ly")


def _is_same_kind(words: MeasureWords, word: str) -> bool:
    """Whether *word* before the subject leaves it what it is."""
    if _is_named(words, word):
        return True
    if word in _OTHER_KIND:
        return False
    return word in _SAME_KIND or word.endswith("ly") or is_verb_form(word)


def _is_named(words: MeasureWords, word: str) -> bool:
    """Whether the measure's own words have *word*, or its question has it in either number."""
    if word in words.asked or f"{word}s" in words.asked or word.rstrip("s") in words.asked:
        return True
    return words.has(word)


def _check_without(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` where something is left out: "3.1% without tobacco"."""
    for at in range(figure.start - 1):
        led = clauses.words[at] in _LESS and not clauses.is_broken(at, figure.start)
        if led and not _is_named(words, clauses.words[at + 1]) and at in _ends(clauses, words):
            raise Left(f"it is without something (“{' '.join(clauses.words[at : at + 2])}”)")
    behind = clauses.words[figure.end : figure.end + 2]
    if behind[:1] == (",",):
        behind = clauses.words[figure.end + 1 : figure.end + 3]
    if len(behind) == 2 and behind[0] in _LESS and not _is_named(words, behind[1]):
        raise Left(f"it is without something (“{' '.join(behind)}”)")


def _ends(clauses: Clauses, words: MeasureWords) -> set[int]:
    """Where the names of the subject end: "inflation excluding energy"."""
    return {end for _, end in names_in(clauses, words).subject}


def _check_elsewhere(clauses: Clauses, words: MeasureWords, figure: Figure) -> None:
    """Raise `Left` for seats "on the city council" and for points "from the last five games"."""
    if (words.measure.unit or "") != "count":
        return
    at = _behind_whole(clauses, figure)
    led = clauses.words[at : at + 1]
    if led and led[0] in _MEETING and at + 1 < len(clauses.words):
        met = at + 1 + (clauses.words[at + 1] == "the")
        if met < len(clauses.words) and is_alien(clauses, names_in(clauses, words), met):
            raise Left("it is of one occasion")
    if led and led[0] in _COUNTED_IN:
        within = clauses.words[at + 1 : at + 4]
        dated = any(start <= at + 1 < end for _, start, end in clauses.dates)
        spoken = [n for n, word in enumerate(within[:-1]) if word in _NUMBERED_TIMES]
        is_number = spoken and _is_number(clauses, at + 2 + spoken[0])
        if is_number and not dated:
            raise Left("it counts a part of the time")
    possible = {"possible", "available"} & {*clauses.words[at + 1 : at + 3]}
    if led == ("from",) and (possible or _is_of_a_kind(clauses, at + 1)):
        raise Left("it counts a part")
    if not led or led[0] not in _WHERE:
        return
    for place in range(at + 1, min(at + 6, len(clauses.words))):
        word = clauses.words[place]
        if clauses.tokens[place].kind != "word" or (word in FUNCTION_WORDS - {"the", "a", "its"}):
            return
        if word == "parliament" and place == at + 1 and led == ("in",):
            return  # a country's own takes no article
        if word in _BODIES and not _is_named(words, word):
            raise Left(f"it is of another body (“{word}”)")


def _is_of_a_kind(clauses: Clauses, at: int) -> bool:
    """Whether common words tell where a count comes from: "10 points from losing positions"."""
    behind = clauses.tokens[at : at + 2]
    return len(behind) == 2 and all(
        one.text.islower() and one.lower not in FUNCTION_WORDS for one in behind
    )


def _is_number(clauses: Clauses, at: int) -> bool:
    return any(one.start <= at < one.end for one in clauses.figures) or (
        at < len(clauses.tokens) and clauses.tokens[at].kind == "number"
    )


def _behind_whole(clauses: Clauses, figure: Figure) -> int:
    """One past the words of what the figure counts, and of the whole that it is a part of."""
    end = figure.thing_end
    for one in clauses.figures:
        if one.start > figure.start and one.start <= end:
            end = max(end, one.thing_end)
    return end


def _check_change(
    clauses: Clauses, words: MeasureWords, figure: Figure, relation: Relation | None
) -> None:
    """Raise `Left` where a state is told by what was won or lost of it: "two more seats", "lost
    control of 5%", who "gained 12".
    """
    if relation is None or relation.side != "before" or words.reads.since is not None:
        return
    if clauses.words[figure.start - 1] == "to":
        return  # what a win "moved to 52 points" is a level
    if words.measure.unit not in {"count", "share", "km2"} or not tells_of_having(words):
        return
    around = clauses.words[max(figure.start - 1, 0) : figure.end + 1]
    than = clauses.words[figure.end + 1 : figure.end + 2] == ("than",)
    if words.measure.unit == "count" and not than and _is_added(clauses, figure, around):
        raise Left("it is what came on top, no level")
    verb = clauses.words[relation.start]
    is_asked = not words.asked.isdisjoint(forms(verb)) or not words.asked.isdisjoint(_LOST)
    if verb in _GAINING and words.measure.unit == "count" and not (is_asked and verb in _LOSING):
        raise Left(f"it is a change (“{verb}”), no level")
    at = _governing(clauses, relation)
    before = clauses.words[at] if at >= 0 else ""
    if is_verb_form(clauses.words[relation.start]) and before not in _LOSING | TAKING:
        return
    helped = not _PERFECT.isdisjoint(clauses.words[max(at - 2, 0) : at])
    is_loss = before in _LOSING and not (words.by and words.other)  # theirs is the others' gain
    if is_loss or (before in TAKING and not helped):
        raise Left(f"it is a change (“{before}”), no level")


def is_lost(clauses: Clauses, relation: Relation) -> bool:
    """Whether the relation tells that somebody has it no longer: "lost", "lost control of"."""
    at = _governing(clauses, relation)
    return clauses.words[relation.start] in _LOSING or (at >= 0 and clauses.words[at] in _LOSING)


def _governing(clauses: Clauses, relation: Relation) -> int:
    """The place of the word of which the relation is the object: "lost full control"."""
    at = relation.start - 1
    while at > 0 and clauses.words[at] in {"the", "full", "its", "their"}:
        at -= 1
    return at


def _is_added(clauses: Clauses, figure: Figure, around: tuple[str, ...]) -> bool:
    return (
        around[0] in _MORE - {"more"}
        or around[-1] in _MORE
        or clauses.words[figure.end - 1] in _MORE
    )


def tells_of_having(words: MeasureWords) -> bool:
    """Whether the measure is told by who has something, so that it is a state."""
    return any(
        any(not slot.words.isdisjoint(_HAVING) for slot in phrase)
        and TAKING.isdisjoint(phrase[0].words)
        for phrase in words.says
    )  # to "take control" is not to have it
