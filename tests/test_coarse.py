"""Coarse phrases: "dozens", "most" and "three times as many", and what they admit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.values import Quantity
from claimtrack.words import find_quantities

ENDS = {"both": "[]", "left": "[)", "right": "(]", "neither": "()"}


def shown(bound: Decimal | None) -> str:
    return "" if bound is None else f"{bound.normalize():f}"[:8]


def told(text: str, one: Quantity) -> str:
    found = f"{text[one.start : one.end]}: {one.kind} {one.unit}"
    if one.kind == "vague":
        return found
    interval = one.interval
    opens, closes = ENDS[interval.closed]
    return f"{found} {opens}{shown(interval.lower)}..{shown(interval.upper)}{closes}"


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Dozens of people fled.", "Dozens of people: vague persons"),
        ("Dozens of boats sank.", "Dozens: vague count"),
        ("Hundreds sank.", "Hundreds: vague count"),
        ("Scores of boats sank.", "Scores: vague count"),
        ("He scores goals.", ""),
        ("Tens of thousands of people fled.", "Tens of thousands of people: vague persons"),
        ("Tens of boats sank.", ""),
        ("Hundreds of thousands a day sank.", "Hundreds of thousands a day: vague count/d"),
        ("About a dozen boats sank.", "About a dozen: level count [11..13]"),
        ("Nearly dozens of boats sank.", "Nearly dozens: vague count"),
        ("Several boats sank.", "Several: vague count"),
        ("Several hundred boats sank.", "Several hundred: vague count"),
        ("Several hundred thousand people fled.",
         "Several hundred thousand people: vague persons"),
        ("A few boats sank.", "A few: vague count"),
        ("A few sank.", "A few: vague count"),
        ("A handful of boats sank.", "A handful: vague count"),
        ("A couple of hundred boats sank.", "A couple of hundred: vague count"),
        ("The couple left.", ""),
        ("Few boats sank.", "Few: vague count"),
        ("Many boats sank.", "Many: vague count"),
        ("So many boats sank.", ""),
        ("Several of them sank.", ""),
        ("Several hours later it sank.", "Several hours: vague h"),
        ("A few dozen people a day fled.", "A few dozen people a day: vague persons/d"),
        ("Several boats a day sank.", "Several boats a day: vague count/d"),
        ("Most of Crimea is held.", "Most: level share (0.5..1]"),
        ("Most voters stayed.", "Most: level share (0.5..1]"),
        ("The most powerful men stayed.", ""),
        ("Most likely it sank.", ""),
        ("Its most boats sank.", ""),
        ("A majority of voters stayed.", "A majority: level share (0.5..1]"),
        ("A slim majority of voters stayed.", "A slim majority: level share (0.5..1]"),
        ("The majority of voters stayed.", "The majority: level share (0.5..1]"),
        ("Majority of voters stayed.", ""),
        ("The vast majority of people fled.", "The vast majority: level share (0.5..1]"),
        ("Nearly all boats sank.", "Nearly all: level share [0.9..1)"),
        ("Nearly all of Crimea is held.", "Nearly all: level share [0.9..1)"),
        ("Not nearly all sank.", "nearly all: level share [0.9..1)"),
        ("All boats sank.", ""),
        ("All but 5% of voters stayed.", "All but 5%: level share [0.94..0.96]"),
        ("All but a fifth of voters stayed.", "All but a fifth: level share (0.775..0.816666]"),
        ("All but five boats sank.", ""),
        ("All but 120% of voters stayed.", ""),
        ("It is three times as many.", "three times as many: change share [1.85..2.15]"),
        ("It is three times more.", "three times more: change share [1.85..2.15]"),
        ("It is half as many.", "half as many: change share [-0.55..-0.45]"),
        ("It is half as many again.", "half as many again: change share [0.45..0.55]"),
        ("It is about half as many again.", "about half as many again: change share [0.45..0.55]"),
        ("It is about three times as big as that.",
         "about three times as big: change share [1.7..2.3]"),
        ("Three to four times more sank.", "Three to four times more: change share [2..3]"),
        ("It is four times smaller.", "four times smaller: change share [-0.76190..-0.73684]"),
        ("It is about four times smaller.",
         "about four times smaller: change share [-0.77272..-0.72222]"),
        ("It is one time smaller.", ""),
        ("It rose by a factor of ten.", "rose by a factor of ten: change share [8.5..9.5]"),
        ("It fell by a factor of about three.",
         "fell by a factor of about three: change share [-0.69696..-0.62962]"),
        ("It rose by ten times.", "rose by ten times: change share [8.5..9.5]"),
        ("It fell by ten times.", "fell by ten times: change share [-0.90476..-0.89473]"),
        ("It rose by a factor of 1.", ""),
        ("A tenfold rise came.", "tenfold: change share [8.5..9.5]"),
        ("It saw a ten-fold rise.", "ten-fold: change share [8.5..9.5]"),
        ("It doubled in May.", "doubled: change share [0.9..1.1]"),
        ("It has halved in May.", "halved: change share [-0.55..-0.45]"),
        ("It was cut in half in May.", "cut in half: change share [-0.55..-0.45]"),
        ("It is twice as big.", "twice as big: change share [0.9..1.1]"),
        ("It is more than twice as big.", "more than twice as big: change share (1..)"),
    ],
)  # fmt: skip
def test_a_coarse_phrase_admits_what_it_says(text: str, quantities: str) -> None:
    assert "; ".join(told(text, one) for one in find_quantities(text)) == quantities
