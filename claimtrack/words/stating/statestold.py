"""States told: which of a measure's states a sentence names, or none.

The words of a state are a phrase of the claim file. A sentence tells it when all its words stand
close together, in any form, in any order and with others between: "left Alaska without a deal"
also in "they left without reaching any deal, and Alaska was …".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimtrack.words.stating.clauses import PREPOSITIONS, Clauses
from claimtrack.words.stating.fulfilment import kept_from, unfulfilled
from claimtrack.words.stating.idioms import idiom_end
from claimtrack.words.stating.roles import goes_the_other_way, misplaced, tells_of_a_past_one
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.statefamilies import NO_LONGER, OPPOSITES
from claimtrack.words.stating.statephrases import UNDONE, Part, StatePhrase, denies
from claimtrack.words.stating.subjects import Left, is_anothers, named
from claimtrack.words.stating.unreal import denied_whole, imagined, unreal_words
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

#: Between the words of a phrase stand no more others than this, and two for each of them.
_LOOSE = 3
#: These take no room between the words of a phrase.
_JOINING = word_set("the a an of on at in between is are was were has have had been be")
_JOINED = 2
_PLACES = word_set(
    "port city town village harbour harbor province region district county island state republic"
)
#: What one of these opens between two commas only gives examples.
_EXAMPLES = word_set("such including mostly mainly chiefly notably especially")
_STILL = word_set("still now again")
_WAYS = word_set("from to into out")
#: Who acts stands so near to a sentence's head.
_AT_HEAD = 3
_AUXILIARIES = word_set("is are was were has have had will would does did remains remain")
#: What is to come is not so yet, but that it will not be so is told.
_TO_COME = word_set("will would shall")
#: But what will stay as it is is so.
_STAYING = (("remain",), ("stay",), ("continue",), ("keep",))
#: What is told to be one of these is not to come, or was not so.
_CALLED_OFF = word_set("postponed cancelled canceled scrapped aborted shelved")
#: What leads a phrase that ends at its comma and denies nothing behind it.
_LACKING = word_set("without despite lacking")
#: Who is told to be these is so no longer.
_OVER = word_set("former ex onetime erstwhile")
#: Who could not do this saw it come; the verb stands so near its denial.
_PREVENTING = word_set("prevent prevented preventing avert averted stop stopped save halt keep")
_PREVENTED = 4
_BARE = word_set("keep prevent stop save protect deter discourage")
#: What has one of these before it was not done, as far as it says: "nothing stops it from".
_NOT_DONE = word_set(
    "to will would shall should could may might cannot can must nothing nobody little few what who"
)
#: A verb is denied by these right before it, a helper between them or not.
_DENIALS = (
    ("not",), ("never",), ("no", "longer"), ("yet", "to"), ("failed", "to"), ("refused", "to"),
    ("refuses", "to"), ("unable", "to"), *((word,) for word in word_set(
        "hasn't haven't hadn't didn't doesn't don't isn't aren't wasn't weren't hasn’t haven’t "
        "hadn’t didn’t doesn’t don’t isn’t aren’t wasn’t weren’t"
    )),
)  # fmt: skip
#: What is not so of these is no denial of what they govern.
_INVERSE = frozenset().union(
    *map(forms, ("rule", "exclude", "refuse", "deny", "reject", "oppose", "preclude", "prevent",
                 "block", "bar", "dismiss", "stop"))
)  # fmt: skip
#: What could not be foreseen came, and what few foresaw.
_FORESEEN = word_set("foreseen foresaw predicted foretold anticipated imagined")
_UNSEEING = word_set(
    "not nobody few none hardly never neither nor couldn't couldn’t hadn't hadn’t cannot no"
)
_HAD = word_set("had few nobody none")
_UNSEEN = 5
_HELPERS = word_set("be been being yet ever even in on a an the is are was were")
_IMAGINED = word_set("will would could may might cannot can")
_DENYING = word_set("deny denies denied denying")
#: What stands behind these no more than so many words is what a question starts from.
_GRANTING = (("now", "that"), ("given", "that"), ("even", "though"))
_GRANTED = 8
_KNOWING = word_set(
    "know knows knew say says said think thinks believe believes claim claims true clear certain "
    "sure obvious told accept accepts"
)
_MOSTLY = word_set("mostly largely mainly chiefly predominantly")
_WHERE = (("in",), ("around",), ("along",), ("near",), ("across",), ("within",), ("outside",))
#: A clause behind these hangs on the one before.
_INTRODUCING = word_set("that whether")
#: And behind these is no fact.
_CONDITIONAL = word_set("if unless")


#: A name and its adjective have so many letters alike.
_STEM = 4


@dataclass(frozen=True, slots=True)
class StateTold:
    """That a sentence tells the state ``name`` with the words at ``places``, from ``start`` to
    ``end``.
    """

    name: str
    start: int
    end: int
    places: frozenset[int] = frozenset()


def state_told(
    clauses: Clauses, before: Sequence[Clauses], words: MeasureWords
) -> StateTold | None:
    """The state that a sentence tells; None where it has the words of none. Raises `Left` where it
    has them and does not tell it, or tells of two.
    """
    present = frozenset(clauses.words)
    if words.anchors is not None and words.anchors.isdisjoint(present):
        return None
    found = [
        (name, phrase, places)
        for name, phrases in words.states
        for phrase in phrases
        if (places := _places(clauses, phrase, present))
    ]
    if not found:
        return None
    _check_subject(clauses, before, words)
    reasons: list[str] = []
    told: list[_Telling] = []
    for name, phrase, places in found:
        reason = _not_told(clauses, places, phrase)
        weight = (phrase.weight, -_missing(clauses, phrase), -_span(clauses, places))
        opposite = None if reason is None else _opposite(clauses, words, name, phrase, places)
        if reason is None:
            told.append(_Telling(name, places, weight))
        elif opposite is not None:
            told.append(_Telling(opposite, places, weight))
        else:
            reasons.append(reason)
    if not told:
        raise Left(reasons[0])
    best = max(one.weight for one in told)
    heaviest = {one.name: one.places for one in told if one.weight == best}
    if len(heaviest) > 1:
        raise Left("it tells of two states alike")
    ((name, places),) = heaviest.items()
    return StateTold(name, min(places), max(places) + 1, frozenset(places))


@dataclass(frozen=True, slots=True)
class _Telling:
    """That words at ``places`` tell the state ``name``: the more of the author's there are, the
    fewer of the small ones are missing, and the closer they stand, the more it weighs.
    """

    name: str
    places: tuple[int, ...]
    weight: tuple[int, int, int]


def _missing(clauses: Clauses, phrase: StatePhrase) -> int:
    """How many small words of *phrase* the sentence has nowhere: the "on" of "on strike"."""
    return sum(not any(slot.fits(word) for word in clauses.words) for slot in phrase.small)


def _check_subject(clauses: Clauses, before: Sequence[Clauses], words: MeasureWords) -> None:
    never = stands(words.never, clauses.words, clauses.signs)
    if never:
        raise Left(f"“{' '.join(clauses.words[slice(*never[0])])}” rules it out")
    near = (clauses, *before[-2:])
    if words.subject and not any(named(one, words, words.subject) for one in near):
        raise Left("what it is about is not named")
    here = named(clauses, words, words.subject)
    if here and all(is_anothers(clauses, end - 1) for _, end in here):
        raise Left(f"it is of somebody else (“{clauses.words[here[0][1]]}”)")
    stranger = _of_a_stranger(clauses, words, here)
    if stranger is not None:
        raise Left(f"it is of somebody else (“{stranger}”)")
    if words.needs and not stands(words.needs, clauses.words, clauses.signs):
        raise Left("none of the words that it needs stands in the sentence")


def _of_a_stranger(
    clauses: Clauses, words: MeasureWords, here: Sequence[tuple[int, int]]
) -> str | None:
    """Whose a subject without a name of its own is, where the question asks of somebody else's:
    "the Costaran central bank", asked of Norland's; None where one in the sentence is nobody's.
    """
    stranger = None
    for start, end in here:
        whose = clauses.tokens[start - 1] if start > 1 else None
        if whose is None or whose.kind != "word" or not whose.text[:1].isupper():
            return None
        thing = " ".join(clauses.words[start:end])
        own = re.findall(rf"([^\W\d_a-z]\w+)(?:['’]s)? {re.escape(thing)}\b", words.measure.asks)
        if not own or any(_is_akin(whose.lower, one.lower()) for one in own):
            return None
        stranger = whose.text
    return stranger


def _is_akin(name: str, other: str) -> bool:
    """Whether a name may be another's adjective: "Norlandic", "Norland's"."""
    return name[:_STEM] == other[:_STEM]


