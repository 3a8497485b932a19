"""Holders: whether a figure is that of those whom a measure is about, or of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.words.stating.antecedents import antecedent, behind_participle
from claimtrack.words.stating.clauses import FUNCTION_WORDS, Clauses, Figure
from claimtrack.words.stating.comparisons import AGAINST
from claimtrack.words.stating.nearbynames import thing_of_its_own, unnamed
from claimtrack.words.stating.qualifiers import is_lost
from claimtrack.words.stating.relations import LEADING, PASSIVE, Relation
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import (
    Actor,
    Left,
    Names,
    actor,
    check_thing,
    is_alien,
    is_coordinated,
    is_with_others,
    told_at,
)
from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import word_set

#: What happens does to people what nobody does.
_HAPPENING = word_set(
    """
    war wars fighting conflict invasion offensive violence earthquake earthquakes quake quakes
    tremor flood floods flooding storm storms hurricane cyclone typhoon fire fires wildfire
    wildfires blaze
    explosion explosions blast blasts outbreak epidemic pandemic famine drought heatwave landslide
    eruption tsunami disaster crash accident collapse bombing attack attacks strike strikes
    """
)
_WITH = word_set("with on at")
#: Behind one of these at a sentence's head others have their part in the figure.
_TOGETHER = (("together", "with"), ("along", "with"), ("combined", "with"), ("alongside", "the"))
#: So a rate stands without anybody's doing.
_STANDING = word_set(
    """
    is are stand stands stood remain remains remained stay stays stayed rise rises rose fall falls
    fell hit hits reach reaches reached
    """
)
#: What of somebody's is himself where it acts.
_ITSELF = word_set(
    """
    side team total tally share squad points lead run record count win victory goal
    """
)
_JOINING = word_set("and but while , ;")
#: Whom a "by" names stands so near to it: "held by the old and weary Ukrainian army".
_NAMED_BY = 6


def check_actor(
    clauses: Clauses,
    before: Sequence[Clauses],
    words: MeasureWords,
    names: Names,
    figure: Figure,
    relation: Relation | None,
    named: bool,
) -> bool:
    """Whether the figure is that of the rest, held by the other. Raises `Left` where whoever acts
    is none of the measure's.
    """
    if not words.by:
        if named:
            _check_alone(clauses, names, figure)
            return False
        names = replace(names, by=names.subject)
    if not (names.by or names.other or words.by or words.subject):
        return False
    _check_gap(clauses, names, figure, words)
    if clauses.words[:2] in _TOGETHER and "," in clauses.words[: figure.start]:
        raise Left("it is of several together")
    elided = _elided(clauses, names, figure)
    if elided is not None:
        _check_thing_before(clauses, figure, words)
        return _verdict_on(elided, words)
    who: str
    who, at = _relative_actor(clauses, names, figure, relation)
    if relation is not None and relation.side in {"behind", "within"} and who == "nobody":
        beside = _beside(clauses, names, relation)
        is_anothers = bool(beside) and not words.by and _is_a_strangers(clauses, names, relation)
        if beside is not None and not is_anothers:
            return _verdict_on(beside, words)
        if relation.side == "behind" and words.by and _is_done(clauses, relation):
            return False  # nobody acts in "is occupied"
    _check_voice(clauses, figure, relation, words)
    thing = None if words.by else thing_of_its_own(clauses, words, relation)
    if thing is not None:
        raise Left(f"it is said of {thing}")
    if who == "nobody":
        who, at = actor(clauses, names, figure, relation)
    if who == "pronoun":
        if is_with_others(clauses, names, at):
            raise Left("it is of several together")
        who = antecedent(clauses, before, words, names, at)
        if who == "nobody" and (named or words.subject == ()):
            return False
    if who == "nobody":
        who, at = behind_participle(clauses, names, figure, relation)
    if who == "nobody" and _is_told_of_subject(clauses, words, names, relation):
        return False
    if who == "nobody" and words.by and _is_attribute(clauses, words, relation):
        return False  # nor in "the occupied land"
    if who == "nobody":
        return unnamed(clauses, words, figure, relation)
    if who == "alien":
        raise Left(f"it is said of {clauses.tokens[at].text}")
    theirs = None if words.by or named else _acting_for(clauses, words, relation, at)
    if theirs is not None:
        raise Left(f"it is said of {theirs}")
    if at >= 0 and is_coordinated(clauses, names, at) and not named:
        raise Left("it is of several together")
    if relation is not None and words.by and is_lost(clauses, relation):
        return _lost(who)
    return _verdict_on(who, words)


def _acting_for(
    clauses: Clauses, words: MeasureWords, relation: Relation | None, at: int
) -> str | None:
    """What of the subject's acts in its place: "Norda's reserves have 40 points"."""
    if at < 0 or relation is None or relation.side != "before" or not clauses.is_possessive(at):
        return None
    is_name = clauses.tokens[at].text[:1].isupper()
    noun = clauses.words[at + 1] if at + 2 < relation.start + 1 else ""
    following = clauses.words[at + 2 : at + 3]
    acts = at + 2 == relation.start or following in (("have",), ("has",), ("had",))
    if not is_name or not acts or not clauses.tokens[at + 1].text.islower():
        return None
    return None if words.has(noun) or words.is_asked(noun) or noun in _ITSELF else noun


