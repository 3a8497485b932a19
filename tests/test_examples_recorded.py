"""The example over what was recorded: the texts, maps and series of ../shared/evidence, each read
by the kind of source that would read it, come to a verdict with evidence, or to the reason why not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import evidence
import pytest
from replaying import Replay
from shared import needs

import claimtrack
from claimtrack import Standing, Tracker
from claimtrack.claims import Document
from claimtrack.measures import Measure, Subscription, frozen
from claimtrack.tracker import UpdateReport

pytestmark = needs(evidence.EVIDENCE)

CLAIMS = Path(__file__).parent.parent / "claimtrack" / "examples" / "alaska_summit.toml"
CLOCK = datetime(2026, 8, 22, 12, tzinfo=UTC)
#: The sources of the example itself of whose pages some were recorded.
DECLARED = ["deepstate", "general-staff", "isw", "white-house"]
#: What whoever has the recordings in hand declares besides: documents, maps and series.
TEXTS = {"bbc": evidence.bbc, "think-tanks": evidence.think_tanks, "press": evidence.press}
FIGURES = ["map-20250815", "map-20260822", "economist", "loss-files"]


def asked(source: str, name: str, *, party: str | None = None, **options: object) -> Subscription:
    kind = None if source == "document" else "measurement"
    told = tuple(sorted((key, frozen(value)) for key, value in options.items()))
    return Subscription(source, name, name, kind, party, options=told)  # type: ignore[arg-type]


def maps(region: str) -> Iterator[Subscription]:
    for one in evidence.maps():
        name = f"map-{one.url[-16:-8]}"
        yield asked("deepstate", name, party="Ukraine", region=region, url=one.url)


def figures(measure: str) -> Iterator[Subscription]:
    """Who counts what *measure* asks, among what was recorded."""
    if measure in {"occupied-share/ukraine", "occupied-area/ukraine"}:
        yield from maps("UA")
    if measure == "occupied-share/donetsk":
        yield from maps("UA-14")
    if measure == "occupied-area/ukraine":
        column = "area_assessed_as_russia_controlled"
        yield asked("series", "economist", url=evidence.AREAS, day="date", value=column, unit="m2")
    if measure == "russian-losses/total":
        yield asked("losses", "loss-files", party="Ukraine", of="personnel")
    if measure == "russian-losses/rate":
        yield asked("losses", "loss-files", party="Ukraine", of="personnel", per="day")


def texts(measure: Measure) -> Iterator[Subscription]:
    """The recorded texts, for what a text can tell."""
    if measure.reads is not None or measure.kind == "state":
        for name, recorded in TEXTS.items():
            yield asked("document", name, documents=tuple(one.url for one in recorded()))


def of_one_day(one: Subscription) -> Subscription:
    """Of the daily assessments one was recorded, so that one day is asked for."""
    if one.source != "isw":
        return one
    options = dict(one.options) | {"on": (date(2026, 2, 26),)}
    return replace(one, options=tuple(sorted(options.items())))


def widened(document: Document) -> Document:
    return replace(
        document,
        measures=tuple(
            replace(
                one,
                subscriptions=(
                    *map(of_one_day, one.subscriptions),
                    *figures(one.id),
                    *texts(one),
                ),
            )
            for one in document.measures
        ),
    )


@dataclass(frozen=True)
class World:
    """The example after one update over the recordings, and those by their addresses."""

    tracker: Tracker
    report: UpdateReport
    standings: dict[str, Standing]
    recorded: dict[str, tuple[bytes, str]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    families = (
        *(recorded() for recorded in TEXTS.values()),
        evidence.white_house(),
        evidence.maps(),
        evidence.series(),
        iter([evidence.assessment()]),
    )
    recorded = {one.url: (one.content, one.media_type) for each in families for one in each}
    path = tmp_path_factory.mktemp("recorded") / "claims.db"
    with claimtrack.open(path, clock=lambda: CLOCK) as tracker:
        tracker.add(widened(claimtrack.load_document(CLAIMS)))
        sources = [*DECLARED, *TEXTS, *FIGURES]
        report = tracker.update(sources=sources, transport=Replay(recorded))
        standings = {one.claim.id: one for one in tracker.standings()}
        yield World(tracker, report, standings, recorded)


def test_everything_that_was_recorded_is_read(world: World) -> None:
    read = {one.url for one in world.report.attempts if one.outcome == "fetched"}
    assert read >= world.recorded.keys()
    refused = [
        (one.url, result.reason)
        for one in world.report.attempts
        for result in one.results
        if result.status not in {"changed", "unchanged", "silent"}
    ]
    assert refused == []


#: Of each measure, who among what was recorded answers it; each answer was looked up in its text.
ANSWERED = """
said/starmer/putin-before-alaska   think-tanks
uk/prime-minister                  think-tanks
alaska-summit/place                bbc think-tanks
alaska-summit/city                 think-tanks
alaska-summit/length               bbc
alaska-summit/outcome              bbc
said/trump/ceasefire-before-alaska white-house
donetsk-front/place-of-breach      bbc
occupied-share/donetsk             deepstate map-20250815 map-20260822 think-tanks
alaska-summit/statement            bbc
alaska-summit/press-questions      bbc
war/state                          bbc think-tanks
occupied-share/ukraine             deepstate map-20250815 map-20260822 think-tanks
occupied-share/ukraine-without-crimea deepstate
russian-losses/total               general-staff loss-files think-tanks
russian-losses/rate                general-staff loss-files think-tanks
occupied-area/ukraine              deepstate economist map-20250815 map-20260822 think-tanks
russia/president                   bbc isw press think-tanks
said/trump/security-guarantees     white-house
security-council/russia            think-tanks
black-sea-fleet/whereabouts        think-tanks
us-priorities/ending-the-war       think-tanks
"""


def test_each_measure_is_answered_by_whom_it_can_be(world: World) -> None:
    told = re.findall(r"^(\S+) +(.+)$", ANSWERED, re.MULTILINE)
    expected = {measure: set(sources.split()) for measure, sources in told}
    found: dict[str, set[str]] = {}
    for attempt in world.report.attempts:
        for result in attempt.results:
            if result.readings:
                found.setdefault(result.measure, set()).add(attempt.source)
    assert found == expected


def test_a_text_says_what_it_says_of_the_days_that_it_means(world: World) -> None:
    def told(measure: str, source: str) -> list[tuple[str, str]]:
        seen = world.tracker.history(measure, source=source)
        return [(str(one.as_of), str(one.value)) for one in seen]

    assert told("alaska-summit/length", "bbc") == [("2025-08-16", "[2.75, 3)")]
    assert told("alaska-summit/outcome", "bbc") == [("2025-08-16", "no_agreement")]
    # The second is what is left to the other side, a quarter.
    donetsk = [("2025-09-30", "0.75"), ("2025-11-24", "0.75")]
    assert told("occupied-share/donetsk", "think-tanks") == donetsk
    assert ("2022-02", "0.07") in told("occupied-share/ukraine", "think-tanks")
    assert ("2026-01-27", "0.2") in told("occupied-share/ukraine", "think-tanks")
    assert ("2026-02-26", "putin") in told("russia/president", "isw")
    # On 13 February 2025 he told what the Russians had said of it, which is no word of his own.
    assert told("nato-membership/us-president", "white-house") == []
    assert {state for _, state in told("war/state", "think-tanks")} == {"ongoing"}


def test_the_maps_themselves_come_to_the_bundled_figures(world: World) -> None:
    for measure in ("occupied-share/ukraine", "occupied-share/donetsk"):
        for day in ("2025-08-15", "2026-08-22"):
            name = f"map-{day.replace('-', '')}"
            (shown,) = world.tracker.history(measure, source=name)
            bundled = world.tracker.history(measure, source="deepstate", since=day, until=day)
            assert float(shown.value) == pytest.approx(float(bundled[0].value), abs=5e-5)  # type: ignore[arg-type]


#: The verdict on the day the claim speaks of / the one today, on what was recorded and what is
#: cited by hand, which a report outweighs. `?` is not enough evidence.
EXPECTED = """
starmer-never-trust-putin      ?   / ?    other words of his are quoted, of another month
starmer-prime-minister         yes / ?    nothing later than 2025 was recorded
summit-day-and-place           yes / yes
palmerston-eternal-allies      ?   / ?
palmerston-in-1848             yes / yes
palmerston-once-premier        yes / yes
summit-three-hours             yes / yes  told on the day after, of the day itself
no-concrete-results            yes / yes
threats-set-aside              ?   / ?
very-unhappy                   ?   / ?
extremely-productive           ?   / ?
no-concessions                 ?   / ?
lines-breached                 no  / no   the BBC tells of progress near Dobropillya
further-losses-in-donetsk      yes / yes
joint-statement-no-questions   yes / yes  the BBC calls two speeches a joint statement
no-announcement-of-a-shift     ?   / ?
russia-a-pariah                ?   / ?
said-to-be-isolated            ?   / ?
red-carpet                     yes / yes
ft-emphatic-end                ?   / ?
war-goes-on                    yes / ?    nothing of that month was recorded
putin-asked-for-donbas         ?   / ?
one-fifth-of-ukraine           yes / yes
three-quarters-of-donetsk      yes / no
donetsk-entered-in-2014        ?   / ?
red-lines-crossed              ?   / ?
assad-fell                     yes / yes
military-aid-grew              ?   / ?
casualties-rise                yes / yes
casualties-rise-faster         no  / yes
mobilisation-reserve           ?   / ?
gains-each-day                 yes / no
sanctions-strain               ?   / ?
economy-recovered              ?   / ?
putin-in-power                 yes / ?    the assessment is of February
no-russian-territory           ?   / ?
kursk-incursion                ?   / ?
ukrainians-reject-ceding-land  ?   / ?
invasion-in-2022               yes / yes
russian-grievances             ?   / ?
crimea-mostly-russian          ?   / ?
fleet-treaty-of-1997           ?   / ?
lease-2042                     no  / no
fleet-pushed-to-novorossiysk   ?   / ?
crimea-before-2014             no  / no
ukraine-wants-to-join-nato     ?   / ?
nato-as-pretext                yes / yes
nato-ruled-out                 ?   / ?    of him twice, of no other leader
not-in-the-form-of-nato        ?   / ?    in other words
peacekeepers-misused           ?   / ?
russia-permanent-member        yes / yes
china-economic-superpower      ?   / ?
ending-the-war-a-us-priority   yes / ?    cited of that August
"""
LABELS = {"yes": "supported", "no": "refuted", "?": "not_enough_evidence"}


def expectations() -> dict[str, tuple[str, str]]:
    told = re.findall(r"^(\S+) +(\S+) +/ (\S+)", EXPECTED, re.MULTILINE)
    return {claim: (LABELS[then], LABELS[now]) for claim, then, now in told}


def test_the_recordings_come_to_the_verdict_that_a_reader_would_give(world: World) -> None:
    found = {
        claim: (one.then.label if one.then else None, one.now.label)
        for claim, one in world.standings.items()
    }
    assert found == expectations()


def test_what_remains_open_says_why_and_who_would_answer(world: World) -> None:
    for claim, standing in world.standings.items():
        for verdict in (standing.then, standing.now):
            for each in verdict.parts.values() or (verdict,):
                is_open = each.label == "not_enough_evidence"
                assert is_open or each.because, claim
                asked = re.search(r" It is asked of [\w-]", each.reason)
                assert (asked is not None) == is_open, (claim, each.reason)