def _places(clauses: Clauses, phrase: StatePhrase, present: frozenset[str]) -> tuple[int, ...]:
    """The places of the telling words of *phrase*, as close together as they stand; empty where
    one is missing or they stand too far apart.
    """
    if not all(part.may_stand(present) for part in phrase.parts):
        return ()
    found = [_standing(clauses, phrase, part) for part in phrase.parts]
    if not all(found):
        return ()
    near = (one for anchor in min(found, key=len) if (one := _around(anchor, found)))
    closest = min(near, key=lambda one: _span(clauses, one), default=())
    return closest if closest and _span(clauses, closest) <= _LOOSE + 2 * len(found) else ()


def _standing(clauses: Clauses, phrase: StatePhrase, part: Part) -> list[tuple[int, ...]]:
    return [
        one
        for one in part.found(clauses.words)
        if not _is_of_an_idiom(clauses, phrase, one[0])
        and not goes_the_other_way(clauses, part, one[0])
    ]


def _is_of_an_idiom(clauses: Clauses, phrase: StatePhrase, at: int) -> bool:
    """Whether the word at a place has another meaning, by a word that the phrase has not."""
    end = idiom_end(clauses.words, at)
    return end is not None and not phrase.has(clauses.words[end])


def _around(anchor: tuple[int, ...], found: Sequence[Sequence[tuple[int, ...]]]) -> tuple[int, ...]:
    """The places nearest to *anchor* of each list, in their order, no place twice; empty where that
    cannot be.
    """
    taken: dict[int, tuple[int, ...]] = {}
    for number in sorted(range(len(found)), key=lambda one: len(found[one])):
        used = {at for places in taken.values() for at in places}
        free = [one for one in found[number] if used.isdisjoint(one)]
        if not free:
            return ()
        taken[number] = min(free, key=lambda one: abs(one[0] - anchor[0]))
    return tuple(at for number in sorted(taken) for at in taken[number])


