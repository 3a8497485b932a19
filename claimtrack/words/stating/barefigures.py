"""Bare figures: numbers without a noun that a sentence about a measure counts by all the same.

A text at large does not say what "312" in "and 312 have died" counts, so that the grammar of
quantities passes over it. Here the sentence is known to have a word of a relation, and whether that
carries the figure is looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrack.values import Quantity
from claimtrack.words.quantities import find_quantities, parse_quantity

_DIGIT = re.compile(r"[0-9]")
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})*)(?![\w%:/-]|[.,]\d|\s*(?:[ap]\.?m\b|%|per\b))"
_MOVED = """
    rise rises rose risen rising climb climbs climbed climbing increase increases increased
    increasing grow grows grew grown growing jump jumps jumped jumping soar soared fall falls fell
    fallen falling drop drops dropped decline declined bring brings brought bringing take takes
    took taken taking push pushes pushed pushing lift lifts lifted lifting raise raises raised
    raising cut cuts cutting up down
"""
#: Behind the number no noun follows: what it counts has been told.
_ENDED = (
    r"(?=\s*(?:$|[.,;)—–]"
    r"|(?:and|on|in|by|after|from|since|as|so|but|this|last|while|with|at)\b))"
)
_WAYS = tuple(
    re.compile(pattern)
    for pattern in (
        # "has risen to 312", "bringing the death toll to 312", "stood at 312"
        rf"\b(?:{'|'.join(_MOVED.split())})\s+(?:[^\W\d]+\s+){{0,4}}?to\s+{_NUMBER}{_ENDED}",
        rf"\b(?:stands?|stood|standing|remain(?:s|ed))\s+at\s+{_NUMBER}{_ENDED}",
        # "and 312 have died"
        rf"(?:^|\band\s+|[,;]\s+){_NUMBER}(?=\s+(?:have|has|had|were|was|are|remain|remained|live|died|went|of\s+them|others)"
        r"\b)",
    )
)
#: What each of them has, which is found much sooner than its many verbs.
_NEEDED = (re.compile(r"to\s+\d"), re.compile(r"at\s+\d"), re.compile(r"\d\s"))
_NTH = re.compile(r"\d(?:st|nd|rd|th)\s")
#: "The Liberals hold 71 seats, the Greens 31." "Norda have 64 points, Suda have 58."
_ELIDED = re.compile(
    r"(?:[,;]|\band|\bwhile|\bbut)\s+(?:the\s+)?(?:[^\W\d_a-z][\w’'-]*\s+){1,3}"
    rf"(?:(?:have|has|had|(?:[a-z-]+\s+){{0,2}}on)\s+)?{_NUMBER}(?=\s*(?:$|[.,;]|and\b))"
)
#: "Results gave the List 112 seats": behind a name a number is often a part of it.
_GIVEN = re.compile(
    r"\b(?:gave|gives?|giving|leaves?|leaving|left|handed|awarded)\s+(?:the\s+)?"
    rf"(?:[^\W\d_a-z][\w’'-]*\s+){{1,4}}{_NUMBER}(?=\s+[a-z])"
)
#: "Scored his 14th goal of the season": so many there are.
_ORDINAL = re.compile(
    r"\b(?:his|her|its|their|[^\W\d_a-z]\w+['’]s)\s+(?P<number>\d{1,3})(?:st|nd|rd|th)\s+"
    r"(?P<thing>(?:[a-z]+\s+)?[a-z]+)\s+(?=(?:of\s+(?:the|this)|this)\s+(?:season|campaign|year)\b)"
)
#: "Nobody has more goals than Holm, who has 21."
_WHO_HAS = re.compile(rf",\s+who\s+(?:has|have)\s+(?:[a-z]+\s+)?{_NUMBER}(?=\s*(?:$|[.,;]))")
#: "The fifth of Ukraine that they hold" is no day of a month and no place in a row.
_DEFINITE = re.compile(r"\b[Tt]he (?=(?:third|quarter|fifth|sixth|tenth)\s+of\s)")
#: "All of Luhansk": of anything but a name it is a turn of speech.
_WHOLE = re.compile(
    r"\b(?<!nearly )(?<!almost )(?<!but )(?:[Aa]ll|[Tt]he whole|[Tt]he entirety)"
    r"(?= of (?:the |neighbouring )?[A-Z])"
)

#: One of these stands wherever one of the two above fits, and is found sooner.
_OF_SHARES = (
    *(f"he {part}" for part in ("third", "quarter", "fifth", "sixth", "tenth")),
    *(f"{whole} of " for whole in ("ll", "whole", "entirety")),
)


def bare_shares(sentence: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The shares of *sentence* that are told without a number, besides those *found*: "the fifth of
    Ukraine that they hold", "all of Luhansk".
    """
    if not any(one in sentence for one in _OF_SHARES):
        return
    for match in _DEFINITE.finditer(sentence):
        yield from _once_said(sentence, match, "one ")
    for match in _WHOLE.finditer(sentence):
        for one in _once_said(sentence, match, "half"):
            if not any(other.start <= one.start < other.end for other in found):
                whole = parse_quantity("exactly 100%")
                yield replace(whole, hedge=None, of=one.of, start=match.start(), end=match.end())


