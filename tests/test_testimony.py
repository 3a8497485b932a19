"""What a person says, made ready for the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from claimtrack.answers import Given
from claimtrack.claims import Citation, Document
from claimtrack.errors import BadValue
from claimtrack.measures import Measure, State
from claimtrack.testimony import cited, observed
from claimtrack.values import CalendarDate

DAY = CalendarDate.parse("2025-01-01")
NOW = datetime(2025, 1, 2, tzinfo=UTC)
SHARE = Measure("held", "What share?", "quantity", unit="share")
STATE = Measure("lease", "In force?", "state", states=(State("in_force"), State("ended")))
EVENT = Measure("fall", "Did it fall?", "event")
DATE = Measure("end", "When does it end?", "date")


def test_what_was_given_is_kept_with_who_gave_it() -> None:
    said = observed(SHARE, "19.2%", as_of=DAY, by="Ann", url="https://example.org", quote="words")
    assert (said.source, said.description.kind) == ("person:Ann", "person")
    attempt = said.attempt(NOW)
    assert attempt.snapshot == said.snapshot.sha256
    assert attempt.results[0].readings == (said.reading,)
    kept = json.loads(said.snapshot.content)
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
    assert cited(document, cite).by == "essay"
    assert cited(replace(document, author="Bo"), cite).by == "Bo"
    assert cited(document, replace(cite, by="Cy")).source == "person:Cy"
    assert cited(document, cite).reading.quote == "0.2"


def test_the_same_words_are_the_same_fact_whenever_they_are_said() -> None:
    one = observed(SHARE, "0.2", as_of=DAY, by="Ann")
    other = observed(SHARE, "0.20", as_of=DAY, by="Ann", quote="a fifth")
    assert one.fact == other.fact