def _relative_actor(
    clauses: Clauses, names: Names, figure: Figure, relation: Relation | None
) -> tuple[Actor, int]:
    """Who acts in a clause of its own on the figure before it, and where he stands: "the 25% of
    Donetsk that Kyiv still controls", "the third of it they hold".
    """
    if relation is None or relation.side != "behind" or not _is_active(clauses, relation):
        return "nobody", -1
    for at in range(relation.start - 1, figure.thing_end - 1, -1):
        if clauses.words[at] in _JOINING:
            break
        told = told_at(clauses, names, at)
        if told is not None:
            return told, at
    return "nobody", -1


def _is_attribute(clauses: Clauses, words: MeasureWords, relation: Relation | None) -> bool:
    """Whether a relation before its figure tells of which land it is: "occupied territories"."""
    if relation is None or relation.side != "before" or relation.end >= len(clauses.words):
        return False
    if not clauses.words[relation.end - 1].endswith(("ed", "held")):
        return False
    following = clauses.words[relation.end]
    return any(slot.fits(following) for phrase in words.of for slot in phrase)


def _is_told_of_subject(
    clauses: Clauses, words: MeasureWords, names: Names, relation: Relation | None
) -> bool:
    """Whether a rate that somebody sets is told as it stands: "interest rates remain at 4%"."""
    if words.measure.unit != "ratio" or relation is None or relation.side != "before":
        return False
    if any(start == relation.start for start, _ in names.subject):
        return True  # "with interest rates at 4%"
    verb = clauses.words[relation.start]
    return verb in _STANDING and any(end == relation.start for _, end in names.subject)


def _is_active(clauses: Clauses, relation: Relation) -> bool:
    """Whether somebody does what the relation tells: "controls", "has seized", not "is held"."""
    words = clauses.words
    before = words[max(relation.start - 3, 0) : relation.start]
    verb = words[relation.start]
    return (is_verb_form(verb) or verb.endswith("s")) and not PASSIVE.intersection(before)


def _is_done(clauses: Clauses, relation: Relation) -> bool:
    """Whether a relation tells what was done, not what something is: "is held", not "in aid"."""
    words = clauses.words[relation.start : relation.end]
    before = clauses.words[relation.start - 1]
    return len(words) > 1 or is_verb_form(words[0]) or before in PASSIVE


def _lost(who: str) -> bool:
    """That what the other has lost is what the measure's own have: no rest. Raises `Left`."""
    if who == "own":
        raise Left("it is what they have lost themselves")
    return False


def _check_voice(
    clauses: Clauses, figure: Figure, relation: Relation | None, words: MeasureWords
) -> None:
    """Raise `Left` where the file has a passive ("killed") and the text an active: whoever "has
    killed 21 people" has not lost them.
    """
    if relation is None or relation.side != "before" or words.by:
        return
    word = clauses.words[relation.start]
    written = {one.split()[0].lower() for one in words.reads.says}
    if written.intersection((word[:-2], word[:-1])):
        return  # the file has both
    before = set(clauses.words[max(relation.start - 3, 0) : relation.start])
    if (LEADING | PASSIVE | {"at"}).intersection(clauses.words[relation.end : figure.start + 1]):
        return  # "the number killed has passed 100,000", "puts the number killed at"
    if word.endswith("ed") and word in written and not PASSIVE & before:
        first, _ = clauses.segment(relation.start, relation.end)
        if not _HAPPENING.isdisjoint(clauses.words[first : relation.start]):
            return  # nobody has killed them whom "the war has killed"
        raise Left(f"it is what somebody has {word}")