def _span(clauses: Clauses, places: Sequence[int]) -> int:
    """How far apart the words stand; a few that only join them, and an aside between two commas,
    take no room.
    """
    between = list(range(min(places), max(places)))
    joint = _joint(clauses, places)
    if joint is not None:
        return _span(clauses, [one for one in places if one > joint])
    commas = [at for at in between if clauses.words[at] == ","]
    if len(commas) == 2 and _is_aside(clauses, commas[0], commas[1], places):
        between = [at for at in between if not commas[0] <= at <= commas[1]]
    elif commas or clauses.is_broken(min(places), max(places)):
        return len(between)  # behind a comma somebody else may act: nothing is only joined there
    called = {at for one in between if _is_called(clauses, one) for at in (one, one + 1)}
    joining = sum(
        clauses.words[at] in _JOINING and at not in places and at not in called for at in between
    )
    return len(between) - len(called.difference(places)) - min(joining, _JOINED)


def _is_called(clauses: Clauses, at: int) -> bool:
    """Whether the word at a place only says what a name behind it is: "the port of Holt"."""
    behind = clauses.tokens[at + 1 : at + 3]
    return (
        clauses.words[at] in _PLACES
        and len(behind) == 2
        and behind[0].text == "of"
        and (behind[1].text[:1].isupper())
    )


def _joint(clauses: Clauses, places: Sequence[int]) -> int | None:
    """The "and" behind a comma by which whoever opens the sentence does one thing more: "Danko has
    survived two revolts, and still rules"; None where there is none.
    """
    words, first = clauses.words, min(places)
    if first > _AT_HEAD or not clauses.tokens[first].text[:1].isupper():
        return None
    second = min((one for one in places if one > first), default=first)
    joint = second - 1
    while joint > first and words[joint] in _AUXILIARIES | _STILL:
        joint -= 1
    if second - first < _AT_HEAD or words[joint - 1 : joint + 1] != (",", "and"):
        return None
    return joint if clauses.segment(first, first + 1)[1] > second else None


def _is_aside(clauses: Clauses, first: int, last: int, places: Sequence[int]) -> bool:
    """Whether what stands between two commas is only said by the way: "The truce, now in its third
    week, has held", "half the fleet, such as frigates, from Sarn".
    """
    if any(first < at < last for at in places):
        return False
    opening, following = clauses.words[first + 1], clauses.words[last + 1]
    is_resumed = following in _AUXILIARIES or following in _WAYS or last + 1 in places
    return opening in _EXAMPLES or is_resumed