def _once_said(sentence: str, match: re.Match[str], said: str) -> Iterator[Quantity]:
    """The quantity at the place of *match* once its words are *said* as quantities are."""
    mended = f"{sentence[: match.start()]}{said}{sentence[match.end() :]}"
    yield from (one for one in find_quantities(mended) if one.start == match.start())


def bare_figures(sentence: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The counts of *sentence* without a noun, besides those *found*."""
    if _DIGIT.search(sentence) is None:
        return
    for pattern, needed in zip(_WAYS, _NEEDED, strict=True):
        for match in pattern.finditer(sentence) if needed.search(sentence) else ():
            yield from _count(match, found)
    for match in _ORDINAL.finditer(sentence) if _NTH.search(sentence) else ():
        start, end = match.start("number"), match.start("thing")
        one = parse_quantity(match["number"])
        yield replace(one, of=match["thing"], start=start, end=end - 1)
    for match in _GIVEN.finditer(sentence):
        yield from _behind_name(sentence, match.start("number"), found)
    for match in _WHO_HAS.finditer(sentence):
        yield from _count(match, found)
    if any(one.unit in {"count", "persons"} and one.of for one in found):
        for match in _ELIDED.finditer(sentence):
            yield from _count(match, found)


def _behind_name(sentence: str, at: int, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantity that begins at a place, where none is *found* there."""
    if any(one.start <= at < one.end for one in found):
        return
    for one in find_quantities(sentence[at:])[:1]:
        if one.start == 0:
            yield replace(one, start=at, end=at + one.end)


def _count(match: re.Match[str], found: Sequence[Quantity]) -> Iterator[Quantity]:
    start, end = match.span("number")
    if not any(one.start < end and start < one.end for one in found):
        yield replace(parse_quantity(match["number"]), start=start, end=end)


#: "5,000 square kilometres, averaging about six a day": the number has the unit of the one before.
_AVERAGING = re.compile(r"\b(?:averag(?:e|es|ed|ing)|an average of|or|equivalent to)\b[^,;.]*$")

#: Units of which so much "a day" is told; hectares come as square kilometres.
_MEASURED = frozenset({"km2", "km"})


def with_units(found: Sequence[Quantity], sentence: str) -> Iterator[Quantity]:
    """The quantities of *sentence*, in order, a bare rate with the unit of the one before where it
    tells the same by the day.
    """
    before: Quantity | None = None
    for one in found:
        base, _, period = one.unit.partition("/")
        is_bare = base == "count" and one.of is None
        if before is not None and is_bare and period and before.unit in _MEASURED:
            between = sentence[before.end : one.start + len(one.hedge or "")]
            if _AVERAGING.search(between):
                one = replace(one, unit=f"{before.unit}/{period}")
        before = one
        yield one
