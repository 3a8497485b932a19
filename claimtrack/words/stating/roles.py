"""Roles: whether the words of a state stand to one another as its phrase has them: who acts, where
something moves from or to, and what it is that grows.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.stating.clauses import FUNCTION_WORDS, PREPOSITIONS, Clauses
from claimtrack.words.stating.statephrases import FROM, TO, Part, StatePhrase
from claimtrack.words.stating.wordforms import forms, is_verb_form
from claimtrack.words.tokens import word_set

#: So far before a place stands the preposition that governs it.
_GOVERNING = 6
_DETERMINERS = word_set("the its their his her our a an this that these those")
#: These may grow by themselves, and may make something else grow.
_CHANGING = frozenset().union(
    *map(forms, ("increase", "reduce", "double", "expand", "extend", "raise", "lower", "cut"))
)
#: No object follows them in "increased the most", "doubled a third time".
_NO_OBJECTS = word_set("most fastest least more third fifth tenth quarter half little bit notch")
_OBJECT = 5
#: Conjunctions between which and its verb nobody acts.
_DIVIDING = word_set("while whereas although though because unless whether when")
#: Behind one of these a name says who it is.
_CALLED = word_set("leader leaders champion champions winner winners holders runners")
_TAKING = frozenset().union(
    *map(forms, ("buy", "take", "capture", "seize", "win", "get", "receive", "acquire", "purchase"))
)
#: Whom one of these is told of as a participle it is done to.
_DONE_TO = word_set(
    "arrested jailed detained sacked ousted deposed toppled freed released convicted banned killed "
    "destroyed captured overthrown dismissed imprisoned acquitted fired expelled"
)
#: Who loses what another takes stands behind one of these.
_LOSING = word_set("from against")
#: Who stands behind one of these and a verb is not who did it.
_BESIDE = _LOSING | word_set("with about near than like")
#: Who or what is told to be one of these was it, whatever else its sentence says.
_PAST = word_set("former ex post defunct deposed ousted toppled fallen exiled")
#: Of these, the words that tell nothing unless a name follows.
_PAST_ONES = word_set("former ex post defunct")
#: Behind a name these tell where something goes, and not whose it is.
_WAYS = word_set(
    "back out away off east west north south eastward westward northward southward further forward"
)
#: The office or the article between such a word and its name.
_TITLES = word_set("president premier prime minister leader chancellor ruler dictator king -")
_TITLE = 3


def goes_the_other_way(clauses: Clauses, part: Part, at: int) -> bool:
    """Whether something moves to the place at *at* that the phrase has it move from, or the other
    way round.
    """
    if part.whither is None:
        return False
    words, first = clauses.words, max(at - _GOVERNING, 0)
    for before in range(at - 1, first - 1, -1):
        word = words[before]
        if word in FROM or (word == "of" and before and words[before - 1] in FROM):
            return part.whither == "to"
        if word in TO:
            return part.whither == "from"
        if (word in PREPOSITIONS and word != "of") or word == "," or is_verb_form(word):
            return False
    return False


def misplaced(clauses: Clauses, phrase: StatePhrase, places: Sequence[int]) -> str | None:
    """Why the words of *phrase* at *places*, in its order, do not stand in their roles; None where
    they do.
    """
    words, inner = clauses.words, range(min(places) + 1, max(places))
    dividing = next((words[at] for at in inner if words[at] in _DIVIDING), None)
    if dividing is not None:
        return f"two clauses tell it (“{dividing}”)"
    object_at = next((at for at in places if _has_another_object(clauses, at, places)), None)
    if object_at is not None:
        return f"something else is meant (“{words[object_at]} …”)"
    if len(places) == len(phrase.parts) and _is_done_to_actor(clauses, places):
        return f"who acts is another (“{words[places[0]]}”)"
    past = next((at for at in places if words[at] in _PAST_ONES), None)
    if past is not None and not phrase.has_written(words[past]):
        return f"somebody else is meant (“{words[past]}”)"
    done_to = next((words[at] for at in places if _is_done_to_another(clauses, at, places)), None)
    if done_to is not None:
        return f"it is done to somebody else (“{done_to} …”)"
    called = next((words[at] for at in places if _is_called(clauses, at, places)), None)
    if called is not None:
        return f"it is of somebody else (“{called} …”)"
    told_of = _antecedent(clauses, places)
    if told_of is not None:
        return f"it is of somebody else (“{told_of} who …”)"
    return _way_to_it(clauses, places)


def _is_done_to_another(clauses: Clauses, at: int, places: Sequence[int]) -> bool:
    """Whether who is named right before the verb at a place does it to another: "Kray sacked three
    of her aides"."""
    if clauses.words[at] not in _DONE_TO or at - 1 not in places or at + 1 in places:
        return False
    behind = clauses.words[at + 1 : at + 2]
    counts = any(one.start == at + 1 for one in clauses.figures)
    return counts or not _DETERMINERS.isdisjoint(behind)