def _not_told(
    clauses: Clauses,
    places: tuple[int, ...],
    phrase: StatePhrase,
    denial: frozenset[int] = frozenset(),
) -> str | None:
    """Why the words do not tell the state: a question, a denial, a wish, a condition; the *denial*
    at some places apart.
    """
    if tells_of_a_past_one(clauses, places):
        return None
    reason = _not_of_it(clauses, places, phrase, is_denied=bool(denial))
    if reason is not None:
        return reason
    apart = denial | _unforeseen(clauses.words) | _by_the_way(clauses, places)
    return _not_meant(clauses, places, apart) or _not_done(clauses, places, phrase, apart)


def _not_of_it(
    clauses: Clauses, places: tuple[int, ...], phrase: StatePhrase, *, is_denied: bool
) -> str | None:
    """Why the words are not said of the state at all: asked, in other roles, of a place, another's,
    or not yet so.
    """
    if clauses.is_question and not _is_taken_for_granted(clauses, min(places)):
        return "it is asked, not said"
    role = misplaced(clauses, phrase, places)
    if role is not None:
        return role
    lodged = next((at for at in places if _is_whereabouts(clauses.words, at, places)), None)
    if lodged is not None:
        return f"it is where they are (“{clauses.words[lodged]} {clauses.words[lodged + 1]} …”)"
    another = _other_denied(clauses, phrase, places)
    if another is not None:
        return f"another is denied (“{another}”)"
    if not is_denied and any(_is_yet_to(clauses.words, at) for at in places):
        return "not yet so (“yet to”)"
    return None


def _not_meant(clauses: Clauses, places: tuple[int, ...], apart: Collection[int]) -> str | None:
    """Why the clause as a whole says nothing of the kind: it is imagined, denied or taken away; the
    words at the places *apart* count for nothing.
    """
    start, _ = _clause(clauses, places)
    own = clauses.segment(min(places), min(places) + 1)[0]
    if clauses.words[max(own - 2, 0) : own] in _GRANTING:
        return None
    undenied = tuple("" if at in apart else word for at, word in enumerate(clauses.words))
    return (
        imagined(undenied, min(places))
        or denied_whole(undenied, start, own, max(places) + 1)
        or _without_which(clauses, own)
    )


def _not_done(
    clauses: Clauses, places: tuple[int, ...], phrase: StatePhrase, apart: frozenset[int]
) -> str | None:
    """Why what the clause speaks of is not so: it failed, was left undone, is over, was called off
    or is unreal; the words at the places *apart* count for nothing.
    """
    start, end = _clause(clauses, places)
    others = _others(clauses, places, apart)
    failed = next((one for one in others[start:end] if one in UNDONE), None)
    if failed is not None:
        return f"not done (“{failed}”)"
    held = apart.union(places, _unprevented(clauses.words, places))
    undone = (unfulfilled(clauses, at, phrase.nouns, held) for at in places)
    reason = next((one for one in undone if one is not None), None)
    if reason is not None:
        return reason
    near = others[max(min(places) - 1, 0) : max(places) + 1]
    over = next((one for one in near if one in _OVER), None)
    if over is not None:
        return f"no longer so (“{over}”)"
    off = _called_off(others[min(places) : clauses.segment(min(places), max(places) + 1)[1]])
    if off is not None:
        return f"called off (“{off}”)"
    if "without" in others[max(places) + 1 : end]:
        end -= 1  # who was "released without charge" was released
    return unreal_words(others, start, end, None, is_figure=False)


def _called_off(words: Sequence[str]) -> str | None:
    """The word among *words* by which something was called off."""
    off = next((one for one in words if one in _CALLED_OFF), None)
    return "called off" if off is None and "called off" in " ".join(words) else off


def _is_whereabouts(words: Sequence[str], at: int, places: Collection[int]) -> bool:
    """Whether the "mostly" at a place tells where some are: "mostly concentrated in the south"."""
    if words[at] not in _MOSTLY or at + 1 in places:
        return False
    return words[at + 2 : at + 3] in _WHERE and is_verb_form(words[at + 1])


def _is_taken_for_granted(clauses: Clauses, at: int) -> bool:
    """Whether the words from a place on tell why something is asked: "now that it has closed"."""
    words = clauses.words
    opened = (
        one
        for one in range(max(at - _GRANTED, 0), at - 1)
        if words[one : one + 2] in _GRANTING and not _is_known(words, one)
    )
    return any(not {",", "and", "or"} & {*words[one:at]} for one in opened)


def _is_known(words: Sequence[str], at: int) -> bool:
    """Whether "now" belongs to who knows it: "do they know now that it has closed"."""
    return not _KNOWING.isdisjoint(words[max(at - 2, 0) : at])


