"""Claims that name a time, of events and of dates: each with the label that a reader would give.

The labels were written down before the claims were judged, and stand here in words.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from seen import claim, history, seen

from claimtrack.claimfile import check_file
from claimtrack.claims import Assertion
from claimtrack.judging import judge
from claimtrack.judging.labels import Label
from claimtrack.judging.verdicts import Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation
from claimtrack.values import CalendarDate, calendar_date

FERRY = Measure("m", "When did the ferry first sail?", "event", what="the ferry sails")
RULING = Measure("m", "On which day is the ruling?", "date")


def told(value: str, day: str, *, seen_on: str | None = None) -> Observation:
    """What the paper told on a day; looked at again later where *seen_on* says so."""
    answer: str | CalendarDate = value if value == "not_yet" else calendar_date(value)
    found = replace(seen("0", day, "paper"), value=answer, id=f"{value} {day}")
    if seen_on is None:
        return found
    later = calendar_date(seen_on).first
    return replace(found, last_confirmed_at=seen("0", str(later)).last_confirmed_at)


def sails(
    statement: str,
    said: str | None,
    *evidence: tuple[str, str],
    on: str,
    written: str = "2024-03-10",
    not_yet: bool = False,
    at_least: int = 1,
) -> Verdict:
    """The verdict on a claim of the ferry, published on *written*."""
    asserts = "not_yet" if not_yet else "happened"
    asserted = Assertion("event", "m", said=said, asserts=asserts, at_least=at_least)
    found = history(*(told(*one) for one in evidence))
    return judge(
        claim(asserted, None, None, statement), FERRY, found,
        at=calendar_date(on).first, published=calendar_date(written),
    )  # fmt: skip


def ruled(
    statement: str, said: str, *evidence: str, written: str = "2024-03-13", on: str = "2026-11-30"
) -> Verdict:
    """The verdict on a claim of the day of the ruling, published on *written*."""
    asserted = Assertion("date", "m", said=said)
    found = history(*(told(one, "2024-03-10") for one in evidence))
    return judge(
        claim(asserted, None, None, statement), RULING, found,
        at=calendar_date(on).first, published=calendar_date(written),
    )  # fmt: skip


# What an event's words name is read on the day of writing


@pytest.mark.parametrize(
    ("statement", "said", "sailed", "label"),
    [
        ("The ferry will sail on 20 May.", "will sail on 20 May", "2024-05-20", "supported"),
        ("The ferry will sail on 20 May.", "on 20 May", "2025-07-07", "refuted"),
        ("The ferry will sail on 20 May.", "on 20 May", "2023-05-20", "refuted"),
        ("The ferry sailed on 20 May.", "on 20 May", "2023-05-20", "supported"),
        ("The ferry sailed on 20 May.", "on 20 May", "2024-05-20", "refuted"),
        ("The ferry sails next month.", "next month", "2024-04-30", "supported"),
        ("The ferry sails next month.", "next month", "2024-05-01", "refuted"),
        ("The ferry sailed last Friday.", "sailed last Friday", "2024-03-08", "supported"),
        ("The ferry sailed last Friday.", "sailed last Friday", "2024-03-01", "refuted"),
        ("The ferry will sail this year.", "this year", "2024-12-31", "supported"),
        ("The ferry will sail this year.", "this year", "2025-01-01", "refuted"),
        ("The ferry sailed yesterday.", "yesterday", "2024-03-09", "supported"),
        ("The ferry will sail in August.", "in August", "2024-08-15", "supported"),
        ("The ferry has sailed since 2020.", "since 2020", "2021-06-01", "supported"),
        ("The ferry has sailed since 2020.", "since 2020", "2019-06-01", "refuted"),
        ("The ferry will sail by June.", "by June", "2024-06-30", "supported"),
        ("The ferry will sail by June.", "by June", "2024-07-01", "refuted"),
        ("No ferry sails before 2025.", "not before 2025", "2026-02-01", "supported"),
        ("No ferry sails before 2025.", "not before 2025", "2024-12-31", "refuted"),
        ("It sails in June at the latest.", "in June at the latest", "2024-04-28", "supported"),
        # Nothing tells which 15 August is meant, and the one to come is the nearer.
        ("A sailing on 15 August.", "on 15 August", "2024-08-15", "borderline"),
        ("A sailing on 15 August.", "on 15 August", "2024-08-16", "refuted"),
    ],
)
def test_the_words_of_an_event_are_read_on_the_day_of_writing(
    statement: str, said: str, sailed: str, label: Label
) -> None:
    assert sails(statement, said, (sailed, "2026-03-05"), on="2026-03-06").label == label


# An announcement is no fact

COMING = ("2024-05-20", "2024-03-11")
SLIPPED = ("not_yet", "2024-06-02")


@pytest.mark.parametrize(
    ("said", "evidence", "on", "label"),
    [
        # Until its day has come, a named time is waited for, and a plain claim does not hold.
        ("in May 2024", [COMING], "2024-03-12", "pending"),
        ("on 20 May 2024", [COMING], "2024-05-20", "pending"),
        ("in June 2024", [COMING], "2024-03-12", "pending"),
        (None, [COMING], "2024-03-12", "refuted"),
        # Its day has passed, and nobody says that it happened.
        ("in May 2024", [COMING], "2024-05-25", "not_enough_evidence"),
        ("in 2024", [COMING], "2024-05-25", "not_enough_evidence"),
        (None, [COMING], "2024-05-25", "not_enough_evidence"),
        # Somebody does, on that day or later.
        ("in May 2024", [COMING, ("2024-05-20", "2024-05-20")], "2024-05-25", "supported"),
        (None, [COMING, ("2024-05-20", "2024-06-01")], "2024-06-02", "supported"),
        ("in May 2024", [COMING, ("2024-07-07", "2024-07-08")], "2024-07-09", "refuted"),
        # "Not yet" withdraws it.
        ("in May 2024", [COMING, SLIPPED], "2024-06-03", "refuted"),
        ("in 2024", [COMING, SLIPPED], "2024-06-03", "pending"),
        (None, [COMING, SLIPPED], "2024-06-03", "refuted"),
        # A slip that was only announced refutes nothing until the time is over.
        ("in May 2024", [COMING, ("2024-07-07", "2024-05-02")], "2024-05-03", "pending"),
        ("in May 2024", [COMING, ("2024-07-07", "2024-06-02")], "2024-06-03", "refuted"),
        # That it is to happen again takes nothing back.
        (None, [("2023-05-20", "2023-05-21"), COMING], "2024-08-01", "supported"),
        ("in May 2023", [("2023-05-20", "2023-05-21"), COMING], "2024-08-01", "supported"),
    ],
)
def test_what_is_announced_is_to_happen_and_has_not(
    said: str | None, evidence: list[tuple[str, str]], on: str, label: Label
) -> None:
    assert sails("The ferry sails then.", said, *evidence, on=on).label == label


def test_an_announcement_is_told_as_one() -> None:
    before = sails("The ferry will sail in May 2027.", "in May 2027",
                   ("2027-05-20", "2026-11-11"), on="2026-11-30", written="2026-11-10")  # fmt: skip
    assert before.reason == (
        "It is to happen on 20 May 2027, says The Paper; the time that the claim names, May 2027, "
        "is not over."
    )
    assert before.figure == "is to happen on 20 May 2027"

    after = sails("The ferry will sail in May 2024.", "in May 2024", COMING, on="2024-06-25")
    assert after.reason.startswith(
        "It was to happen on 20 May 2024, said The Paper on 11 March 2024; nothing found since "
        "tells whether it did."
    )
    plain = sails("The ferry has sailed.", None, COMING, on="2024-03-12")
    assert plain.reason == ("It had not happened yet; it is to happen on 20 May 2024 (The Paper).")


# How often, within the time that is named

IN_2023, IN_2025 = ("2023-02-01", "2023-02-02"), ("2025-02-01", "2025-02-02")
IN_JUNE = ("2025-06-01", "2025-06-03")
AFTER = ("not_yet", "2026-02-01")


@pytest.mark.parametrize(
    ("evidence", "on", "label"),
    [
        ([IN_2025, IN_JUNE], "2026-01-05", "supported"),
        ([IN_2025, IN_JUNE], "2025-07-01", "supported"),
        ([IN_2025], "2025-07-01", "pending"),
        ([IN_2023], "2024-07-01", "pending"),
        # The year is over; nothing was heard since it ended, so nobody was asked.
        ([IN_2025], "2026-01-05", "not_enough_evidence"),
        ([IN_2023, IN_2025], "2026-01-05", "not_enough_evidence"),
        # Or somebody was, and told no other.
        ([IN_2023, ("2025-02-01", "2026-01-04")], "2026-01-05", "refuted"),
        ([IN_2023, ("2024-06-01", "2026-01-04")], "2026-01-05", "refuted"),
        ([("2025-03", "2026-01-03"), ("2025-08", "2026-01-04")], "2026-01-05", "supported"),
        # Two announcements are no two days.
        ([("2025-03-01", "2025-02-20")], "2025-02-25", "pending"),
        ([IN_2025, ("2025-11-01", "2025-10-20")], "2025-12-01", "pending"),
    ],
)
def test_how_often_it_happened_is_counted_in_the_time_that_is_named(
    evidence: list[tuple[str, str]], on: str, label: Label
) -> None:
    verdict = sails("The ferry sailed twice in 2025.", "twice in 2025", *evidence, on=on,
                    written="2024-06-10", at_least=2)  # fmt: skip
    assert verdict.label == label


def test_a_count_says_which_days_were_found_and_of_which_time() -> None:
    short = sails("The ferry sailed twice in 2025.", "in 2025", IN_2023,
                  ("2025-02-01", "2026-01-04"), on="2026-01-05", at_least=2)  # fmt: skip
    assert short.reason == (
        "It happened on 1 day in 2025 that could be found, of 2: on 1 February 2025 (The Paper)."
    )
    waiting = sails("The ferry will sail twice in 2025.", "in 2025", IN_2025, on="2025-03-01",
                    at_least=2)  # fmt: skip
    assert waiting.reason == (
        "It happened on 1 day in 2025 that could be found, of 2: on 1 February 2025 (The Paper); "
        "2025 is not over."
    )


def test_what_was_looked_at_after_the_time_counts_as_heard_then() -> None:
    asserted = Assertion("event", "m", said="in 2025", asserts="happened", at_least=2)
    twice = claim(asserted, None, None, "The ferry sailed twice in 2025.")
    once = told("2025-02-01", "2025-02-02", seen_on="2026-01-03")

    assert judge(twice, FERRY, history(once), at=date(2026, 1, 5)).label == "refuted"


def test_a_slip_takes_an_announced_day_out_of_the_count() -> None:
    verdict = sails("The ferry sails twice.", None, ("2024-02-01", "2024-02-02"), COMING,
                    ("not_yet", "2024-06-02"), on="2024-06-03", at_least=2)  # fmt: skip
    assert verdict.label == "refuted"


# Evidence that is coarser than the time that is named


@pytest.mark.parametrize(
    ("said", "sailed", "label"),
    [
        ("on 20 May 2024", "2024-05", "borderline"),
        ("in May 2024", "2024", "borderline"),
        ("in May 2024", "2024-05", "supported"),
        ("in 2024", "2024-05", "supported"),
        ("on 20 May 2024", "2024-06", "refuted"),
        ("by the end of May 2024", "2024", "borderline"),
    ],
)
def test_evidence_coarser_than_the_time_that_is_named_leaves_it_open(
    said: str, sailed: str, label: Label
) -> None:
    verdict = sails("The ferry sails then.", said, (sailed, "2025-01-05"), on="2025-01-06")
    assert verdict.label == label
    names = [each.name for each in verdict.findings]
    assert ("imprecise" in names) == (label == "borderline")


# "Not yet" in a time that is named


@pytest.mark.parametrize(
    ("evidence", "on", "label"),
    [
        (("2024-06-20", "2024-06-21"), "2024-06-22", "supported"),
        (("2024-05-20", "2024-05-21"), "2024-06-22", "refuted"),
        (("2024-04-20", "2024-05-21"), "2024-06-22", "refuted"),
        (("2024", "2025-01-21"), "2025-06-22", "borderline"),
        (("not_yet", "2024-05-31"), "2024-06-22", "supported"),
        (("not_yet", "2024-05-12"), "2024-05-22", "pending"),
        (("not_yet", "2024-05-12"), "2024-06-22", "not_enough_evidence"),
        (("2024-07-07", "2024-05-12"), "2024-05-22", "pending"),
        (("2024-07-07", "2024-06-12"), "2024-06-22", "supported"),
    ],
)
def test_that_it_will_not_have_happened_by_then_is_held_against_the_end_of_that_time(
    evidence: tuple[str, str], on: str, label: Label
) -> None:
    verdict = sails("The ferry will not have sailed in May 2024.", "in May 2024", evidence, on=on,
                    not_yet=True)  # fmt: skip
    assert verdict.label == label
    assert "wrong_date" not in [each.name for each in verdict.findings]


# The words around a date


@pytest.mark.parametrize(
    ("said", "given", "label"),
    [
        ("not before 2025", "2026-05-28", "supported"),
        ("not before 2025", "2024-12-31", "refuted"),
        ("no earlier than June 2024", "2024-08-28", "supported"),
        ("no earlier than June 2024", "2024-05-31", "refuted"),
        ("June 2024 at the earliest", "2024-08-28", "supported"),
        ("at the earliest in June 2024", "2024-06-01", "supported"),
        ("not until June 2025", "2025-08-28", "supported"),
        ("on or after 1 June 2024", "2024-07-01", "supported"),
        ("June 2024 at the latest", "2024-04-28", "supported"),
        ("by June 2024 at the latest", "2024-07-01", "refuted"),
        ("no later than June 2024", "2024-07-01", "refuted"),
        ("until at least 2042", "2045", "supported"),
        ("until 2042", "2045", "refuted"),
        ("will be in June 2024", "2024-06-03", "supported"),
        ("open its doors on 20 May 2024", "2024-05-20", "supported"),
        ("open its doors on 20 May 2024", "2024-05-21", "refuted"),
        ("by 8/9/2024", "2024-01-02", "supported"),
        ("by 8/9/2024", "2024-09-02", "borderline"),
        ("not in 2024", "2026", "not_checkable"),
        ("will not be in 2024", "2024-08-15", "not_checkable"),
        ("just after Easter 2024", "2024-04-02", "not_checkable"),
        ("well before 2024", "2019-07-01", "not_checkable"),
        ("two weeks before 20 May 2024", "2024-05-06", "not_checkable"),
        ("Ramadan 2024", "2024-08-01", "not_checkable"),
        ("32 May 2024", "2024-08-01", "not_checkable"),
        ("in May 2024 if the judges agree", "2024-05-06", "not_checkable"),
    ],
)
def test_the_words_around_a_date_count_or_are_refused(said: str, given: str, label: Label) -> None:
    assert ruled("The court rules then.", said, given).label == label


@pytest.mark.parametrize(
    ("statement", "said", "given", "label"),
    [
        ("The court will rule on 15 August.", "on 15 August", "2024-08-15", "supported"),
        ("The court will rule on 15 August.", "on 15 August", "2023-08-15", "refuted"),
        ("The court ruled on 15 August.", "on 15 August", "2023-08-15", "supported"),
        ("The court ruled on 15 August.", "on 15 August", "2024-08-15", "refuted"),
        ("The ruling is on Friday.", "on Friday", "2024-03-15", "supported"),
        ("The ruling came on Friday.", "on Friday", "2024-03-08", "supported"),
        ("The judge said it will come in August.", "in August", "2024-08-02", "supported"),
        # Nothing tells, and the one to come is the nearer: either may be meant.
        ("A ruling on 15 August.", "on 15 August", "2024-08-15", "borderline"),
        ("A ruling on 15 August.", "on 15 August", "2022-08-15", "refuted"),
    ],
)
def test_the_verb_of_the_statement_tells_which_day_a_bare_one_is(
    statement: str, said: str, given: str, label: Label
) -> None:
    assert ruled(statement, said, given).label == label


# What cannot be judged is refused by the check

FILE = """
[document]
id = "port"
title = "The port"
published = 2024-03-10

