"""The example: the claims of one essay, and the figures that they are judged by."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
from claimtrack_series import Series
from shared import SHARED, needs

import claimtrack
from claimtrack import Page, Tracker
from claimtrack.claimfile import check_file, doubts, load_document, locate
from claimtrack.claimfile.locate import normal
from claimtrack.claims import Document, Place
from claimtrack.measures import Measure
from claimtrack.sources import load_sources
from claimtrack.words.sentences import paragraphs, sentences

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "claimtrack" / "examples"
CLAIMS = EXAMPLES / "alaska_summit.toml"
FIGURES = EXAMPLES / "figures"
#: The last day that the figures reach.
CLOCK = datetime(2026, 8, 22, 12, tzinfo=UTC)
#: The essay and the material that the figures come from: beside the project, not part of it.
ESSAY = SHARED / "essay.txt"

needs_essay = needs(ESSAY)

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
#: The fields that may hold the essay's words, or those of whom it quotes; and its title.
_QUOTING = re.compile(
    r'^(?:wording|near|said|title) = (?:""".*?"""|".*?"$)|said = "[^"]*"', re.DOTALL | re.MULTILINE
)


@pytest.fixture(scope="module")
def document() -> Document:
    return load_document(CLAIMS)


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    return tomllib.loads(CLAIMS.read_text(encoding="utf-8"))


def words_of(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def as_written(given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What is asserted, claim by claim and part by part, as the file has it."""
    for claim in given["claim"]:
        yield from claim["parts"].values() if "parts" in claim else (claim,)


def table(name: str) -> list[dict[str, str]]:
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def readings_of(measure: Measure) -> dict[str, Decimal]:
    """What the series source reads of a measure, by day."""
    path = EXAMPLES / dict(measure.subscriptions[0].options)["url"]
    page = Page(str(path), path.read_bytes(), datetime(2026, 8, 22, tzinfo=UTC))
    found = {}
    for reading in Series().read(page, (measure,)):
        assert hasattr(reading, "value")
        assert isinstance(reading.value, Decimal)
        found[str(reading.as_of)] = reading.value
    return found


def test_the_claim_file_has_no_mistakes() -> None:
    assert check_file(CLAIMS, schemas=load_sources().options) == ()


def test_each_claim_says_its_type_its_day_and_its_place(
    document: Document, given: dict[str, Any]
) -> None:
    assert all("type" in asserted for asserted in as_written(given))
    for claim in document.claims:
        assert claim.as_of is not None, claim.id
        assert claim.near is not None, claim.id
        assert claim.place is not None, claim.id
        assert claim.digest is not None, claim.id


def test_each_claim_is_there_once(document: Document) -> None:
    assert len({claim.id for claim in document.claims}) == len(document.claims)
    assert len({claim.statement for claim in document.claims}) == len(document.claims)


def test_there_are_about_fifty_and_the_changelog_counts_them(document: Document) -> None:
    assert 45 <= len(document.claims) <= 55
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"the {len(document.claims)} claims of an essay" in told


def test_what_figures_are_held_against_is_a_claim_of_its_own(document: Document) -> None:
    figured = {
        measure.id
        for measure in document.measures
        if any(one.source == "series" for one in measure.subscriptions)
    }
    claims = [claim for claim in document.claims if figured & set(claim.measures)]
    assert len(claims) == 6
    assert {str(claim.as_of) for claim in claims} == {"2025-08-15"}
    assert not any(claim.parts for claim in claims)


def test_each_measure_is_asked_by_a_claim(document: Document) -> None:
    asked = {measure for claim in document.claims for measure in document.measures_of(claim)}
    assert {measure.id for measure in document.measures} == asked


def test_a_question_does_not_name_the_answer_that_is_claimed(document: Document) -> None:
    for claim in document.claims:
        for assertion in claim.assertions:
            question = document.measure(assertion.measure).asks
            assert question.endswith("?"), question
            claimed = assertion.wording if assertion.type == "quotation" else assertion.said
            if claimed is not None and assertion.type in {"quantity", "date", "quotation"}:
                assert claimed.lower() not in question.lower(), claim.id


def test_a_state_that_is_claimed_has_a_rival(document: Document) -> None:
    for measure in document.measures:
        if measure.kind == "state":
            assert len(measure.states) > 1, measure.id
            assert all(state.words for state in measure.states), measure.id