def _opposite(
    clauses: Clauses, words: MeasureWords, name: str, phrase: StatePhrase, places: tuple[int, ...]
) -> str | None:
    """The state that a sentence tells by a plain denial of another: by the one that is called as
    that with "not_" before it, or that is of the family which is so where that one's is not.
    """
    denial = _plain_denial(clauses, places, phrase)
    if denial is None:
        return None
    if any(other == f"not_{name}" for other, _ in words.states):
        return f"not_{name}"
    tables = [OPPOSITES, NO_LONGER] if "longer" in denial else [OPPOSITES]
    wanted = frozenset().union(
        *(table.get(family, frozenset()) for table in tables for family in phrase.families)
    )
    others = [
        other
        for other, phrases in words.states
        if other != name and any(not one.families.isdisjoint(wanted) for one in phrases)
    ]
    return others[0] if len(others) == 1 else None


def _plain_denial(
    clauses: Clauses, places: tuple[int, ...], phrase: StatePhrase
) -> tuple[str, ...] | None:
    """The words by which alone a sentence does not tell the state, so that it denies it: "has not
    left", "never ratified", "no longer bars", "has yet to join"; None where there are none.
    """
    for at in places:
        denial = _denial_before(clauses.words, at)
        if denial is not None:
            told = _not_told(clauses, places, phrase, denial) is None
            return tuple(clauses.words[one] for one in sorted(denial)) if told else None
        kept = kept_from(clauses.words, at)
        if kept is not None and _is_done(clauses.words, kept[0]):
            told = _not_told(clauses, places, phrase, frozenset(kept)) is None
            return tuple(clauses.words[one] for one in kept) if told else None
    said = _cited_denial(clauses, places)
    if said is not None and _not_told(clauses, places, phrase, frozenset({said})) is None:
        return (clauses.words[said],)
    return None


def _is_done(words: Sequence[str], at: int) -> bool:
    """Whether the verb at a place tells what was done: "saved", not "to save", "could save", "at
    saving", nor a bare "prevent", which may hang on any of these.
    """
    if words[at] in _BARE or (words[at].endswith("ing") and words[at - 1] in PREPOSITIONS):
        return False
    before = list(words[max(at - _PREVENTED, 0) : at])
    own = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return _NOT_DONE.isdisjoint(own) and not any(map(denies, own))


def _cited_denial(clauses: Clauses, places: tuple[int, ...]) -> int | None:
    """The place of the verb by which somebody denies what the words tell: "denied that it fell"."""
    last = (max(places),)
    start, _ = _clause(clauses, last)
    own = clauses.segment(*last, last[0] + 1)[0]
    return next((at for at in range(start, own) if clauses.words[at] in _DENYING), None)


def _denial_before(words: Sequence[str], at: int) -> frozenset[int] | None:
    """The places of the words right before a verb that deny it and nothing else."""
    end = at
    while end and words[end - 1] in _HELPERS:
        end -= 1
    for denial in _DENIALS:
        first = end - len(denial)
        if first >= 0 and tuple(words[first:end]) == denial:
            return frozenset(range(first, end))
    return None


def _without_which(clauses: Clauses, start: int) -> str | None:
    """That the clause from *start* on only tells what has to be: "Without a deal, they will …"."""
    words = clauses.words
    if words[start] not in {"without", "absent"} or "," not in words[start:]:
        return None
    behind = words[words.index(",", start) : clauses.segment(start, start + 1)[1]]
    return None if _IMAGINED.isdisjoint(behind) else f"a condition (“{words[start]}”)"


def _is_yet_to(words: Sequence[str], at: int) -> bool:
    """Whether what the word at a place tells is yet to be: "has yet to be ratified"."""
    end = at
    while end and words[end - 1] in _HELPERS:
        end -= 1
    return words[max(end - 2, 0) : end] == ("yet", "to")


def _others(clauses: Clauses, places: tuple[int, ...], denial: frozenset[int]) -> tuple[str, ...]:
    """The sentence's words, but for the telling ones and what says the same denial: "will not"."""
    is_denial = any(denies(clauses.words[at]) for at in places)
    own = denial.union(places)
    return tuple(
        ""
        if at in own
        or (is_denial and (word in _TO_COME or denies(word)))
        or _is_prevention_denied(clauses.words, at, own)
        or (word == "will" and _will_stay(clauses, at, places))
        else word
        for at, word in enumerate(clauses.words_of_no_date)
    )


