"""Counted things: what a figure counts, where that is not what its measure asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carrying import asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.values import CalendarDate
from claimtrack.words.stating.countedthings import (
    check_added,
    check_counted,
    check_noun,
    check_several_done,
    check_span,
)

MEN = Reads(subject=("Norda",), of=("men",), says=("killed", "toll", "lose"))
KILLED = asked("persons", MEN)
LAND = Reads(subject=("Norda",), of=("land",), says=("hold", "sales"))
SHARE, MONEY = asked("share", LAND), asked("EUR", LAND)
TALKS = asked("h", Reads(subject=("talks",), says=("last",)))


@pytest.mark.parametrize(
    ("sentence", "is_several"),
    [
        ("Norda had 40 men killed.", False),
        ("Norda had 40 men killed or wounded.", True),
        ("Norda had 40 men killed, wounded or missing.", True),
        ("Norda had 40 men killed, wounded and missing.", True),
        ("Norda had 40 men killed, wounded, missing.", True),
        ("Norda had 40 men killed, wounded at sea.", False),
        ("Norda had 40 men killed and wounded.", False),
        ("Norda had 40 men killed or not.", False),
        ("Norda had 40 men killed or lost.", False),
        ("Norda had 40 men killed or", False),
        ("Norda had a toll of 40 or wounded.", False),
    ],
)
def test_who_had_one_of_several_things_done_is_counted_for_none(
    sentence: str, is_several: bool
) -> None:
    one = carried(sentence, KILLED)
    expected = "it is of several together" if is_several else None
    for unit in ("persons", "persons/d", "count"):
        words = asked(unit, MEN)
        assert reason(lambda w=words: check_several_done(one.clauses, one.relation, w)) == expected  # type: ignore[misc]
    share = asked("share", MEN)
    assert reason(lambda: check_several_done(one.clauses, one.relation, share)) is None
    assert reason(lambda: check_several_done(one.clauses, None, KILLED)) is None


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("Norda had a loss of 20%.", "loss"),
        ("Norda had a loss of €20 million.", "loss"),
        ("Norda had sales of €20 million.", None),
        ("Norda had an average of 20%.", None),
        ("Norda had a swath of 20%.", None),
        ("Norda had reached of 20%.", None),
        ("Norda had now of 20%.", None),
        ("Norda had some seized of 20%.", None),
        ("Norda had a loss at 20%.", None),
        ("Norda had a loss of 20 km.", None),
        ("Norda had a loss of 20% of its land.", None),
        ("A loss of 20% is high.", "loss"),
        ("Loss of 20% is high.", None),
        ("Norda had 3 of 20%.", None),
    ],
)
def test_what_stands_behind_another_noun_is_of_that(sentence: str, noun: str | None) -> None:
    one = carried(sentence, SHARE, -1)
    found = reason(lambda: check_noun(one.clauses, one.figure, SHARE))
    assert found == (None if noun is None else f"it is a {noun}")


LATE = "it says when, not how long"
TOOK = "it is how long something else took"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks last three hours.", None),
        ("The talks last for the next three hours.", LATE),
        ("The talks last over past three hours.", LATE),
        ("The talks last good next three hours.", None),
        ("The talks last three hours late.", LATE),
        ("The talks last three hours ago.", LATE),
        ("The talks last three hours, late.", None),
        ("It took the ship three hours to reach the talks.", TOOK),
        ("It took the good old and big ship three hours to reach the talks.", None),
        ("It took the good old big ship three hours to reach the talks.", TOOK),
        ("The talks took three hours.", None),
        ("The talks last three hours to reach it.", None),
    ],
)
def test_a_length_that_says_when_is_no_length(sentence: str, expected: str | None) -> None:
    one = carried(sentence, TALKS)
    assert reason(lambda: check_span(one.clauses, one.figure, TALKS)) == expected
    assert reason(lambda: check_span(one.clauses, one.figure, SHARE)) is None


@pytest.mark.parametrize(
    ("sentence", "is_added"),
    [
        ("Norda holds 12% of it.", False),
        ("Norda holds an additional 12% of it.", True),
        ("Norda holds a further 12% of it.", True),
        ("Norda holds another 12% of it.", True),
        ("Norda holds 12% extra of it.", True),
        ("Norda holds another of the 12% of it.", False),
        ("Norda holds 12% so extra of it.", False),
        ("Norda has sales of an additional 12% of it.", False),
    ],
)
def test_what_came_on_top_is_no_level(sentence: str, is_added: bool) -> None:
    one = carried(sentence, SHARE)
    expected = "it is what came on top, no level" if is_added else None
    assert reason(lambda: check_added(one.clauses, one.figure, one.relation, SHARE)) == expected
    since = asked("share", replace(LAND, since=CalendarDate.parse("2022")))
    assert reason(lambda: check_added(one.clauses, one.figure, one.relation, since)) is None
    assert reason(lambda: check_added(one.clauses, one.figure, None, SHARE)) is None


@pytest.mark.parametrize(
    ("sentence", "unit", "is_unsaid"),
    [
        ("Norda is losing 600 a day.", "persons/d", True),
        ("Norda is losing 600 men a day.", "persons/d", False),
        ("Norda is losing 600 a day.", "count/d", False),
        ("The number killed has reached 600 a day.", "persons/d", False),
        ("The toll is 600 a day.", "persons/d", False),
        ("Some 600 a day are killed.", "persons/d", False),
    ],
)
def test_a_bare_object_does_not_say_what_it_counts(
    sentence: str, unit: str, is_unsaid: bool
) -> None:
    words = asked(unit, MEN)
    one = carried(sentence, words)
    expected = "it does not say what it counts" if is_unsaid else None
    assert reason(lambda: check_counted(one.clauses, one.figure, one.relation, words)) == expected