def test_the_words_of_a_state_tell_neither_its_rival_nor_another_matter(
    document: Document,
) -> None:
    told = [
        (measure.id, state.name, normal(words).casefold())
        for measure in document.measures
        for state in measure.states
        for words in state.words
    ]
    assert len(told) > 100
    for (measure, state, words), (other, rival, others) in permutations(told, 2):
        assert words != others, (measure, other)
        if measure == other and state != rival:
            assert words not in others, measure


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("starmer-never-trust-putin", "spokesman"),
        ("palmerston-eternal-allies", "1 March 1848"),
        ("extremely-productive", "Trump's own"),
        ("lines-breached", "Dobropillia"),
        ("casualties-rise", "`casualties-rise-faster`"),
        ("casualties-rise-faster", "`casualties-rise`"),
        ("lease-2042", "Kharkiv agreements"),
        ("crimea-before-2014", "25,000"),
        ("summit-three-hours", "gives the length twice"),
        ("no-concessions", "`putin-asked-for-donbas`"),
        ("economy-recovered", "date the recovery"),
        ("china-economic-superpower", "has no yardstick"),
    ],
)
def test_a_note_says_what_the_wording_hides(document: Document, id: str, told: str) -> None:
    note = document.claim(id).note
    assert note is not None
    assert told in note


def test_a_claim_that_a_note_names_is_in_the_file(document: Document) -> None:
    named = {
        name for claim in document.claims for name in re.findall(r"`([^`]+)`", claim.note or "")
    }
    assert named
    assert named <= {claim.id for claim in document.claims}


def test_the_lease_is_claimed_in_three_parts(document: Document) -> None:
    parts = {part.name: part.assertion for part in document.claim("lease-2042").parts}
    assert parts.keys() == {"year", "instrument", "in_force"}
    assert parts["year"].said == "2042"
    assert parts["instrument"].asserts == "treaty-1997"
    assert parts["in_force"].asserts == "in_force"


def test_what_is_cited_is_found_by_the_editors_at_an_address(document: Document) -> None:
    cites = [cite for claim in document.claims for cite in claim.cites]
    assert len(cites) > 20
    assert {cite.by for cite in cites} == {"the editors"}
    assert all(cite.url and cite.as_of for cite in cites)


def test_what_is_cited_is_quoted_in_few_words() -> None:
    assert doubts(CLAIMS) == ()


def test_every_state_that_a_verdict_can_print_has_words(document: Document) -> None:
    for measure in document.measures:
        assert all(state.called for state in measure.states), measure.id


def test_casualties_are_claimed_in_both_meanings(document: Document) -> None:
    total, rate = document.claim("casualties-rise"), document.claim("casualties-rise-faster")
    assert total.place == rate.place
    assert not document.measure(total.measure).is_rate
    assert document.measure(rate.measure).is_rate


def test_a_quotation_is_held_to_its_end(document: Document) -> None:
    parts = {part.name: part.assertion for part in document.claim("not-in-the-form-of-nato").parts}
    assert parts["guarantees"].asserts == "possible"
    wording = parts["words"].wording
    assert wording is not None
    assert wording.startswith("along with Europe")
    assert wording.endswith("because that's not going to happen")


def test_few_words_of_the_essay_are_held(document: Document) -> None:
    for claim in document.claims:
        assert len((claim.near or "").split()) <= 4, claim.id
        for assertion in claim.assertions:
            assert len((assertion.said or "").split()) <= 5, claim.id
            assert len((assertion.wording or "").split()) <= 30, claim.id


@pytest.mark.parametrize(
    ("id", "paragraph", "sentence"),
    [
        ("starmer-never-trust-putin", 1, (1,)),
        ("starmer-prime-minister", 1, (1,)),
        ("palmerston-eternal-allies", 1, (6, 7)),
        ("summit-three-hours", 2, (1, 4)),
        ("lines-breached", 2, (3,)),
        ("one-fifth-of-ukraine", 4, (5,)),
        ("three-quarters-of-donetsk", 4, (5,)),
        ("casualties-rise", 7, (2,)),
        ("gains-each-day", 7, (3,)),
        ("lease-2042", 10, (2,)),
        ("crimea-before-2014", 10, (5, 6)),
        ("nato-ruled-out", 11, (1,)),
        ("not-in-the-form-of-nato", 11, (2,)),
        ("russia-permanent-member", 12, (6,)),
        ("china-economic-superpower", 14, (2,)),
        ("ending-the-war-a-us-priority", 14, (5,)),
    ],
)
def test_a_place_is_where_a_person_finds_it(
    document: Document, id: str, paragraph: int, sentence: tuple[int, ...]
) -> None:
    assert document.claim(id).place == Place(paragraph, sentence)


