"""Nearby names: whether the subject of a figure is named where no other is nearer."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.qualifiers import is_same
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import (
    Left,
    is_anothers,
    is_coordinated,
    is_named_nearby,
    named,
    names_in,
)
from claimtrack.words.tokens import word_set

#: Behind these stands what brought something about, so near.
_BRINGING = word_set("by in from when after as during on of")
_NEAR = 5
#: What one of these opens may be told of something else.
_CONTRASTING = word_set("while whereas but although though")
_OF = (("of",), ("of", "the"))
_MEANT = word_set("with without on for")
_WHERE = word_set("in of for across")
_HELPING = word_set("has have had was were is are be been")
#: What is measured is still the subject's: "while the rate was 3%".
_MEASURED = word_set("rate rates figure figures level total number share toll count tally reading")
#: A subject has no more words.
_SHORT = 7


def unnamed(
    clauses: Clauses,
    words: MeasureWords,
    figure: Figure,
    relation: Relation | None,
) -> bool:
    """That nobody acts: a passive tells of whoever is meant; else he is named nearby, or `Left`."""
    slots = words.by or words.subject
    if not words.by and _is_named_behind(clauses, words, figure, relation):
        raise Left("what it is said of is only named behind it")
    if relation is not None and not words.by:
        behind = [at for at, _ in named(clauses, words, slots) if at >= relation.end]
        if behind and _is_brought_about(clauses, words, relation, behind[0]):
            return False
    aside, names = clauses.asides(figure.start), names_in(clauses, words)
    for start, end in named(clauses, words, slots):
        if is_anothers(clauses, end - 1) or is_coordinated(clauses, names, end - 1):
            continue
        if start < figure.start and start not in aside:
            return False
        parted = clauses.is_broken(figure.end, start) or _is_behind_another(clauses, figure, start)
        if start >= figure.start and not parted:
            return False
    raise Left("nobody is named that it could be said of")


def thing_of_its_own(
    clauses: Clauses, words: MeasureWords, relation: Relation | None
) -> str | None:
    """Another thing of which a clause of its own is told: "wages rose 4%, while inflation was 3%";
    None where the clause has no subject, or the measure has it.
    """
    if relation is None or relation.side != "before":
        return None
    start, _ = clauses.segment(relation.start, relation.end)
    is_contrast = start > 0 and clauses.words[start - 1] in _CONTRASTING
    again = _goes_on(clauses, start, relation)
    if again is not None:
        start, is_contrast = again, True
    spent = _spent_on(clauses, words, start, relation)
    if spent is not None:
        return spent
    if _is_only_where(clauses, words, start, relation):
        return " ".join(one.text for one in clauses.tokens[start : relation.start])
    if not is_contrast:
        return None
    at = relation.start - 1
    while at >= start and (clauses.words[at] in _HELPING or clauses.words[at].endswith("ly")):
        at -= 1
    led = range(start, at + 1)
    if not led or len(led) > _SHORT or clauses.words[at] in FUNCTION_WORDS:
        return None
    if clauses.words[at] in _MEASURED and not _is_called(clauses, words, led):
        return None
    if any(clauses.tokens[one].kind != "word" for one in led):
        return None
    if _is_own(clauses, words, led):
        return None
    return " ".join(clauses.tokens[one].text for one in led)


def _is_called(clauses: Clauses, words: MeasureWords, led: range) -> bool:
    """Whether a rate or a level has a noun of its own that is none of the measure's: "the key rate
    is" says nothing of inflation.
    """
    nouns = [clauses.words[at] for at in led if clauses.words[at] not in FUNCTION_WORDS | _MEASURED]
    return bool(nouns) and not any(map(words.is_asked, nouns)) and not any(map(is_same, nouns))


def _goes_on(clauses: Clauses, start: int, relation: Relation) -> int | None:
    """Where another thing begins behind a figure: "rents rose 6%, and the vacancy rate is 4%"."""
    joints = (at for at in range(start, relation.start) if clauses.words[at] == "and")
    behind = [
        at
        for at in joints
        if any(one.end <= at and at - one.thing_end <= 1 for one in clauses.figures)
    ]
    return behind[-1] + 1 if behind else None


def _spent_on(clauses: Clauses, words: MeasureWords, start: int, relation: Relation) -> str | None:
    """Another thing, of which the subject only says what it is for: "the tax on petrol is"."""
    places = [
        first
        for first, _ in stands(words.subject, clauses.words, clauses.signs)
        if start <= first < relation.start
    ]
    if len(places) != 1 or not clauses.tokens[places[0]].text.islower():
        return None
    at = places[0] - 1
    noun = clauses.words[at - 1] if at > start else ""
    if at <= start or clauses.words[at] not in _MEANT or not noun[:1].isalpha():
        return None
    if noun in FUNCTION_WORDS | _MEASURED or words.has(noun) or words.is_asked(noun):
        return None
    return f"{noun} {clauses.words[at]} {clauses.words[at + 1]}"


def _is_only_where(clauses: Clauses, words: MeasureWords, start: int, relation: Relation) -> bool:
    """Whether the clause is told of something else, of which a name of the subject only says whose
    or where it is: "Norland's inflation rate rose", "inflation in Norland hit", where what is asked
    is how many are poor.
    """
    if words.measure.unit not in {"share", "ratio"}:
        return False
    led = range(start, relation.start)
    places = [
        (first, last)
        for first, last in stands(words.subject, clauses.words, clauses.signs)
        if first in led
    ]
    if not places or any(not clauses.tokens[first].text[:1].isupper() for first, _ in places):
        return False
    covered = {at for first, last in places for at in range(first, last)}
    if not all(
        clauses.is_possessive(last - 1) or (clauses.words[first - 1] in _WHERE and first > 0)
        for first, last in places
    ):
        return False
    nouns = [
        clauses.words[at]
        for at in led
        if at not in covered and clauses.words[at] not in FUNCTION_WORDS | _MEASURED
        and clauses.tokens[at].kind == "word" and (at == 0 or clauses.tokens[at].text.islower())
    ]  # fmt: skip
    told = {*map(_singular, nouns)}
    asked = {*map(_singular, words.asked)}
    listed = any(slot.fits(one) for one in nouns for role in (words.of, words.subject, words.says)
                 for phrase in role for slot in phrase)  # fmt: skip
    return bool(nouns) and not listed and told.isdisjoint(asked)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _is_own(clauses: Clauses, words: MeasureWords, led: range) -> bool:
    """Whether the words of *led* name what the measure is about: its subject in full, or the one
    noun of it; "pay growth" is none of "rent growth".
    """
    if any(
        start in led
        for start, _ in stands((*words.subject, *words.of), clauses.words, clauses.signs)
    ):
        return True
    nouns = [clauses.words[one] for one in led if clauses.words[one] not in FUNCTION_WORDS]
    return len(nouns) == 1 and words.is_asked(nouns[0])


def _is_behind_another(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether the name at a place stands behind another figure: "1.9%, against 3.1% in Britain"."""
    unit = figure.quantity.unit
    return any(figure.end <= one.start < at for one in clauses.figures if one.quantity.unit == unit)


