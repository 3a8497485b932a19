"""Every claim of the example has somebody to ask: a source is declared for each of its measures,
and a page of its kind, saved or recorded, is read for it by the real update, and comes to the
verdict that a reader of the pages would give.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from replaying import Replay

import claimtrack
from claimtrack import Standing, Tracker, Verdict
from claimtrack.claims import Document
from claimtrack.tracker import UpdateReport

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "claimtrack" / "examples" / "alaska_summit.toml"
PAGES = ROOT / "tests" / "pages" / "alaska"
CLOCK = datetime(2026, 8, 22, 12, tzinfo=UTC)
TYPES = {".html": "text/html; charset=utf-8", ".json": "application/json", ".xml": "text/xml"}

#: Each saved page by the address that a source asks for it.
SAVED: dict[str, str] = {
    page["url"]: page["file"]
    for page in json.loads((PAGES / "index.json").read_text(encoding="utf-8"))["pages"]
}


#: What the wikis tell crawlers: of articles alone. What programs are meant to ask is asked.
ROBOTS = b"""User-agent: *
Allow: /w/load.php?
Disallow: /w/
Disallow: /api/
Disallow: /wiki/Special:
"""


def pages() -> dict[str, tuple[bytes, str]]:
    saved = {
        url: ((PAGES / name).read_bytes(), TYPES[Path(name).suffix]) for url, name in SAVED.items()
    }
    wikis = ("https://en.wikipedia.org", "https://www.wikidata.org")
    return saved | {f"{wiki}/robots.txt": (ROBOTS, "text/plain") for wiki in wikis}


@dataclass(frozen=True)
class World:
    """The example after one update over the saved pages."""

    tracker: Tracker
    document: Document
    report: UpdateReport
    standings: dict[str, Standing]

    def pages_of(self, measure: str, source: str) -> set[str]:
        """The pages off which *source* read *measure*: saved ones, or bundled figures."""
        return {
            SAVED.get(attempt.url, attempt.url)
            for attempt in self.report.attempts
            if attempt.source == source
            for result in attempt.results
            if result.measure == measure and result.readings
        }


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("every-claim")
    with claimtrack.open(folder / "claims.db", clock=lambda: CLOCK) as tracker:
        tracker.add(CLAIMS)
        report = tracker.update(standby=True, transport=Replay(pages()))
        standings = {one.claim.id: one for one in tracker.standings()}
        yield World(tracker, tracker.documents()[0], report, standings)


DOCUMENT = claimtrack.load_document(CLAIMS)
ASKED = [
    pytest.param(measure.id, one.name, id=f"{measure.id}-{one.name}")
    for measure in DOCUMENT.measures
    for one in measure.subscriptions
]


def test_each_measure_is_asked_of_a_source() -> None:
    assert [measure.id for measure in DOCUMENT.measures if not measure.subscriptions] == []


@pytest.mark.parametrize(("measure", "source"), ASKED)
def test_a_page_of_its_kind_is_read_for_each_measure(
    world: World, measure: str, source: str
) -> None:
    assert world.pages_of(measure, source), f"no saved page answers {measure} as {source} reads it"
    assert [seen for seen in world.tracker.history(measure, source=source) if seen.quote]


def test_no_saved_page_is_of_no_use(world: World) -> None:
    """Each is read for a measure, or leads to one that is."""
    led = {attempt.url for attempt in world.report.attempts if attempt.outcome == "fetched"}
    assert led >= SAVED.keys()
    read = {
        SAVED[attempt.url]
        for attempt in world.report.attempts
        if attempt.url in SAVED and any(result.readings for result in attempt.results)
    }
    assert {name for name in SAVED.values() if name not in read} == {
        "guardian-2025-08.html",
        "guardian-feed.xml",
        "kyiv-feed.xml",
        "white-house-listing.html",
    }


def test_nothing_of_a_saved_page_is_refused(world: World) -> None:
    refused = [
        (SAVED[attempt.url], result.measure, result.reason)
        for attempt in world.report.attempts
        if attempt.url in SAVED
        for result in attempt.results
        if result.status not in {"read", "changed", "unchanged", "silent"}
    ]
    assert refused == []


def wholes(verdict: Verdict) -> tuple[Verdict, ...]:
    """The verdicts of its parts, or it alone."""
    return tuple(verdict.parts.values()) or (verdict,)


def test_each_claim_has_evidence_or_says_who_would_answer(world: World) -> None:
    open_ones = 0
    for standing in world.tracker.standings():
        for each in (*wholes(standing.then), *wholes(standing.now)):
            told = (standing.claim.id, each.reason)
            assert (" It is asked of " in each.reason) == (each.label == "not_enough_evidence"), (
                told
            )
            assert each.because or each.label == "not_enough_evidence", told
            open_ones += each.label == "not_enough_evidence"
        if standing.now.label == "not_enough_evidence":
            assert " It is asked of " in str(standing), standing.claim.id
    assert open_ones > 10


# What the saved pages come to, claim by claim, judged by hand from their words and the figures

#: The verdict on the day the claim speaks of / the one today. `?` is not enough evidence, `~` on
#: the edge; where several are written, a reader may well take the pages either way.
EXPECTED = """
starmer-never-trust-putin      ?        / ?         other words of his are quoted
starmer-prime-minister         yes      / yes       nobody follows him in the statements
summit-day-and-place           yes      / yes
palmerston-eternal-allies      ?        / ?         the column of Hansard is another
palmerston-in-1848             yes      / yes       what he became in 1855 is no matter to it
palmerston-once-premier        yes      / yes
summit-three-hours             ~        / ~         two hours and 45 minutes, whenever it is told
no-concrete-results            yes      / yes
threats-set-aside              yes      / yes
very-unhappy                   ?        / ?         he says it in other words
extremely-productive           ?        / ?         he says it in other words
no-concessions                 yes      / ?         of a summer that is long over
lines-breached                 no       / no        near Dobropillya, north of where it should be
further-losses-in-donetsk      yes      / yes
joint-statement-no-questions   no       / no        each spoke for himself
no-announcement-of-a-shift     yes      / yes
russia-a-pariah                yes      / yes       until 2024, and so in 2023
said-to-be-isolated            yes      / ~ no      three years that August, four a year later
red-carpet                     yes      / yes
ft-emphatic-end                ?        / ?         it is quoted with other words
war-goes-on                    yes      / ? yes     attacks are told of until that August
putin-asked-for-donbas         no       / no        for a halt, by the reports
one-fifth-of-ukraine           yes      / yes       19.0%, then 19.4%
three-quarters-of-donetsk      yes      / no        74.5%, then 79.5%
donetsk-entered-in-2014        yes      / yes
red-lines-crossed              ?        / ?         four deliveries, but one telling of the lines
assad-fell                     yes      / yes
military-aid-grew              ?        / ?         one figure is no movement
casualties-rise                yes      / yes
casualties-rise-faster         no       / yes       1,019 a day after 1,080; 1,393 after 1,283
mobilisation-reserve           yes      / ? yes     millions on the lists
gains-each-day                 yes      / no        13 km2 fewer in the last 30 days
sanctions-strain               yes      / ? yes     that the war goes on is told of that August
economy-recovered              no       / no        less is earned, and workers are short
putin-in-power                 yes      / yes
no-russian-territory           no       / ? no      about 10 km2 that August
kursk-incursion                yes      / yes       in and out are dated, the losses are of it
ukrainians-reject-ceding-land  yes      / yes
invasion-in-2022               yes      / yes
russian-grievances             yes      / yes
crimea-mostly-russian          yes      / yes       65% in a census of 2014, and no later one
fleet-treaty-of-1997           no       / no        the fleet was divided
lease-2042                     no       / no        by the pact of 2010, denounced in 2014
fleet-pushed-to-novorossiysk   yes      / yes
crimea-before-2014             no       / no        there were limits, by the treaty
ukraine-wants-to-join-nato     yes      / yes       it applied in 2022
nato-as-pretext                yes      / yes
nato-ruled-out                 ?        / yes       one other leader by then, two a year later
not-in-the-form-of-nato        ?        / ?         he says it in other words
peacekeepers-misused           yes      / yes
russia-permanent-member        yes      / yes
china-economic-superpower      ?        / yes       second, told a year later
ending-the-war-a-us-priority   yes      / ? yes     told that August
"""
LABELS = {
    "yes": "supported", "no": "refuted", "?": "not_enough_evidence", "~": "borderline",
}  # fmt: skip


def expectations() -> dict[str, tuple[set[str], set[str]]]:
    told = re.findall(r"^(\S+) +(.+?) +/ (.+?)(?: {2,}.*)?$", EXPECTED, re.MULTILINE)
    return {
        claim: ({LABELS[one] for one in then.split()}, {LABELS[one] for one in now.split()})
        for claim, then, now in told
    }


def test_a_verdict_is_expected_of_every_claim() -> None:
    assert list(expectations()) == [claim.id for claim in DOCUMENT.claims]


@pytest.mark.parametrize("claim", list(expectations()))
def test_the_saved_pages_come_to_the_verdict_that_a_reader_would_give(
    world: World, claim: str
) -> None:
    then, now = expectations()[claim]
    standing = world.standings[claim]
    assert standing.then is not None
    assert standing.then.label in then, standing.then.reason
    assert standing.now.label in now, standing.now.reason


def test_the_breach_is_told_to_have_been_in_another_place(world: World) -> None:
    part = world.tracker.verdict("lines-breached", at="writing").parts["place"]
    assert [finding.name for finding in part.findings] == ["wrong_place"]
    assert "the north of Pokrovsk" in part.findings[0].detail


# The first experience: without a network


def test_without_a_network_the_bundled_figures_are_asked_alone(tmp_path: Path) -> None:
    replay = Replay({})
    with claimtrack.open(tmp_path / "claims.db", clock=lambda: CLOCK) as tracker:
        tracker.add(CLAIMS)
        report = tracker.update(transport=replay)
        verdict = tracker.verdict("ending-the-war-a-us-priority")
    assert replay.asked == []
    assert not report.failed
    assert {attempt.source for attempt in report.attempts} == {"deepstate", "general-staff"}
    assert set(report.on_standby) == {
        "document", "guardian", "guardian-august-2025", "isw", "kyiv-independent", "un-council",
        "white-house", "wikidata", "wikipedia",
    }  # fmt: skip
    assert verdict.reason.endswith("It is asked of The White House (on standby as white-house).")