def _verdict_on(who: str, words: MeasureWords) -> bool:
    if who == "own":
        return False
    if words.measure.unit == "share" and words.by:
        return True
    raise Left("it is the other side's")


def _check_alone(clauses: Clauses, names: Names, figure: Figure) -> None:
    for start, _ in names.subject:
        if figure.start <= start < figure.thing_end and is_coordinated(clauses, names, start):
            raise Left("it is of several together")


def _check_gap(clauses: Clauses, names: Names, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where a stranger stands right before the figure: "…, the Tories 23.7%", "ahead
    of the Tories with 23.7%".
    """
    beside = clauses.words[max(figure.start - 1, 0)] in _WITH
    for at in range(max(figure.start - 1 - beside, 0), figure.start):
        if is_alien(clauses, names, at):
            raise Left(f"it is said of {clauses.tokens[at].text}")
    if _is_noun_of_another(clauses, figure, words):
        raise Left(f"it is said of {clauses.tokens[figure.start - 1].text}")


def _is_noun_of_another(clauses: Clauses, figure: Figure, words: MeasureWords) -> bool:
    """Whether another thing stands right before the figure, the verb left out: "…, gas 18%"."""
    at = figure.start - 1
    if at < 1 or clauses.words[at - 1] not in _JOINING or clauses.tokens[at].kind != "word":
        return False
    word = clauses.words[at]
    if word in FUNCTION_WORDS | LEADING or is_verb_form(word) or word.endswith("ly"):
        return False
    unit = figure.quantity.unit
    return not words.has(word) and any(
        one.end < figure.start and one.quantity.unit == unit for one in clauses.figures
    )


def _elided(clauses: Clauses, names: Names, figure: Figure) -> str | None:
    """Who stands right before a figure, the verb left out: "…, the Greens 14.8%"."""
    for who, places in (("own", names.by), ("other", names.other)):
        for start, end in places:
            first = start - 1 if clauses.words[start - 1] == "the" else start
            beside = end + (clauses.words[end : end + 1] in (("on",), ("with",), ("at",)))
            is_beside = figure.start in {end, beside}
            if is_beside and first > 0 and clauses.words[first - 1] in _JOINING:
                return who
    return None


def _check_thing_before(clauses: Clauses, figure: Figure, words: MeasureWords) -> None:
    """Raise `Left` where the figure before, of which a verb left out says the same, is of something
    else: "Russia has 20% of the exports, Ukraine 10%".
    """
    unit = figure.quantity.unit
    before = [one for one in clauses.figures if one.end <= figure.start]
    same = [one for one in before if one.quantity.unit == unit]
    if same:
        check_thing(clauses, same[-1], words)


def _beside(clauses: Clauses, names: Names, relation: Relation) -> str | None:
    """Who stands in or beside a relation behind its figure: "in Russian hands", "held by them"."""
    around = range(max(relation.start - 2, 0), min(relation.end + 4, len(clauses.words)))
    for start, _ in names.by:
        if start in around and not _is_parted(clauses, relation.end, start):
            return "own"
    for start, _ in names.other:
        if relation.start - 1 <= start < relation.end and _is_whose(clauses, start):
            return "other"
        is_close = relation.end <= start < relation.end + _NAMED_BY
        if is_close and "by" in clauses.words[relation.end : start]:
            return "other"
    return None


def _is_a_strangers(clauses: Clauses, names: Names, relation: Relation) -> bool:
    """Whether what stands right before a relation is a stranger's: "Suda's economy grew"."""
    return any(
        end == relation.start and start > 0 and is_alien(clauses, names, start - 1)
        for start, end in names.subject
    )


def _is_whose(clauses: Clauses, at: int) -> bool:
    """Whether something is theirs who are named at a place: "under Kyiv's control", "in Ukrainian
    hands".
    """
    return at > 0 and clauses.words[at - 1] in {"in", "under"}


def _is_parted(clauses: Clauses, start: int, end: int) -> bool:
    between = clauses.words[start:end]
    return clauses.is_broken(start, end) or not (_JOINING | AGAINST).isdisjoint(between)
