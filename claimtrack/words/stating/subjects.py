"""Subjects: what a figure is of, and whose: the names in its own words, and who acts in its clause.

A name that nobody has told is somebody else's: a figure of "Syrian territory" is none of Ukraine's,
and what "Georgia" has under occupation neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimtrack.words.stating.clauses import FUNCTION_WORDS, PREPOSITIONS, Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.wordforms import Slot, is_verb_form
from claimtrack.words.tokens import word_set

#: Words of a thing that change nothing of what it is.
_NEUTRAL = word_set(
    """
    the a an its their his her this that these those all whole entire total overall combined
    cumulative confirmed estimated neighbouring neighboring more own some such full own now both
    internationally recognised recognized sovereign current present additional cast counted valid
    our my
    """
)
_ORDINALS = word_set("st nd rd th")
_TALLIES = word_set("run streak lead tally haul advantage spell")
_PRONOUNS = word_set("it they its their he his she her them who which")
#: So many sentences back a pronoun is looked up.
_BACK = 2
_CALENDAR = word_set(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov
    dec
    """
)
_VERBS = word_set("is are was were has have had does did still now also")
#: Behind these somebody is told of, in front of them somebody tells.
SAYING = word_set("says said say estimates estimated reports reported told notes noted adds")
#: Of these, one may be done for oneself: a company reports its revenue.
_REPORTING = word_set("reports reported")
#: Where something is stands so near to it: "the unemployment rate in Spain".
_BESIDE_THING = 4
#: Who is told by whom he stands to is somebody else.
_ANOTHER = word_set(
    """
    predecessor predecessors successor rival rivals competitor competitors opponent opponents
    neighbour neighbours neighbor neighbors ally allies enemy enemies foe foes counterpart partner
    partners supplier suppliers customer customers parent brother sister wife husband father mother
    """
)
#: These act for themselves, unless they say what is so.
_PERSONS = word_set("chief boss founder chairman chairwoman director executive")
_PLACING = word_set("in of across throughout within from to for at inside the")
_WHOSE = word_set("in of for across among within")
_JOINED = word_set("and with plus alongside")
_THEIRS = word_set("its their his her")
_SHARES = word_set("share stake slice chunk part portion interest")
_HEADS = word_set("in of across within inside throughout from")

#: What is named behind one of these is another of its kind.
_OTHERS = word_set("another earlier previous similar different")
_AUTHORITIES = word_set("government authorities leadership regime rulers administration officials")

Actor = Literal["own", "other", "alien", "pronoun", "nobody"]


class Left(Exception):
    """Why a figure is not read for a measure, in words for people."""


@dataclass(frozen=True)
class Names:
    """Where a sentence names the measure's ``subject``, those ``by`` whom it is done, whoever has
    the rest (``other``), what is ``known`` of it besides, which is nobody's name, and where it
    ``says`` so, which in a name's letters is none either: "ethnic Russians".
    """

    subject: tuple[tuple[int, int], ...]
    by: tuple[tuple[int, int], ...]
    other: tuple[tuple[int, int], ...]
    known: tuple[tuple[int, int], ...] = ()
    says: tuple[tuple[int, int], ...] = ()


def names_in(clauses: Clauses, words: MeasureWords) -> Names:
    """The names of the measure of *words* in a sentence; "another fever" is none of the fever's."""
    return Names(
        tuple(
            (start, end)
            for start, end in named(clauses, words, words.subject)
            if not start or clauses.words[start - 1] not in _OTHERS
        ),
        named(clauses, words, words.by),
        named(clauses, words, words.other),
        (
            *stands(words.needs, clauses.words, clauses.signs),
            *_asked(clauses, words),
            *_whole(clauses, words),
        ),
        tuple(stands(words.says, clauses.words, clauses.signs)),
    )