[measure."sails"]
asks = "When did the ferry first sail?"
kind = "event"
what = "the ferry sails"

[measure."ruling"]
asks = "On which day is the ruling?"
kind = "date"

[[claim]]
id = "one"
measure = "{measure}"
statement = "It is so."
{given}
"""


@pytest.mark.parametrize(
    ("measure", "given", "found"),
    [
        ("ruling", 'said = "not in 2024"', "says when it is not: “not” denies the date"),
        ("ruling", 'said = "just after Easter 2024"', "no part of it: “just”"),
        ("ruling", 'said = "in 2024, perhaps"', "no part of it: “perhaps”"),
        ("sails", 'said = "three years on"', "the words alone do not say"),
        ("sails", 'said = "in 2023 and in 2024"', "names more than one date"),
        ("sails", 'said = "has not sailed in 2024"', "denies the date"),
        ("sails", 'said = "twice in 2024"', "no part of it: “twice”"),
        ("sails", 'said = "since 2020"\nasserts = "not_yet"', "has no end by which"),
    ],
)
def test_the_check_refuses_words_that_no_day_can_be_held_against(
    tmp_path: Path, measure: str, given: str, found: str
) -> None:
    path = tmp_path / "port.toml"
    path.write_text(FILE.format(measure=measure, given=given), encoding="utf-8")

    (mistake,) = check_file(path)
    assert (mistake.where, mistake.field) == ('claim "one"', "said")
    assert found in mistake.message


@pytest.mark.parametrize(
    ("measure", "given"),
    [
        ("ruling", 'said = "not before 2025"'),
        ("ruling", 'said = "will come in June 2024 at the latest"'),
        ("sails", 'said = "will sail on 20 May"'),
        ("sails", 'said = "at long last"'),
        ("sails", 'said = "twice in 2024"\nat_least = 2'),
        ("sails", 'said = "has not sailed in May"\nasserts = "not_yet"'),
    ],
)
def test_the_check_takes_words_that_name_one_time(tmp_path: Path, measure: str, given: str) -> None:
    path = tmp_path / "port.toml"
    path.write_text(FILE.format(measure=measure, given=given), encoding="utf-8")

    assert check_file(path) == ()


@pytest.mark.parametrize(
    ("evidence", "on", "label"),
    [
        (("2024-02-20", "2024-02-21"), "2024-03-20", "pending"),
        (("2024-02-20", "2024-02-21"), "2024-04-30", "pending"),
        (("2024-02-20", "2024-02-21"), "2024-05-01", "not_enough_evidence"),
        # Who was asked after April, and knows of no other occasion, knows of none in April.
        (("2024-02-20", "2024-05-02"), "2024-05-03", "refuted"),
        # What happened between the writing and April is another day than the one that was named.
        (("2024-03-20", "2024-03-21"), "2024-03-25", "refuted"),
        (("2024-04-20", "2024-04-21"), "2024-05-01", "supported"),
    ],
)
def test_an_occasion_before_the_writing_is_none_of_the_time_to_come(
    evidence: tuple[str, str], on: str, label: Label
) -> None:
    verdict = sails("The ferry sails next month.", "next month", evidence, on=on)

    assert verdict.label == label


def test_an_occasion_before_the_writing_refutes_a_time_that_was_over() -> None:
    verdict = sails(
        "The ferry sailed last month.", "last month", ("2024-01-20", "2024-01-21"), on="2024-03-20"
    )

    assert verdict.label == "refuted"
    assert [each.name for each in verdict.findings] == ["wrong_date"]