def _is_called(clauses: Clauses, at: int, places: Sequence[int]) -> bool:
    """Whether a stranger's name stands right behind what he is: "lost to leaders Suda"."""
    if clauses.words[at] not in _CALLED or at + 1 in places or at + 1 >= len(clauses.tokens):
        return False
    return clauses.tokens[at + 1].text[:1].isupper() and clauses.tokens[at].text.islower()


def _antecedent(clauses: Clauses, places: Sequence[int]) -> str | None:
    """Of whom the verb behind a "who" is told, where that is nobody whom the words before name:
    "the editor wrote about a banker who was jailed"."""
    words = clauses.words
    for who in range(min(places) + 1, max(places)):
        if words[who] != "who" or words[who - 1] == ",":
            continue
        before = max(at for at in places if at < who)
        between = words[before + 1 : who]
        if not {"a", "an"}.isdisjoint(between) and before + 1 < who:
            return words[who - 1]
    return None


def _has_another_object(clauses: Clauses, at: int, places: Sequence[int]) -> bool:
    """Whether the verb at a place makes something else grow: "increased the number of its guns"."""
    words = clauses.words
    if words[at] not in _CHANGING or words[at + 1 : at + 2] == ():
        return False
    behind = words[at + 1 : at + 1 + _OBJECT]
    if behind[0] not in _DETERMINERS or (len(behind) > 1 and behind[1] in _NO_OBJECTS):
        return False
    return not any(at < one <= at + _OBJECT for one in places)


def _is_done_to_actor(clauses: Clauses, places: Sequence[int]) -> bool:
    """Whether who acts in the phrase, a name before its verb, is in the sentence whose thing is
    taken: "the capture of Varnan territory", "captured territory from Varna".
    """
    if len(places) == 2 and places[1] < places[0]:
        is_name = clauses.tokens[places[0]].text[:1].isupper()
        return is_name and clauses.words[places[0] - 1] in _BESIDE
    if len(places) < 3:
        return False
    actor, verb, thing = places[0], places[1], places[2]
    if actor < verb < thing and clauses.words[verb] in _TAKING:
        return clauses.words[thing - 1] == "from"  # who "bought a factory from Holt"
    if actor < verb or not clauses.tokens[actor].text[:1].isupper():
        return False
    if clauses.words[actor - 1] in _LOSING:
        return True
    if clauses.words[thing] in _WAYS:
        return False
    is_possessive = clauses.is_possessive(actor)
    return actor + 1 in places and not is_possessive and clauses.words[actor - 1] != "by"


def _is_of_his(clauses: Clauses, at: int, places: Sequence[int]) -> bool:
    """Whether the name at a place only says whose the one is who did it: "Kray's deputy"."""
    if not clauses.is_possessive(at) or at + 2 not in places:
        return False
    return clauses.words[at + 1] in _PERSONS | _FOLLOWERS


def _way_to_it(clauses: Clauses, places: Sequence[int]) -> str | None:
    """That the verb tells of what leads to the thing named: "the road to the mine was closed"."""
    words = clauses.words
    for at in places:
        if _is_of_his(clauses, at, places):
            return f"it is of somebody else (“{words[at + 1]}”)"
        before = at - 1
        while before > 0 and words[before] in _DETERMINERS:
            before -= 1
        while before > 0 and clauses.tokens[before].text[:1].isupper():
            before -= 1
        while before > 0 and words[before] in _DETERMINERS:
            before -= 1
        if words[before] not in _LEADING | _PERSONS_OF or not before or before - 1 in places:
            continue
        noun = words[before - 1]
        if words[before] in _PERSONS_OF and noun not in _PERSONS:
            continue
        if noun in FUNCTION_WORDS or is_verb_form(noun) or not noun[:1].isalpha():
            continue
        if _verb_follows(clauses, at, places):
            return f"it is of something else (“{noun} {words[before]} …”)"
    return None


_LEADING = word_set("to near towards around outside behind beside")
_PERSONS_OF = word_set("of for from at")
_PERSONS = word_set(
    "clerk employee spokesman spokeswoman spokesperson official officer manager lawyer worker "
    "owner founder captain son daughter wife husband brother sister member rival neighbour "
    "neighbor soldier player voter patient nurse teacher student prisoner deputy aide adviser"
)
_FOLLOWERS = word_set("party allies supporters camp opponents backers fans")
_BEING = word_set("is are was were has have been be had being still now again")


def _verb_follows(clauses: Clauses, at: int, places: Sequence[int]) -> bool:
    behind = at + 1
    while behind < len(clauses.words) and clauses.words[behind] in _BEING:
        behind += 1
    is_person = clauses.words[at - 1] in _PERSONS_OF | _DETERMINERS
    return (behind > at + 1 or is_person) and behind in places


def tells_of_a_past_one(clauses: Clauses, places: Sequence[int]) -> bool:
    """Whether the words name somebody or something as what was: "the former Danko government",
    "post-Danko". That is so whatever the sentence denies or expects besides.
    """
    first, last = min(places), max(places)
    if clauses.words[first] not in _PAST:
        return False
    between = [clauses.words[at] for at in range(first + 1, last) if at not in places]
    return len(between) <= _TITLE and all(
        one in _TITLES or clauses.tokens[first + 1].text[:1].isupper() for one in between
    )