@needs_essay
def test_the_essay_says_each_claim_at_its_place(document: Document) -> None:
    found = locate(document, ESSAY.read_text(encoding="utf-8"))
    assert len(found) == len(document.claims)
    assert [one for one in found if one.status != "here"] == []


@needs_essay
def test_the_words_near_a_claim_are_in_one_sentence_of_the_essay(document: Document) -> None:
    bare = tuple(replace(claim, place=None, digest=None) for claim in document.claims)
    found = locate(replace(document, claims=bare), ESSAY.read_text(encoding="utf-8"))
    for claim, one in zip(document.claims, found, strict=True):
        assert one.status == "unplaced", one
        assert claim.place is not None
        assert one.place is not None
        assert one.place.paragraph == claim.place.paragraph
        assert set(one.place.sentences) <= set(claim.place.sentences)


@needs_essay
def test_what_a_claim_says_is_in_its_sentence(document: Document) -> None:
    body = paragraphs(ESSAY.read_text(encoding="utf-8"), title=document.title).paragraphs
    for claim in document.claims:
        assert claim.place is not None
        there = sentences(body[claim.place.paragraph - 1])
        sentence = normal(" ".join(there[at - 1] for at in claim.place.sentences))
        for assertion in claim.assertions:
            assert normal(assertion.said or "") in sentence, claim.id
            assert normal(assertion.wording or "") in sentence, claim.id


@needs_essay
def test_no_run_of_six_words_of_the_essay_stands_in_the_file() -> None:
    ours = _QUOTING.sub("", CLAIMS.read_text(encoding="utf-8"))
    assert len(ours) > 30_000
    assert runs(ours, 6) & runs(ESSAY.read_text(encoding="utf-8"), 6) == set()


@pytest.mark.parametrize(
    ("name", "rows", "first", "last"),
    [
        ("territory.csv", 769, "2024-07-08", "2026-08-22"),
        ("territory_without_crimea.csv", 769, "2024-07-08", "2026-08-22"),
        ("russian_losses.csv", 1626, "2022-02-25", "2026-08-08"),
    ],
)
def test_the_figures_have_each_day_once_and_in_order(
    name: str, rows: int, first: str, last: str
) -> None:
    days = [date.fromisoformat(row["date"]) for row in table(name)]
    assert len(days) == rows
    assert all(before < after for before, after in pairwise(days))
    assert (days[0].isoformat(), days[-1].isoformat()) == (first, last)


def test_the_share_of_ukraine_is_its_area_over_the_whole() -> None:
    for row in table("territory.csv"):
        share = Decimal(row["occupied_km2"]) / 603_628
        assert abs(share - Decimal(row["ukraine_share"])) < Decimal("0.000001"), row["date"]


def test_the_share_without_crimea_leaves_it_out_above_and_below_the_line() -> None:
    whole = {row["date"]: Decimal(row["occupied_km2"]) for row in table("territory.csv")}
    for row in table("territory_without_crimea.csv"):
        held = whole[row["date"]] - 27_000
        share = held / (603_628 - 27_000)
        assert Decimal(row["occupied_km2"]) == held, row["date"]
        assert abs(share - Decimal(row["ukraine_share"])) < Decimal("0.000001"), row["date"]


def test_a_fifth_of_ukraine_turns_on_the_denominator(tmp_path: Path) -> None:
    with claimtrack.open(tmp_path / "claims.db") as tracker:
        tracker.add(CLAIMS)
        tracker.update(measures=["occupied-share/ukraine", "occupied-share/ukraine-without-crimea"])
        verdict = tracker.verdict("one-fifth-of-ukraine", at="2026-08-22")

    assert verdict.label == "supported"
    assert "it turns on the denominator" in verdict.explain()
    counted = {dict(each.choices)["denominator"]: each.label for each in verdict.readings[::3]}
    assert list(counted.values()) == ["supported", "refuted"]


