"""What a person says, made ready for the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from claimtrack import testimony
from claimtrack.answers import Given
from claimtrack.claims import Assertion, Citation, Claim, Document
from claimtrack.errors import BadValue
from claimtrack.measures import Measure, State
from claimtrack.testimony import cited, depositions, observed, to_say
from claimtrack.values import CalendarDate

DAY = CalendarDate.parse("2025-01-01")
NOW = datetime(2025, 1, 2, tzinfo=UTC)
SHARE = Measure("held", "What share?", "quantity", unit="share")
STATE = Measure("lease", "In force?", "state", states=(State("in_force"), State("ended")))
EVENT = Measure("fall", "Did it fall?", "event")
DATE = Measure("end", "When does it end?", "date")
CLAIM = Claim("claim", "essay", "It is held.", Assertion("quantity", "held", said="a fifth"))


def test_what_was_given_is_kept_with_who_gave_it() -> None:
    said = observed(SHARE, "19.2%", as_of=DAY, by="Ann", url="https://example.org", quote="words")
    assert (said.source, said.description.kind) == ("person:Ann", "person")
    (deposition,) = depositions([said])
    attempt = deposition.attempt(NOW)
    assert attempt.snapshot == deposition.snapshot.sha256
    assert attempt.results[0].readings == (said.reading,)
    kept = json.loads(deposition.snapshot.content)
    assert (kept["by"], kept["quote"], kept["as_of"]) == ("Ann", "words", "2025-01-01")


@pytest.mark.parametrize(
    ("measure", "given", "value"),
    [
        (SHARE, "0.2", "0.2"),
        (SHARE, 0.2, "0.2"),
        (SHARE, Decimal("0.2"), "0.2"),
        (SHARE, "about 20%", "[0.18, 0.22]"),
        (STATE, "in_force", "in_force"),
        (EVENT, "2024-12-08", "2024-12-08"),
        (EVENT, "not_yet", "not_yet"),
        (EVENT, "Not yet.", "not_yet"),
        (DATE, "2042", "2042"),
    ],
)
def test_what_a_person_says_becomes_a_value(measure: Measure, given: Given, value: str) -> None:
    assert str(observed(measure, given, as_of=DAY, by="Ann").reading.value) == value


@pytest.mark.parametrize(
    ("measure", "given"),
    [
        (SHARE, "19"),
        (SHARE, "three hours"),
        (SHARE, "several"),
        (SHARE, DAY),
        (STATE, "forgotten"),
        (EVENT, "soon"),
        (DATE, "some day"),
    ],
)
def test_what_answers_nothing_is_refused_and_names_the_measure(
    measure: Measure, given: Given
) -> None:
    with pytest.raises(BadValue, match=measure.id):
        observed(measure, given, as_of=DAY, by="Ann")


def test_a_citation_is_its_authors() -> None:
    document = Document("essay", "An essay", DAY, measures=(SHARE,))
    cite = Citation("held", "0.2", url="https://example.org", as_of=DAY)
    assert cited(document, CLAIM, cite).by == "essay"
    assert cited(replace(document, author="Bo"), CLAIM, cite).by == "Bo"
    assert cited(document, CLAIM, replace(cite, by="Cy")).source == "person:Cy"


def test_only_the_words_of_a_page_are_quoted_as_its_own() -> None:
    document = Document("essay", "An essay", DAY, measures=(SHARE,))
    on_a_page = Citation("held", "0.2", url="https://example.org")
    quotes = [
        cited(document, CLAIM, cite).reading.quote
        for cite in (on_a_page, replace(on_a_page, quote="a fifth"), Citation("held", "0.2"))
    ]
    assert quotes == ["", "a fifth", "0.2"]


@pytest.mark.parametrize(
    ("as_of", "day"),
    [(None, "2025-01-01"), ("1783", "1783"), ("2025-01-01", "2025-01-01"), ("2042", "2025-01-01")],
)
def test_a_citation_without_a_day_is_of_the_time_that_its_claim_speaks_of(
    as_of: str | None, day: str
) -> None:
    document = Document("essay", "An essay", DAY, measures=(SHARE,))
    claim = replace(CLAIM, as_of=None if as_of is None else CalendarDate.parse(as_of))
    reading = cited(document, claim, Citation("held", "0.2")).reading

    assert (str(reading.as_of), reading.as_of_basis) == (day, "carried")


def told(value: str, as_of: str = "2025-01-01", *, url: str | None = None) -> testimony.Testimony:
    return observed(STATE, value, as_of=CalendarDate.parse(as_of), by="Ann", url=url)


def test_what_one_page_is_cited_for_on_one_day_is_said_in_one_breath() -> None:
    here, there = "https://a.example", "https://b.example"
    said = [told("ended", url=here), told("in_force", url=here), told("ended", url=there)]
    first, second = depositions([*said, *said])

    assert first.said == (said[0], said[1])
    assert [each.value for each in first.attempt(NOW).results[0].readings] == ["ended", "in_force"]
    assert (second.said, second.attempt(NOW).url) == ((said[2],), there)
    assert first.snapshot != second.snapshot


def said_after(
    before: list[testimony.Testimony],
    now: list[testimony.Testimony],
    record: list[testimony.Testimony] | None = None,
) -> list[tuple[str, bool]]:
    """What has to be said where all of *record*, else of *before*, stands."""
    facts = {each.fact for each in (before if record is None else record)}
    said = to_say(before, now, lambda each: each.fact in facts, lambda each: each.fact in facts)
    return [(str(each.reading.value), each.reading.withdrawn) for each in said]


def test_only_what_is_new_or_no_longer_cited_is_said() -> None:
    old, other, later = told("in_force"), told("ended"), told("ended", "2025-02-01")

    assert said_after([], [old]) == [("in_force", False)]
    assert said_after([old], [old]) == []
    assert said_after([old], [old, later]) == [("ended", False)]
    assert said_after([old], [other]) == [("ended", False)]
    assert said_after([old, later], [old]) == [("ended", True)]
    assert said_after([old, other], [other]) == [("ended", False)]


def test_what_was_cited_and_never_recorded_is_said() -> None:
    assert said_after([told("ended")], [told("ended")], []) == [("ended", False)]


def test_what_does_not_stand_any_more_is_not_taken_back_again() -> None:
    assert said_after([told("ended")], [], []) == []


def test_the_same_words_are_the_same_fact_whenever_they_are_said() -> None:
    one = observed(SHARE, "0.2", as_of=DAY, by="Ann")
    other = observed(SHARE, "0.20", as_of=DAY, by="Ann", quote="a fifth")
    assert one.fact == other.fact