def _is_named_behind(
    clauses: Clauses, words: MeasureWords, figure: Figure, relation: Relation | None
) -> bool:
    """Whether the sentence names the subject behind the figure and its relation alone."""
    last = figure.end
    if relation is not None and relation.side == "behind":
        last = relation.end
    places = stands(words.subject, clauses.words, clauses.signs)
    if not places or any(start < last for start, _ in places):
        return False
    if any(clauses.words[figure.thing_end : start] in _OF for start, _ in places):
        return False  # what is counted is of it: "412 cases of measles"
    return not (relation is not None and _is_brought_about(clauses, words, relation, places[0][0]))


def _is_brought_about(
    clauses: Clauses, words: MeasureWords, relation: Relation, named: int
) -> bool:
    """Whether what brought it about stands right behind what happened: "were killed by the quake",
    "drowned when the flood came".
    """
    if (words.measure.unit or "") != "persons" or relation.side == "before":
        return False
    led = clauses.words[relation.end : named]
    if not led or led[0] not in _BRINGING or "," in led or len(led) > _NEAR:
        return False
    return not any(clauses.tokens[at].text[:1].isupper() for at in range(relation.end, named))


def check_whole(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    figure: Figure,
    rivals: Sequence[MeasureWords],
) -> None:
    """Raise `Left` where what the figure is a part of is not named, or another was named last."""
    if not words.subject:
        return
    if not is_named_nearby(clauses, before, words, words.subject):
        raise Left("what it is a part of is not named")
    own = _last_named(clauses, before, words, figure)
    for rival in rivals:
        is_rival = rival.reads.subject != words.reads.subject
        if not is_rival or rival.measure.unit != words.measure.unit:
            continue
        if _last_named(clauses, before, rival, figure, words) > own:
            raise Left("another was named last")


def _last_named(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    figure: Figure,
    besides: MeasureWords | None = None,
) -> int:
    """How late the subject was named before the figure, where it is no name of *besides*, nor
    of those who act there; a sentence back counts less than any.
    """
    listed = [words.other]
    if besides is not None:
        listed += [besides.subject, besides.by, besides.other]
    others = {
        at
        for phrases in listed
        for start, end in stands(phrases, clauses.words, clauses.signs)
        for at in range(start, end)
    }
    places = [
        start
        for start, _ in stands(words.subject, clauses.words, clauses.signs)
        if start < figure.start and start not in others
    ]
    if places:
        return max(places)
    for back, one in enumerate(reversed(before[-2:]), 1):
        found = stands(words.subject, one.words, one.signs)
        if found:
            return found[-1][0] - 1000 * back
    return -10_000