@pytest.mark.parametrize(
    ("measure", "day", "value"),
    [
        ("occupied-share/ukraine", "2024-10-29", "0.183353"),
        ("occupied-share/ukraine", "2025-08-15", "0.189712"),
        ("occupied-share/donetsk", "2025-06-07", "0.708618"),
        ("occupied-share/donetsk", "2026-01-05", "0.775525"),
        ("occupied-area/ukraine", "2026-08-22", "116994.89"),
        ("russian-losses/total", "2025-08-15", "1068040"),
    ],
)
def test_the_series_source_reads_the_figures(
    document: Document, measure: str, day: str, value: str
) -> None:
    assert readings_of(document.measure(measure))[day] == Decimal(value)


def test_a_day_of_losses_is_the_change_of_their_sum(document: Document) -> None:
    total = readings_of(document.measure("russian-losses/total"))
    rate = readings_of(document.measure("russian-losses/rate"))
    assert rate["2025-08-15"] == total["2025-08-15"] - total["2025-08-14"]
    assert len(rate) == len(total) - 1


def test_one_side_of_the_war_is_named_as_such(document: Document) -> None:
    asked = [ask for measure in document.measures for ask in measure.subscriptions]
    assert {ask.standby for ask in asked if ask.source != "series"} == {True}
    told = [ask for ask in asked if not ask.standby]
    assert {ask.name for ask in told} == {"deepstate", "general-staff"}
    assert {ask.party for ask in told} == {"Ukraine"}
    assert {ask.kind for ask in told} == {"measurement"}


def test_the_readme_of_the_figures_names_every_column() -> None:
    told = (FIGURES / "README.md").read_text(encoding="utf-8")
    for path in sorted(FIGURES.glob("*.csv")):
        assert f"## {path.name}" in told
        for column in table(path.name)[0]:
            assert f"`{column}`" in told


TERRITORY = SHARED / "evidence" / "territory" / "occupied_share_daily.csv"
LOSSES = SHARED / "evidence" / "losses" / "petroivaniuk" / "russia_losses_personnel.json"


@needs(TERRITORY)
def test_the_territory_figures_are_those_of_their_source() -> None:
    with TERRITORY.open(encoding="utf-8", newline="") as file:
        assert table("territory.csv") == list(csv.DictReader(file))


@needs(LOSSES)
def test_the_losses_are_those_of_their_source() -> None:
    source = {row["date"]: row["personnel"] for row in json.loads(LOSSES.read_bytes())}
    assert {row["date"]: int(row["personnel"]) for row in table("russian_losses.csv")} == source


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """The essay's claims and the bundled figures, on record by the real update."""
    folder = tmp_path_factory.mktemp("answers")
    with claimtrack.open(folder / "claims.db", clock=lambda: CLOCK) as opened:
        opened.add(CLAIMS)
        assert not opened.update().failed
        yield opened


def changed_on(tracker: Tracker, claim: str, after: str) -> list[str]:
    found = tracker.transitions(claim)
    return [str(change.on) for change in found if change.after == after]


def test_one_fifth_of_ukraine_fits_since_2024_10_29_and_is_current(tracker: Tracker) -> None:
    standing = tracker.standing("one-fifth-of-ukraine")
    assert (standing.status, str(standing.since)) == ("current", "2024-10-29")
    assert standing.then.label == "supported"
    assert round(standing.then.because[0].value, 4) == Decimal("0.1897")
    assert round(standing.now.because[0].value, 4) == Decimal("0.1938")
    later = tracker.standing("one-fifth-of-ukraine", at="2026-12-22")
    assert (later.status, later.evidence) == ("unknown", "stale")


def test_three_quarters_of_donetsk_is_outdated_since_2026_01_05(tracker: Tracker) -> None:
    standing = tracker.standing("three-quarters-of-donetsk")
    assert (standing.status, str(standing.since)) == ("outdated", "2026-01-05")
    assert changed_on(tracker, "three-quarters-of-donetsk", "supported") == ["2025-06-07"]
    assert "74.53%" in str(standing)
    assert "79.47%" in str(standing)
    on_the_day = tracker.verdict("three-quarters-of-donetsk", at="2026-01-05")
    assert round(on_the_day.because[0].value, 4) == Decimal("0.7755")