def named(
    clauses: Clauses, words: MeasureWords, phrases: Iterable[Sequence[Slot]]
) -> tuple[tuple[int, int], ...]:
    """Where *phrases* stand; what the claim file writes as a name is none in small letters: a
    central bank is not the Bank, nor a reform the Reform party.
    """
    return tuple(
        (start, end)
        for start, end in stands(phrases, clauses.words, clauses.signs)
        if end - start > 1
        or clauses.words[start] not in words.capitals
        or not clauses.tokens[start].text.islower()
    )


def _asked(clauses: Clauses, words: MeasureWords) -> Iterator[tuple[int, int]]:
    """Where a sentence has places that the measure's own question names: "in Zambia"."""
    for at, word in enumerate(clauses.words):
        if word in words.asked and clauses.tokens[at].text[:1].isupper():
            is_possessive = clauses.is_possessive(at)
            if is_possessive or (at and clauses.words[at - 1] in _PLACING):
                yield at, at + 1


def _whole(clauses: Clauses, words: MeasureWords) -> Iterator[tuple[int, int]]:
    """Where a sentence has the place that the measure lists in ``of``, where that is no more than
    the place: "in Britain", "Britain's". Of what somebody does, its people may be the other side.
    """
    if words.by:
        return
    for start, end in stands(words.of, clauses.words, clauses.signs):
        is_placed = clauses.is_possessive(end - 1) or (
            start and clauses.words[start - 1] in _PLACING
        )
        is_placed = is_placed or clauses.words[end : end + 1] in (("has",), ("have",))
        if is_placed and _is_capital(clauses, start):
            yield start, end