def _other_denied(clauses: Clauses, phrase: StatePhrase, places: tuple[int, ...]) -> str | None:
    """The verb of another meaning between a denial of the phrase and what it denies there: "has not
    ruled out sending troops" denies no sending; None where there is none.
    """
    if len(places) != len(phrase.parts):
        return None
    for part, at in zip(phrase.parts, places, strict=True):
        if not part.is_denial:
            continue
        behind = at + 1
        while behind < len(clauses.words) and (
            clauses.words[behind] in _HELPERS or clauses.words[behind].endswith("ly")
        ):
            behind += 1
        if (
            behind not in places
            and clauses.words[behind : behind + 1]
            and (clauses.words[behind] in _INVERSE)
        ):
            return clauses.words[behind]
    return None


def _by_the_way(clauses: Clauses, places: tuple[int, ...]) -> frozenset[int]:
    """The places of the relative asides between the words that tell it: what somebody "who had been
    expected to stay" does he does.
    """
    aside = clauses.asides(max(places))
    return frozenset() if not aside.isdisjoint(places) else aside - {*range(min(places))}


def _unforeseen(words: Sequence[str]) -> frozenset[int]:
    """The places of the words by which something came unforeseen, so that it came: "could not have
    been predicted", "few had foreseen".
    """
    found: set[int] = set()
    for at, word in enumerate(words):
        is_seen = word in _FORESEEN or (word == "expected" and words[at - 1] in _HAD)
        if not is_seen or words[at + 1 : at + 2] == ("to",):
            continue
        before = [one for one in range(max(at - _UNSEEN, 0), at) if words[one] in _UNSEEING]
        if before:
            is_modal = words[before[0] - 1] in _IMAGINED
            found.update(range(before[0] - is_modal, at + 1))
            if words[at + 1 : at + 2] == ("that",):
                found.update(
                    one for one in range(at, min(at + _UNSEEN, len(words))) if words[one] == "would"
                )
    return frozenset(found)


def _will_stay(clauses: Clauses, at: int, places: Collection[int]) -> bool:
    """Whether the "will" at a place says that what is told before it stays so."""
    before = max((one for one in places if one < at), default=-1)
    if before < 0:
        return False
    return clauses.words[at + 1 : at + 2] in _STAYING and "," not in clauses.words[before:at]


def _unprevented(words: Sequence[str], own: Collection[int]) -> frozenset[int]:
    """The places of what was not prevented, as far as the sentence says: the "prevent" of "could
    not prevent the fall"."""
    return frozenset(
        behind
        for at in range(len(words))
        if denies(words[at]) and at not in own
        for behind in range(at + 1, min(at + _PREVENTED, len(words)))
        if words[behind] in _PREVENTING
    )


def _is_prevention_denied(words: Sequence[str], at: int, own: Collection[int]) -> bool:
    """Whether the word at a place only denies that something was prevented, so that it was so:
    "could not prevent the fall".
    """
    if not denies(words[at]) and words[at] not in {"could", "can"}:
        return False
    behind = range(at + 1, min(at + _PREVENTED, len(words)))
    return any(words[one] in _PREVENTING and one not in own for one in behind)


def _clause(clauses: Clauses, places: tuple[int, ...]) -> tuple[int, int]:
    """Where the clause of the words begins, what introduces it included, and where the word behind
    them ends: "no deal could be made".
    """
    last = max(places) + 1
    end = min(last + 1, clauses.segment(min(places), last)[1])
    if clauses.tokens[last - 1].text[:1].isupper():
        end = last  # what "former minister Holm" will do is another matter
    start = clauses.segment(min(places), min(places) + 1)[0]
    if clauses.words[start] in _LACKING and "," in clauses.words[start : min(places)]:
        start = clauses.words.index(",", start) + 1
    since = [at for at in range(start + 1, min(places)) if _opens_what_was(clauses, at)]
    if since:
        return since[-1] + 1, end
    if clauses.words[max(start - 2, 0) : start] in _GRANTING:
        return start, end
    start = clauses.governing(start, _INTRODUCING)
    is_condition = start > 0 and clauses.words[start - 1] in _CONDITIONAL
    return start - is_condition, end


def _opens_what_was(clauses: Clauses, at: int) -> bool:
    """Whether the word at a place opens what had been before: what "has not been seen since the
    mine closed" is no denial of the closing.
    """
    return clauses.words[at] in {"since", "following"} and not any(
        at <= start <= at + 1 for _, start, _ in clauses.dates
    )
