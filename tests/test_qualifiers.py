"""Qualifiers: why a kind, a part or a change of the subject is not the subject."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carrying import asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.values import CalendarDate
from claimtrack.words.stating.qualifiers import check_qualifiers, is_lost, tells_of_having
from claimtrack.words.stating.spotting import MeasureWords

PRICES = asked(
    "ratio",
    Reads(subject=("inflation",), of=("index",), says=("be", "stand")),
    asks="How high is consumer inflation, with tobacco and wages?",
)
SEATS = asked(
    "count",
    Reads(subject=("Reds",), of=("seats",), says=("have", "win", "gain", "control")),
    asks="How many seats in parliament?",
)
LAND = asked(
    "share",
    Reads(subject=("Sylvania",), of=("land",), by=("Norda",), says=("control", "hold")),
)
AREA = asked("km2", LAND.reads)
BOTH = asked(
    "share",
    Reads(
        subject=("Sylvania",), of=("land",), by=("Norda",), other=("Suda",),
        says=("control", "hold"),
    ),
)  # fmt: skip


def told(sentence: str, words: MeasureWords, which: int = 0) -> str | None:
    one = carried(sentence, words, which)
    return reason(lambda: check_qualifiers(one.clauses, one.names, words, one.figure, one.relation))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inflation is 3%.", None),
        # a share of it, or of its change
        ("A third of inflation is home-made.", "it is a share of it, no level"),
        ("A third of the rise in inflation is home-made.", "it is a share of a change (“rise”)"),
        ("A third of the index is inflation.", None),
        # a kind of its own
        ("House inflation is 3%.", "it is of a kind of its own (“House”)"),
        ("The house price inflation is 3%.", "it is of a kind of its own (“house price”)"),
        ("The non-food inflation is 3%.", "it is of a kind of its own (“non food”)"),
        ("Underlying inflation is 3%.", "it is of a kind of its own (“Underlying”)"),
        ("The consumer inflation is 3%.", None),
        ("The indexes inflation is 3%.", None),
        ("The wage inflation is 3%.", None),
        ("The tobaccos inflation is 3%.", None),
        ("The annual inflation is 3%.", None),
        ("The surprisingly soaring inflation is 3%.", None),
        ("The house and inflation is 3%.", None),
        ("Norda's inflation is 3%.", None),
        ("The house of inflation is 3%.", None),
        ("In Old inflation is 3%.", None),
        ("They fear house inflation is 3%.", "it is of a kind of its own (“fear house”)"),
        ("They note inflation is 3%.", None),
        ("It is 3%, like house inflation.", None),
        # without something
        ("Inflation is 3% without coal.", "it is without something (“without coal”)"),
        ("Inflation is 3%, excluding coal.", "it is without something (“excluding coal”)"),
        ("Inflation is 3% without tobacco.", None),
        ("Inflation is 3% without", None),
        ("Inflation is 3% with coal.", None),
        # how large something is
        ("Inflation is 3% the size of it.", "it is how large something is beside another"),
        ("Inflation is 3% the height of it.", "it is how large something is beside another"),
        ("Inflation is 3% the rest of it.", None),
    ],
)
def test_a_rate_is_of_its_subject_alone(sentence: str, expected: str | None) -> None:
    assert told(sentence, PRICES) == expected


def test_a_change_that_is_the_measures_own_is_none() -> None:
    growth = asked("share", Reads(subject=("rent",), of=("growth",), says=("be",)))
    assert told("A third of the growth is rent.", growth) is None
    assert told("A third of the gains is rent.", growth) == "it is a share of a change (“gains”)"


BODY = "it is of another body (“council”)"
TIME = "it counts a part of the time"
ON_TOP = "it is what came on top, no level"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Reds have 14 seats.", None),
        # a younger side
        ("The Reds under-21s have 14 seats.", "it is of a younger side"),
        ("The Reds U-19 have 14 seats.", "it is of a younger side"),
        ("The Reds under fire have 14 seats.", None),
        ("The good Reds have 14 seats.", None),
        # another body
        ("The Reds have 14 seats on the town council.", BODY),
        ("The Reds have 14 seats on council.", BODY),
        ("The Reds have 14 seats in the good old town council.", BODY),
        ("The Reds have 14 seats in the very good old town council.", None),
        ("The Reds have 14 seats in it and the council.", None),
        ("The Reds have 14 seats in its council.", BODY),
        ("The Reds have 14 seats in a council.", BODY),
        ("The Reds have 14 seats in parliament.", None),
        ("The Reds have 14 seats, the council said.", None),
        ("The Reds have 14 of 30 seats on the council.", BODY),
        ("The Reds have 14 seats of the council.", BODY),
        ("The Reds have 14 seats for the council.", BODY),
        ("The Reds have 14 seats with the council.", None),
        # a part of the time
        ("The Reds have 14 seats from the last six games.", TIME),
        ("The Reds have 14 seats from their first six games.", TIME),
        ("The Reds have 14 seats over the opening 6 games.", TIME),
        ("The Reds have 14 seats from last six games.", TIME),
        ("The Reds have 14 seats from the last games.", None),
        ("The Reds have 14 seats from the best six games.", None),
        ("The Reds have 14 seats with the last six games.", None),
        ("The Reds have 14 seats in the last six months.", None),
        # what came or went
        ("The Reds win two more seats.", ON_TOP),
        ("The Reds win another 14 seats.", ON_TOP),
        ("The Reds win a further 14 seats.", ON_TOP),
        ("The Reds win 14 extra seats.", ON_TOP),
        ("The Reds win more than 14 seats.", None),
        ("The Reds have no more than 14 seats.", None),
        ("The Reds have 14 seats more than they.", ON_TOP),
        ("The Reds gain 14 seats.", "it is a change (“gain”), no level"),
        ("The Reds gained 14 seats.", "it is a change (“gained”), no level"),
        ("The Reds win 14 seats.", None),
        ("The Reds won control of 14 seats.", "it is a change (“won”), no level"),
        ("The Reds have won control of 14 seats.", None),
        ("The Reds lose the full control of 14 seats.", "it is a change (“lose”), no level"),
        ("The Reds lose their control of 14 seats.", "it is a change (“lose”), no level"),
        ("The Reds like their control of 14 seats.", None),
    ],
)
def test_a_count_is_of_all_that_they_have(sentence: str, expected: str | None) -> None:
    assert told(sentence, SEATS) == expected


def test_what_is_counted_from_a_day_may_be_what_came() -> None:
    since = replace(SEATS.reads, since=CalendarDate.parse("2022"))
    words = asked("count", since)
    assert told("The Reds gain 14 seats.", words) is None
    part = "it counts a part of the time"
    assert told("The Reds have 14 seats from the last six games.", words) == part
    points = asked("count", Reads(subject=("Reds",), of=("points",), says=("gain",)))
    assert told("The Reds gain 14 points.", points) is None


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Norda holds 6% of the land.", LAND, None),
        ("Norda lost control of 6% of the land.", LAND, "it is a change (“lost”), no level"),
        ("Norda lost control of 6% of the land.", BOTH, None),
        ("Norda took control of 6% of the land.", LAND, "it is a change (“took”), no level"),
        ("Norda took control of 6% of the land.", BOTH, "it is a change (“took”), no level"),
        ("Norda has taken control of 6% of the land.", LAND, None),
        ("Norda has now taken control of 6% of the land.", LAND, None),
        ("Norda has by now taken control of 6% of the land.", LAND,
         "it is a change (“taken”), no level"),
        ("Norda lost holding 6% of the land.", LAND, "it is a change (“lost”), no level"),
        ("Norda so holding 6% of the land.", LAND, None),
        ("Control of 6% of the land.", LAND, None),
        ("Lost control of 6% of the land.", LAND, "it is a change (“lost”), no level"),
        ("Norda lost control of 400 km2 of the land.", AREA, "it is a change (“lost”), no level"),
        ("Some 6% of the land is held.", LAND, None),
    ],
)  # fmt: skip
def test_a_share_is_no_change_of_who_has_it(
    sentence: str, words: MeasureWords, expected: str | None
) -> None:
    assert told(sentence, words) == expected


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Norda lost control of 6% of the land.", True),
        ("Norda lost its full control of 6% of the land.", True),
        ("Norda ceded the control of 6% of the land.", True),
        ("Norda has control of 6% of the land.", False),
        ("Control of 6% of the land.", False),
        ("Lost control of 6% of the land.", True),
    ],
)
def test_what_is_lost_is_known(sentence: str, lost: bool) -> None:
    one = carried(sentence, LAND)
    assert one.relation is not None
    assert is_lost(one.clauses, one.relation) is lost


@pytest.mark.parametrize(
    ("says", "having"),
    [
        (("control",), True), (("have",), True), (("be", "own"), True), (("in hold",), True),
        (("take control",), False), (("win",), False), ((), False),
    ],
)  # fmt: skip
def test_to_have_is_told_by_its_verbs(says: tuple[str, ...], having: bool) -> None:
    assert tells_of_having(asked("count", Reads(says=says))) is having