def _is_capital(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[at].text[:1].isupper()


def check_thing(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether the words of what is counted or divided name the measure's subject themselves.
    Raises `Left` where they name anything else.
    """
    said = {
        at
        for start, end in stands(words.says, clauses.words, clauses.signs)
        for at in range(start, end)
        if end - start > 1
    }
    if words.measure.unit == "share" and clauses.words[figure.end : figure.end + 2] == (
        "of",
        "what",
    ):
        raise Left("it is a share of something else (“what …”)")
    names = names_in(clauses, words)
    thing = [
        at
        for at in _thing_places(clauses, figure)
        if at not in said and not _is_whose_whole(clauses, figure, at)
    ]
    strangers = [
        clauses.tokens[at].text
        for at in thing
        if clauses.words[at] not in _NEUTRAL
        and not _is_count(clauses, figure, at)
        and not _covers(names.known, at)
        and not any(slot.fits(clauses.words[at]) for slot in words.in_thing)
        and not _is_compounded(clauses, words, at)
        and clauses.tokens[at].kind in {"word", "number"}
        and clauses.words[at] not in {"of", "and", "or", "in"}
        and not (at >= figure.thing_end and _may_stand_behind(clauses, at, words))
    ]
    people = next((clauses.tokens[at].text for at in thing if _is_people(clauses, words, at)), None)
    if people is not None:
        strangers = [people]
    if strangers:
        raise Left(f"it is of something else (“{' '.join(strangers)}”)")
    if not thing:
        return False
    inside = range(thing[0], thing[-1] + 1)
    named = [place for place in names.subject if place[0] in inside]
    if "and" in [clauses.words[at] for at in thing] and words.measure.unit == "share":
        raise Left("it is of several together")
    if words.measure.unit == "share" and _goes_on_listing(clauses, figure.thing_end):
        raise Left("it is of several together")
    return bool(named)


def _is_whose_whole(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether the name at a place says whose the whole is that the figure is a part of: "14 of
    United's 31 goals".
    """
    if figure.quantity.unit == "share" or not clauses.is_possessive(at):
        return False
    return any(one.start == at + 1 for one in clauses.figures if one is not figure)


def _is_compounded(clauses: Clauses, words: MeasureWords, at: int) -> bool:
    """Whether a word is the measure's own in the singular, as an ordinal has it ("her 7th title")
    and a compound: "a 17-match run", but for that of a whole: "the 200-seat assembly".
    """
    if clauses.words[at - 1] in _ORDINALS:
        return words.counts(clauses.words[at])
    if clauses.words[at - 1] != "-" or _TALLIES.isdisjoint(clauses.words[at + 1 : at + 3]):
        return False
    plurals = (f"{clauses.words[at]}s", f"{clauses.words[at]}es")
    return any(slot.fits(one) for one in plurals for slot in words.in_thing)


def _is_people(clauses: Clauses, words: MeasureWords, at: int) -> bool:
    """Whether a share is of people, "a fifth of Ukrainians", and the measure has no such plural."""
    text = clauses.tokens[at].text
    if words.measure.unit != "share" or not text[:1].isupper() or not text.endswith("ans"):
        return False
    named = {*words.reads.subject, *words.reads.of, *words.reads.needs}
    return text not in named and text[:-1] in named


def _is_count(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether the word belongs to a figure within: "of Crimea's two million people"."""
    return any(one.start <= at < one.end for one in clauses.figures if one is not figure)


def _goes_on_listing(clauses: Clauses, at: int) -> bool:
    """Whether what is divided goes on: "of the Donetsk, Zaporizhzhia and Kherson regions"."""
    capitals = [token.kind == "word" and token.text[:1].isupper() for token in clauses.tokens]
    if clauses.words[at : at + 1] == ("and",):
        is_name = capitals[at + 1 : at + 2] == [True]
        counts_again = any(one.start == at + 2 for one in clauses.figures)  # "and Russia 20%"
        return is_name and not counts_again and not _is_subject_again(clauses, at + 1)
    if clauses.words[at : at + 1] != (",",) or capitals[at + 1 : at + 2] != [True]:
        return False
    return any(
        clauses.words[place] == "and" and capitals[place + 1 : place + 2] == [True]
        for place in range(at + 2, min(at + 4, len(clauses.words)))
    )


def _is_subject_again(clauses: Clauses, at: int) -> bool:
    """Whether the capital behind an "and" opens another clause: "of Ukraine and Moscow has"."""
    return any(word in _VERBS for word in clauses.words[at + 1 : at + 3])


def _may_stand_behind(clauses: Clauses, at: int, words: MeasureWords) -> bool:
    """Whether a place of the other's may stand behind: soldiers die "in Ukraine", a share of which
    is another matter.
    """
    if words.measure.unit == "share":
        return False
    return any(slot.fits(clauses.words[at]) for phrase in words.other for slot in phrase)


def _thing_places(clauses: Clauses, figure: Figure) -> list[int]:
    """The words of what the figure is of: those of its ``of``, and a place named right behind."""
    found: list[int] = []
    of = figure.quantity.of
    if of:
        first = clauses.sentence.find(of, figure.quantity.start)
        start, end = clauses.place(first, first + len(of)) if first >= 0 else (0, 0)
        found += range(start, end)
    elif clauses.words[figure.end : figure.end + 1] and clauses.words[figure.end] in _SHARES:
        found += _behind_of(clauses, figure.end + 1)
    elif clauses.words[figure.end : figure.end + 2] == (",", "of"):
        found += _behind_of(clauses, figure.end + 1)  # "120,000 acres, or 20%, of the land"
    return found + list(_located(clauses, figure.thing_end))


def _behind_of(clauses: Clauses, at: int) -> Iterator[int]:
    """The words behind the "of" at a place: "a 20% share of the market"."""
    if at >= len(clauses.words) or clauses.words[at] not in {"of", "in"}:
        return
    for place in range(at + 1, len(clauses.words)):
        word = clauses.words[place]
        if clauses.tokens[place].kind != "word" or (
            word in FUNCTION_WORDS and word not in _NEUTRAL
        ):
            return
        if is_verb_form(word):
            return
        yield place


def _located(clauses: Clauses, at: int) -> Iterator[int]:
    """The capitals of "in Ukraine" right behind a thing, which say where it is."""
    if at + 1 >= len(clauses.words) or clauses.words[at] not in _HEADS:
        return
    at += 1
    while at < len(clauses.words) and clauses.words[at] in _NEUTRAL:
        at += 1
    while at < len(clauses.tokens) and clauses.tokens[at].text[:1].isupper():
        if clauses.words[at] in _CALENDAR:
            return
        yield at
        at += 1


def actor(
    clauses: Clauses,
    names: Names,
    figure: Figure,
    relation: Relation | None,
    *,
    is_antecedent: bool = False,
) -> tuple[Actor, int]:
    """Who acts on the figure, by the last name before it that is no place, and where he stands:
    one of the measure's ``own``, the ``other``, an ``alien``, a ``pronoun``, or ``nobody``.
    """
    start = figure.start if relation is None else min(figure.start, relation.start)
    if relation is not None and relation.side == "before":
        again = _subject_again(clauses, names, relation.end, figure.start)
        start = relation.end if again is None else again + 1
    aside = clauses.asides(start)
    for at in range(start - 1, -1, -1):
        told = None if at in aside else told_at(clauses, names, at)
        if told == "own" and is_anothers(clauses, at):
            return "alien", at + 1
        if at not in aside and clauses.words[at] in {"who", "which"}:
            named = at - 1 - (clauses.words[at - 1] == ",")
            if named >= 0 and is_alien(clauses, names, named):
                return "alien", named
            if named >= 0 and clauses.words[at] == "who" and _covers(names.by, named):
                return "own", named
        if told is None or _is_placed(clauses, at):
            continue
        if told == "other" and not is_antecedent and _is_cited(clauses, at):
            continue
        if told == "alien" and (
            _is_cited(clauses, at)
            or _is_object_of_another(clauses, at, start)
            or _is_beaten(clauses, at)
        ):
            continue
        if told == "alien":
            at = _owner(clauses, at)
            told = told_at(clauses, names, at) or told
        stranger = _whose(clauses, names, at, start) if told == "own" else None
        return (told, at) if stranger is None else ("alien", stranger)
    return ("alien", 0) if _is_head(clauses, names, relation) else ("nobody", -1)


def _subject_again(clauses: Clauses, names: Names, start: int, end: int) -> int | None:
    """The place of who acts in a clause of his own between the relation and the figure: Norda in
    "While Suda has sold 40 ships, Norda has sold 90".
    """
    for at in range(start + 1, end - 1):
        is_opened = clauses.words[at - 1] in {",", ";", "while", "whereas", "but"}
        is_verb = is_verb_form(clauses.words[at + 1])
        if is_opened and is_verb and told_at(clauses, names, at) in {"own", "other"}:
            return at
    return None


def _is_object_of_another(clauses: Clauses, at: int, end: int) -> bool:
    """Whether the name at a place is only what was done before by whoever does it: the Crimea of
    "took Crimea in 2014 and today holds".
    """
    first = at
    while first and clauses.tokens[first - 1].text[:1].isupper():
        first -= 1
    if not first or not is_verb_form(clauses.words[first - 1]):
        return False
    joined = [place for place in range(at + 1, end) if clauses.words[place] == "and"]
    return bool(joined) and all(
        clauses.words[place] in FUNCTION_WORDS or clauses.words[place].endswith("ly")
        for place in range(joined[-1] + 1, end - 1)
    )


def _is_beaten(clauses: Clauses, at: int) -> bool:
    """Whether the name at a place is that of whom a score is told: "beat Suda 2-0 to go to 64"."""
    first, second, third = (clauses.words[at + one : at + one + 1] for one in (1, 2, 3))
    is_score = all(one and one[0].isdigit() for one in (first, third)) and second in (
        ("-",), ("–",),
    )  # fmt: skip
    while at and clauses.tokens[at - 1].text[:1].isupper():
        at -= 1
    return is_score and at > 0 and clauses.words[at - 1] not in FUNCTION_WORDS


def _is_cited(clauses: Clauses, at: int) -> bool:
    """Whether the name at a place is that of who says it. Who "reported revenue of" so much reports
    of himself, unless an aside or a clause of its own follows: "Norda, Reuters reported, had".
    """
    while at + 1 < len(clauses.tokens) and clauses.tokens[at + 1].text[:1].isupper():
        at += 1
    verb = clauses.words[at + 1 : at + 2]
    if not verb or verb[0] not in SAYING:
        return False
    if verb[0] not in _REPORTING:
        return True
    return clauses.words[at + 2 : at + 3] in ((",",), ("that",), (":",))


def is_anothers(clauses: Clauses, at: int) -> bool:
    """Whether the name at a place only tells to whom somebody else stands: "Norda's rival"."""
    if not clauses.is_possessive(at) or at + 1 >= len(clauses.words):
        return False
    following = clauses.words[at + 1]
    is_person = following in _PERSONS and SAYING.isdisjoint(clauses.words[at + 2 : at + 6])
    return is_person or following in _ANOTHER


def _whose(clauses: Clauses, names: Names, at: int, end: int) -> int | None:
    """The place of the stranger whose the own thing at a place is: Spain of "Spain's unemployment
    rate" and of "unemployment in Spain". A name in capitals is nobody else's.
    """
    if clauses.tokens[at].text[:1].isupper() and at and clauses.words[at - 1] != ".":
        return None
    first = next((start for start, stop in names.by if start <= at < stop), at)
    if first and is_alien(clauses, names, first - 1):
        return first - 1
    for place in range(at + 1, min(at + _BESIDE_THING, end)):
        if clauses.words[place] in _WHOSE:
            named = place + 1 + (clauses.words[place + 1 : place + 2] == ("the",))
            return named if named < end and is_alien(clauses, names, named) else None
    return None


def _is_head(clauses: Clauses, names: Names, relation: Relation | None) -> bool:
    """Whether the sentence opens with somebody else: "Eurozone inflation was", "Georgia has"."""
    if len(clauses.words) < 2 or clauses.words[0] in FUNCTION_WORDS | PREPOSITIONS:
        return False
    head = clauses.tokens[0]
    is_capital = head.text[:1].isupper() and not head.lower.endswith("ly")
    if not is_capital or any(_covers(one, 0) for one in _all(names)):
        return False
    follows = _covers(names.subject, 1) or clauses.words[1] in _VERBS
    return follows or (relation is not None and relation.start == 1 and relation.side == "before")


def _owner(clauses: Clauses, at: int) -> int:
    """Whose the name at a place is: Ukraine of "Ukraine's Kharkiv and Kherson offensives"."""
    back = at - 1
    while back >= 0 and (clauses.words[back] == "and" or clauses.tokens[back].text[:1].isupper()):
        if clauses.is_possessive(back):
            return back
        back -= 1
    return at


def told_at(clauses: Clauses, names: Names, at: int) -> Actor | None:
    """Who is named at a place; None where nobody is."""
    if _covers(names.by, at):
        return "own"
    if _covers(names.other, at):
        return "other"
    if clauses.words[at] in _PRONOUNS and clauses.words[at] not in {"who", "which", "that"}:
        return "pronoun"
    return "alien" if is_alien(clauses, names, at) else None


def _covers(places: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in places)


def is_alien(clauses: Clauses, names: Names, at: int) -> bool:
    """Whether the word at a place is a name that none of the measure's words is."""
    token = clauses.tokens[at]
    word = clauses.words[at]
    if token.kind != "word" or not token.text[:1].isupper() or word in FUNCTION_WORDS:
        return False
    if word in _CALENDAR or any(_covers(one, at) for one in _all(names)):
        return False
    if at == 0 or clauses.tokens[at - 1].text in {".", ":", "“", '"', "‘", "—", "–"}:
        return _is_name_at_head(clauses, at)
    return True


def _all(names: Names) -> tuple[tuple[tuple[int, int], ...], ...]:
    return (names.subject, names.by, names.other, names.known, names.says)


def _is_name_at_head(clauses: Clauses, at: int) -> bool:
    """Whether the capital at a sentence's head is a name's: it says whose, or stands right before
    a verb that is no auxiliary's, or before another capital.
    """
    if clauses.is_possessive(at):
        return True
    following = clauses.tokens[at + 1] if at + 1 < len(clauses.tokens) else None
    return following is not None and (following.text[:1].isupper() and following.kind == "word")


def _is_placed(clauses: Clauses, at: int) -> bool:
    """Whether a preposition stands before the name at *at*, so that it is a place or an object."""
    back = at - 1
    while back >= 0 and (
        clauses.words[back] in {"the", "a", "an", "its", "their", "all", "and"}
        or (clauses.tokens[back].text[:1].isupper() and clauses.tokens[back].kind == "word")
        or clauses.words[back] in {"eastern", "western", "southern", "northern", "-"}
    ):
        if clauses.words[back] in PREPOSITIONS:
            break
        back -= 1
    if back < 0:
        return False
    word = clauses.words[back]
    if word == "with":
        return not _acts_itself(clauses, at)
    if word == "of":
        return not clauses.is_possessive(at)
    if word == "in" and clauses.words[max(back - 1, 0)] in _AUTHORITIES:
        return False  # "the government in Kyiv"
    return word in PREPOSITIONS


def _acts_itself(clauses: Clauses, at: int) -> bool:
    """Whether the name behind a "with" acts in a clause of its own: "With Norda holding it"."""
    return any(word.endswith("ing") for word in clauses.words[at + 1 : at + 4])


def is_coordinated(clauses: Clauses, names: Names, at: int) -> bool:
    """Whether the name at *at* stands beside another's: "Russian and Ukrainian casualties"."""
    first, last = _with_articles(clauses, names, at)
    for joint, beside in ((last + 1, last + 2), (first - 1, first - 2)):
        if clauses.words[beside : beside + 1] == ("the",) and beside == last + 2:
            beside += 1  # "the Liberals and the Greens"
        if not (0 <= joint < len(clauses.words) and 0 <= beside < len(clauses.words)):
            continue
        if clauses.words[joint] in {"and", "or", "&"} and clauses.tokens[beside].text[:1].isupper():
            own = _covers(names.by, beside) or _covers(names.subject, beside)
            if not own or _covers(names.other, beside):
                return True
    return False


def is_with_others(clauses: Clauses, names: Names, at: int) -> bool:
    """Whether the pronoun at a place only joins others to one of the measure's own: "the Greens and
    their allies".
    """
    if clauses.words[at] not in _THEIRS or at < 2 or clauses.words[at - 1] not in _JOINED:
        return False
    named = at - 2 - (clauses.words[at - 2] in {",", "together"})
    return _covers(names.by, named) or _covers(names.subject, named)


def _with_articles(clauses: Clauses, names: Names, at: int) -> tuple[int, int]:
    """The first and the last place of the name at *at*, the article before it included."""
    whole = (place for place in (*names.by, *names.subject) if place[0] <= at < place[1])
    start, end = next(whole, (at, at + 1))
    capitals = [clauses.tokens[one].text[:1].isupper() for one in range(start, end)]
    first, last = (start, end - 1) if all(capitals) else (at, at)
    return (first - 1 if first and clauses.words[first - 1] == "the" else first), last


def is_named_nearby(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    slots: Sequence[Sequence[Slot]],
) -> bool:
    """Whether *slots* are named in the sentence, or in one of the few before it while this one
    names nobody unknown.
    """
    here = stands(slots, clauses.words, clauses.signs)
    if here:
        return any(not start or clauses.words[start - 1] not in _OTHERS for start, _ in here)
    names = names_in(clauses, words)
    if any(is_alien(clauses, names, at) for at in range(len(clauses.words))):
        return False
    return any(stands(slots, one.words, one.signs) for one in before[-_BACK:])