def test_the_gains_are_told_by_every_rule(tracker: Tracker) -> None:
    standing = tracker.standing("gains-each-day")
    assert (standing.then.label, standing.now.label) == ("supported", "refuted")
    assert "up 23 times, stayed level 7 times and never went down" in standing.then.reason
    assert "up 23 times, stayed level 5 times and went down twice" in standing.now.reason
    assert standing.status == "outdated"
    for verdict in (standing.then, standing.now):
        by_rule = {reading.choice: reading.label for reading in verdict.readings}
        assert by_rule["rule every-day"] == "refuted"
    assert "at neither time by the rule every-day" in str(standing)


def test_casualties_rise_and_whether_faster_turns_on_the_window(tracker: Tracker) -> None:
    assert tracker.verdict("casualties-rise", at="writing").label == "supported"
    told = tracker.verdict("casualties-rise-faster", at="writing").explain()
    assert "It averaged 1,019 people a day from 17 July 2025 to 15 August 2025 against" in told
    assert "an average of 1,294 people a day from 16 August 2024 to 15 August 2025" in told
    assert "It turns on the window" in told
    later = tracker.verdict("casualties-rise-faster").reason
    assert "averaged 1,393 people a day from 10 July 2026 to 8 August 2026 against 1,283" in later


def test_silence_makes_no_trend_outdated(tracker: Tracker) -> None:
    for claim in ("further-losses-in-donetsk", "gains-each-day"):
        on_the_last_day = tracker.standing(claim, at="2026-08-22")
        later = tracker.standing(claim, at="2026-08-28")
        assert (later.status, later.since) == (on_the_last_day.status, on_the_last_day.since)
        assert later.now.reason == on_the_last_day.now.reason


def test_claims_without_evidence_are_listed_as_unknown(tracker: Tracker) -> None:
    untold = [
        standing
        for standing in tracker.standings()
        if standing.then.evidence == standing.now.evidence == "none"
        and standing.now.label not in {"not_checkable", "pending"}
    ]
    assert untold
    assert {standing.status for standing in untold} == {"unknown"}
    assert {standing.now.label for standing in untold} == {"not_enough_evidence"}


def test_of_the_lease_the_year_stands_the_instrument_is_another_and_the_term_was_ended(
    tracker: Tracker,
) -> None:
    standing = tracker.standing("lease-2042")
    assert standing.status == "never_held"
    for verdict in (standing.then, standing.now):
        labels = {name: part.label for name, part in verdict.parts.items()}
        assert labels == {"year": "supported", "instrument": "refuted", "in_force": "refuted"}
        findings = {
            name: [each.name for each in part.findings] for name, part in verdict.parts.items()
        }
        assert findings["instrument"] == ["wrong_instrument", "superseded"]
        assert findings["in_force"] == ["superseded"]
        assert all(part.because for part in verdict.parts.values())
    assert {seen.source for seen in standing.because} == {"person:the editors"}


def test_a_past_time_is_judged_by_the_evidence_on_it(tracker: Tracker) -> None:
    standing = tracker.standing("crimea-before-2014")
    assert (standing.status, standing.then.label) == ("timeless", "refuted")
    assert standing.then.parts["peace"].label == "not_enough_evidence"


def test_where_no_document_is_cited_the_verdict_names_who_would_answer(tracker: Tracker) -> None:
    verdict = tracker.verdict("lines-breached", at="writing")
    assert {part.label for part in verdict.parts.values()} == {"not_enough_evidence"}
    for part in verdict.parts.values():
        assert part.reason.endswith(
            "It is asked of Institute for the Study of War (on standby as isw)."
        )


def test_past_events_are_timeless_and_what_holds_now_goes_stale(tracker: Tracker) -> None:
    status = {one.claim.id: one.status for one in tracker.standings()}
    assert {status[id] for id in ("red-carpet", "assad-fell", "nato-as-pretext")} == {"timeless"}
    assert {status[id] for id in ("starmer-prime-minister", "war-goes-on")} == {"unknown"}
