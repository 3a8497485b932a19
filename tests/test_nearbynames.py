"""Nearby names: whether the subject is named where a figure could be said of it."""

from __future__ import annotations

import pytest
from carrying import asked, carried, clauses_of, reason

from claimtrack.measures import Reads
from claimtrack.words.stating.nearbynames import check_whole, unnamed
from claimtrack.words.stating.spotting import MeasureWords


def held(*subject: str, unit: str = "share") -> MeasureWords:
    return asked(
        unit,
        Reads(
            subject=subject, of=("land", "region"), by=("Norda",), other=("Suda",), says=("hold",)
        ),
    )


EAST, WEST = held("Osten"), held("Westen")
PRICES = asked("share", Reads(subject=("Osten", "Oster-town"), says=("stand at",)))
NOT_NAMED = "nobody is named that it could be said of"
BEHIND = "what it is said of is only named behind it"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Osten it stands at 20%.", None),
        ("It stands at 20%.", NOT_NAMED),
        ("It stands at 20% in Osten.", BEHIND),
        ("It stands at 20% near Oster-town.", BEHIND),
        ("Some 20% near Osten stands at it.", None),
        ("Some 20% stands at it, in Osten.", BEHIND),
        ("Some 20% stands at Osten.", BEHIND),
        ("Osten, so they say, is where it stands at 20%.", None),
        ("Tuda, like Osten, stands at 20%.", NOT_NAMED),
        ("Osten's rival stands at 20%.", NOT_NAMED),
        ("Osten and Tuda stand at 20%.", NOT_NAMED),
        ("Osten and Tuda and the men of Osten stand at 20%.", None),
    ],
)
def test_a_rate_is_said_of_a_subject_that_is_named(sentence: str, expected: str | None) -> None:
    one = carried(sentence, PRICES)
    assert reason(lambda: unnamed(one.clauses, PRICES, one.figure, one.relation)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda slept, and 20% is held.", None),
        ("Some 20% is held, says Norda.", None),
        ("Some 20% is held, while Norda slept.", NOT_NAMED),
        ("Some 20% is held, against 30% in Norda.", NOT_NAMED),
        ("Some 20% is held, with 30 ships in Norda.", None),
        ("Some 20% is held, with Norda at 30%.", None),
        ("Osten slept, and 20% is held.", NOT_NAMED),
    ],
)
def test_a_share_is_said_of_whoever_has_it(sentence: str, expected: str | None) -> None:
    one = carried(sentence, EAST)
    assert reason(lambda: unnamed(one.clauses, EAST, one.figure, one.relation)) == expected


NO_WHOLE = "what it is a part of is not named"
ANOTHER = "another was named last"


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        ("In Osten, Norda holds 20% of the region.", (), None),
        ("Norda holds 20% of the region.", (), NO_WHOLE),
        ("Norda holds 20% of the region.", ("Osten is old.",), None),
        ("Norda holds 20% of the region.", ("Osten is old.", "It rained."), None),
        ("Norda holds 20% of the region.", ("Osten is old.", "It rained.", "It poured."), NO_WHOLE),
        # whichever was named last before the figure
        ("In Osten and in Westen, Norda holds 20% of the region.", (), ANOTHER),
        ("In Westen and in Osten, Norda holds 20% of the region.", (), None),
        ("In Osten, Norda holds 20% of the region, not in Westen.", (), None),
        ("In Osten, Norda holds 20% of the region.", ("Westen is old.",), None),
        ("Norda holds 20% of the region.", ("Osten is old.", "Westen is old."), ANOTHER),
        ("Norda holds 20% of the region.", ("Westen is old.", "Osten is old."), None),
        ("Norda holds 20% of the region.", ("Old Osten is near Westen.",), ANOTHER),
        ("Norda holds 20% of the region.", ("Old Westen is near Osten.",), None),
        ("Norda holds 20% of the region.", ("It was good old Osten.", "Westen is old."), ANOTHER),
    ],
)
def test_a_part_is_of_what_was_named_last(
    sentence: str, before: tuple[str, ...], expected: str | None
) -> None:
    one = carried(sentence, EAST)
    earlier = [clauses_of(one) for one in before]

    def check(*rivals: MeasureWords) -> str | None:
        return reason(lambda: check_whole(one.clauses, earlier, EAST, one.figure, rivals))

    assert check(EAST, WEST) == expected
    assert check(WEST, EAST) == expected
    # of another unit, or of the same whole, none is meant instead
    alone = None if expected == ANOTHER else expected
    assert check(held("Westen", unit="km2")) == alone
    assert check(EAST) == alone
    assert check() == alone


def test_a_whole_that_no_word_names_is_any() -> None:
    anything = held()
    one = carried("Norda holds 20% of the region.", anything)
    assert reason(lambda: check_whole(one.clauses, (), anything, one.figure, (WEST,))) is None


def test_whoever_acts_is_no_whole_that_was_named() -> None:
    suda = held("Suda", "Osten")
    one = carried("In Osten, Suda holds 20% of the region.", EAST)
    assert reason(lambda: check_whole(one.clauses, (), EAST, one.figure, (suda,))) is None
    norda = held("Norda")
    one = carried("In Osten, Norda holds 20% of the region.", EAST)
    assert reason(lambda: check_whole(one.clauses, (), EAST, one.figure, (norda,))) is None
