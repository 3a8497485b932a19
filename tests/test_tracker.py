"""The tracker, as a script holds it: real files, a real database, the real update path."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

import claimtrack
from claimtrack import (
    Ask,
    BadValue,
    CalendarDate,
    ClaimFileError,
    DatabaseMissing,
    Description,
    PluginError,
    Reading,
    ReadOnly,
    Source,
    Tracker,
    UnknownName,
    hookimpl,
)

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2025-01-03

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
stale_after = "30d"
ask = [
  { source = "series", name = "map", url = "land.csv", day = "date", value = "share", every = "1d"},
]

[measure."treaty/state"]
asks = "Is the treaty in force?"
kind = "state"
states = { in_force = ["is in force"], ended = ["was ended"] }

[[claim]]
id = "a-fifth"
type = "quantity"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"

[[claim]]
id = "in-force"
type = "state"
measure = "treaty/state"
statement = "The treaty is in force."
asserts = "in_force"
"""

FIGURES = """date,share
2025-01-01,0.17
2025-01-02,0.19
2025-01-03,0.20
2025-01-04,0.21
2025-01-05,0.24
"""


class Where(msgspec.Struct):
    """The options of a source that asks one address."""

    url: str


NOW = datetime(2025, 1, 6, 9, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "land.csv").write_text(FIGURES)
    path = tmp_path / "report.toml"
    path.write_text(CLAIMS)
    return path


@pytest.fixture
def tracker(file: Path) -> Iterator[Tracker]:
    with claimtrack.open(file.parent / "claims.db", clock=lambda: NOW) as opened:
        opened.add(file)
        yield opened


def rewrite(file: Path, before: str, after: str, name: str = "") -> None:
    path = file.parent / name if name else file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_it_tells_what_became_of_a_claim(tracker: Tracker) -> None:
    report = tracker.update()
    assert not report.failed
    standing = tracker.standing("a-fifth")
    assert (standing.then.label, standing.now.label) == ("supported", "refuted")
    assert (standing.status, standing.since) == ("outdated", date(2025, 1, 5))
    assert standing.evidence == "fresh"
    assert tracker.verdict("a-fifth", at="2025-01-01").label == "refuted"
    assert tracker.verdict("a-fifth", at="writing").because[0].value == Decimal("0.20")
    assert [change.on for change in tracker.transitions("a-fifth")] == [
        date(2025, 1, 1),
        date(2025, 1, 2),
        date(2025, 1, 5),
    ]


def test_a_changed_figure_changes_the_answer_and_its_day(file: Path, tracker: Tracker) -> None:
    rewrite(file, "2025-01-04,0.21", "2025-01-04,0.23", "land.csv")
    tracker.update()
    assert tracker.standing("a-fifth").since == date(2025, 1, 4)


def test_an_update_carries_what_changed(file: Path, tracker: Tracker) -> None:
    first = tracker.update(now=NOW)
    assert [(change.on.day, change.after) for change in first.changes] == [
        (1, "refuted"),
        (2, "supported"),
        (5, "refuted"),
    ]
    assert tracker.update(now=NOW + timedelta(days=1)).changes == ()
    rewrite(file, "2025-01-05,0.24", "2025-01-05,0.24\n2025-01-08,0.22", "land.csv")
    third = tracker.update(now=NOW + timedelta(days=2))
    assert [(change.on.day, change.after) for change in third.changes] == [(8, "supported")]


def test_a_correction_that_takes_a_change_back_is_told(file: Path, tracker: Tracker) -> None:
    tracker.update(now=NOW)
    rewrite(file, "2025-01-05,0.24", "2025-01-05,0.22", "land.csv")
    report = tracker.update(now=NOW + timedelta(days=1))
    assert report.changes == ()
    assert [(one.on.day, one.before, one.after) for one in report.taken_back] == [
        (5, "supported", "refuted")
    ]


def test_a_refined_figure_is_no_change(file: Path, tracker: Tracker) -> None:
    tracker.update(now=NOW)
    rewrite(file, "2025-01-05,0.24", "2025-01-05,0.241", "land.csv")
    report = tracker.update(now=NOW + timedelta(days=1))
    assert (report.changes, report.taken_back) == ((), ())
    assert tracker.verdict("a-fifth", at="2025-01-05").because[0].value == Decimal("0.241")


def test_an_update_before_the_last_is_refused(tracker: Tracker) -> None:
    tracker.update(now=NOW + timedelta(days=2))
    with pytest.raises(BadValue, match="before the last update"):
        tracker.update(now=NOW)
    assert tracker.update(now=NOW + timedelta(days=2)).changes == ()


def test_an_update_tells_no_change_of_a_later_day(file: Path) -> None:
    later = NOW + timedelta(days=365)
    with claimtrack.open(file.parent / "late.db", clock=lambda: later) as tracker:
        tracker.add(file)
        report = tracker.update(now=NOW - timedelta(days=2))  # the figures go on to tomorrow
    assert [change.on.day for change in report.changes] == [1, 2]


def test_what_time_alone_changed_is_told_by_the_next_update(tracker: Tracker) -> None:
    tracker.update(now=NOW)
    later = tracker.update(now=NOW + timedelta(days=60))
    assert [(change.after, change.cause.kind) for change in later.changes] == [
        ("not_enough_evidence", "time")
    ]


def test_months_later_it_is_unknown_and_the_evidence_stale(tracker: Tracker) -> None:
    tracker.update()
    standing = tracker.standing("a-fifth", at="2025-06-01")
    assert (standing.status, standing.evidence) == ("unknown", "stale")


def test_a_state_is_judged_by_what_a_person_observed(tracker: Tracker) -> None:
    tracker.observe("treaty/state", "in_force", as_of="2025-01-01", by="Ann")
    assert tracker.standing("in-force").status == "current"
    tracker.observe("treaty/state", "ended", as_of="2025-01-04", by="Ann")
    assert tracker.standing("in-force").status == "outdated"
    assert [change.on.day for change in tracker.transitions("in-force")] == [1, 4]


def test_adding_twice_changes_nothing(file: Path, tracker: Tracker) -> None:
    assert not tracker.add(file)


def test_a_changed_claim_is_a_new_revision_and_a_dropped_one_is_retired(
    file: Path, tracker: Tracker
) -> None:
    tracker.update()
    rewrite(file, '"one-fifth"', '"about a quarter"')
    before, _, _ = file.read_text().partition('[[claim]]\nid = "in-force"')
    file.write_text(before)
    assert tracker.add(file)
    assert [claim.id for claim in tracker.claims()] == ["a-fifth"]
    assert tracker.standing("a-fifth").now.label == "supported"


def test_transitions_are_of_the_text_as_it_stands_and_the_log_tells_its_revisions(
    file: Path,
) -> None:
    now = NOW
    with claimtrack.open(file.parent / "claims.db", clock=lambda: now) as tracker:
        tracker.add(file)
        tracker.update()
        rewrite(file, '"one-fifth"', '"over 20%"')
        now += timedelta(days=1)
        tracker.add(file)
        told = tracker.transitions("a-fifth")
        assert [(one.on.day, one.before, one.after) for one in told] == [
            (1, "not_enough_evidence", "refuted"),
            (4, "refuted", "supported"),
        ]
        # Told so, the transitions and the verdict of a day never contradict each other.
        for day in range(1, 8):
            reached = [one.after for one in told if one.on.day <= day]
            assert tracker.verdict("a-fifth", at=date(2025, 1, day)).label == reached[-1]
        first_text = tracker.transitions("a-fifth", as_known=NOW)
        assert [one.on.day for one in first_text] == [1, 2, 5]
    with closing(sqlite3.connect(file.parent / "claims.db")) as database:
        log = database.execute(
            "SELECT day, label_now, cause FROM judgements WHERE claim = 'a-fifth' ORDER BY known_at"
        ).fetchall()
    assert log[-1] == ("2025-01-07", "supported", "revision")


def test_a_person_is_a_source(tracker: Tracker) -> None:
    seen = tracker.observe(
        "held/land", "0.205", as_of="2025-01-06", by="Ann", url="https://example.org/x"
    )
    assert (seen.source, seen.value, seen.as_of) == (
        "person:Ann",
        Decimal("0.205"),
        CalendarDate.parse("2025-01-06"),
    )
    assert tracker.verdict("a-fifth").label == "supported"


def test_a_person_may_say_it_in_words(tracker: Tracker) -> None:
    seen = tracker.observe("held/land", "19.2%", as_of="2025-01-06", by="Ann")
    assert str(seen.value) == "[0.1915, 0.1925]"
    assert seen.quote == "19.2%"


@pytest.mark.parametrize(
    ("measure", "value"),
    [("held/land", "three hours"), ("held/land", "a lot"), ("treaty/state", "forgotten")],
)
def test_what_is_no_answer_to_the_measure_is_refused(
    tracker: Tracker, measure: str, value: str
) -> None:
    with pytest.raises(BadValue, match=measure):
        tracker.observe(measure, value, as_of="2025-01-06", by="Ann")


def test_evidence_that_the_claim_file_cites_is_recorded_once(file: Path, tracker: Tracker) -> None:
    cited = 'said = "one-fifth"\ncites = [{ value = "0.2", as_of = 2025-01-03, quote = "a fifth" }]'
    rewrite(file, 'said = "one-fifth"', cited)
    tracker.add(file)
    tracker.add(file)
    (seen,) = tracker.history("held/land")
    assert (seen.value, seen.quote) == (Decimal("0.2"), "a fifth")
    assert tracker.standing("a-fifth").then.label == "supported"


def cite(file: Path, *cites: str) -> None:
    """Let the claim about the treaty cite just these."""
    text = file.read_text().partition("cites =")[0].rstrip()
    file.write_text(f"{text}\ncites = [{', '.join(cites)}]\n")


def words(tracker: Tracker) -> list[tuple[str, str, bool]]:
    """What is on record of the treaty: the day, the state, and whether it still stands."""
    found = tracker.history("treaty/state")
    return sorted(
        (str(seen.as_of), str(seen.value), seen.stands) for seen in found if not seen.withdrawn
    )


OLD = '{ value = "in_force", as_of = 2024-01-01, url = "https://a.example" }'
NEW = '{ value = "ended", as_of = 2024-12-01, url = "https://b.example" }'


def test_what_is_cited_without_a_day_is_of_the_time_of_its_claim(
    file: Path, tracker: Tracker
) -> None:
    cite(file, '{ value = "in_force" }')
    tracker.add(file)
    assert words(tracker) == [("2025-01-03", "in_force", True)]


def test_adding_a_file_again_says_nothing_again(file: Path, tracker: Tracker) -> None:
    cite(file, OLD, NEW)
    tracker.add(file)
    before = tracker.history("treaty/state")
    assert not tracker.add(file)
    assert tracker.history("treaty/state") == before


def test_what_is_cited_otherwise_supersedes_what_was_cited(file: Path, tracker: Tracker) -> None:
    cite(file, OLD)
    tracker.add(file)
    cite(file, OLD.replace("in_force", "ended"))
    tracker.add(file)
    assert words(tracker) == [("2024-01-01", "ended", True), ("2024-01-01", "in_force", False)]
    cite(file, OLD)
    tracker.add(file)
    assert words(tracker) == [("2024-01-01", "ended", False), ("2024-01-01", "in_force", True)]


def test_what_is_no_longer_cited_is_withdrawn_and_may_be_cited_again(
    file: Path, tracker: Tracker
) -> None:
    cite(file, OLD, NEW)
    tracker.add(file)
    assert tracker.verdict("in-force").label == "refuted"
    cite(file, OLD)
    tracker.add(file)
    assert words(tracker) == [("2024-01-01", "in_force", True), ("2024-12-01", "ended", False)]
    assert tracker.verdict("in-force").label == "supported"
    cite(file, OLD, NEW)
    tracker.add(file)
    assert tracker.verdict("in-force").label == "refuted"


def test_what_another_document_cites_too_is_not_withdrawn(file: Path, tracker: Tracker) -> None:
    by_ann = OLD.replace("{", '{ by = "Ann",')
    cite(file, by_ann)
    tracker.add(file)
    other = file.with_name("other.toml")
    other.write_text(file.read_text().replace('"report"', '"other"'))
    tracker.add(other)
    cite(file)
    tracker.add(file)
    assert words(tracker) == [("2024-01-01", "in_force", True)]


def test_a_persons_own_word_on_another_day_is_left_alone(file: Path, tracker: Tracker) -> None:
    tracker.observe("treaty/state", "ended", as_of="2025-01-02", by="report")
    cite(file, OLD)
    tracker.add(file)
    cite(file)
    tracker.add(file)
    assert words(tracker) == [("2024-01-01", "in_force", False), ("2025-01-02", "ended", True)]


def test_what_was_cited_before_is_known_as_it_was(file: Path, tmp_path: Path) -> None:
    ticking = (NOW + timedelta(seconds=seconds) for seconds in count())
    with claimtrack.open(tmp_path / "ticking.db", clock=lambda: next(ticking)) as tracker:
        cite(file, OLD)
        tracker.add(file)
        known = tracker.history("treaty/state")[-1].recorded_at
        before = tracker.standing("in-force", at="2025-01-06", as_known=known)
        cite(file, NEW)
        tracker.add(file)
        assert tracker.standing("in-force", at="2025-01-06").now.label == "refuted"
        assert tracker.standing("in-force", at="2025-01-06", as_known=known) == before
        assert before.now.label == "supported"


def test_a_review_stands_beside_the_verdict(tracker: Tracker) -> None:
    tracker.update()
    tracker.review("a-fifth", "confirmed", by="Ann", reason="I looked.")
    standing = tracker.standing("a-fifth")
    assert standing.review is not None
    assert (standing.review.status, standing.review.by) == ("confirmed", "Ann")
    assert standing.status == "outdated"


def test_what_is_learnt_later_changes_no_earlier_answer(file: Path, tracker: Tracker) -> None:
    tracker.update(now=NOW)
    rewrite(file, "2025-01-05,0.24", "2025-01-05,0.21", "land.csv")
    tracker.update(now=NOW + timedelta(days=1))
    assert tracker.standing("a-fifth", at="2025-01-06").status == "current"
    earlier = tracker.standing("a-fifth", at="2025-01-06", as_known=NOW)
    assert earlier.status == "outdated"
    assert earlier.now.as_known == NOW
    history = tracker.history("held/land", since="2025-01-05")
    assert [(str(seen.value), seen.superseded) for seen in history] == [
        ("0.24", True),
        ("0.21", False),
    ]


def test_an_unchanged_file_is_confirmed_not_read_again(tracker: Tracker) -> None:
    tracker.update(now=NOW)
    report = tracker.update(now=NOW + timedelta(days=1))
    assert [attempt.outcome for attempt in report.attempts] == ["not_modified"]
    latest = tracker.history("held/land").latest
    assert latest is not None
    assert latest.last_confirmed_at == NOW + timedelta(days=1)


def test_due_asks_only_what_its_pace_says(tracker: Tracker) -> None:
    tracker.update(now=NOW)
    assert tracker.update(now=NOW + timedelta(hours=5), due=True).attempts == ()
    assert len(tracker.update(now=NOW + timedelta(hours=24), due=True).attempts) == 1


def test_it_works_inside_a_running_event_loop(tracker: Tracker) -> None:
    async def notebook() -> int:
        return len(tracker.update().attempts)

    assert asyncio.run(notebook()) == 1


def test_a_missing_file_is_an_attempt_with_its_reason(file: Path, tracker: Tracker) -> None:
    (file.parent / "land.csv").unlink()
    (failed,) = tracker.update().failed
    assert failed.outcome in {"gone", "unreachable"}
    assert failed.reason is not None
    assert "land.csv" in failed.reason


def test_a_plugin_that_raises_stops_no_other(file: Path) -> None:
    class Broken(Source):
        name = "broken"
        describes = Description("Example")

        def asks(self, measures: Any, *, since: Any = None) -> Iterable[Ask]:
            raise RuntimeError("not today")

    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> list[Source]:
            return [Broken()]

    import claimtrack_series

    rewrite(file, "ask = [", 'ask = [ { source = "broken" },')
    plugins = [Plugin(), claimtrack_series]
    with claimtrack.open(file.parent / "x.db", plugins=plugins, clock=lambda: NOW) as tracker:
        tracker.add(file)
        report = tracker.update()
        assert [attempt.source for attempt in report.failed] == ["broken"]
        assert tracker.standing("a-fifth").status == "outdated"


class Misspelt:
    __name__ = "tides"

    @hookimpl
    def claimtrack_sorces(self) -> list[Source]:
        return []


class Unmarked:
    def claimtrack_sources(self) -> list[Source]:
        return []


class Curious:
    @hookimpl
    def claimtrack_sources(self, weather: str) -> list[Source]:
        return []


@pytest.mark.parametrize(
    ("plugin", "told"),
    [
        (Misspelt(), "plugin 'tides': there is no hook named 'claimtrack_sorces'"),
        (Unmarked(), "claimtrack_sources is not marked with @claimtrack.hookimpl"),
        (Curious(), "weather"),
        (asyncio, "plugin 'asyncio' has no hook: one of claimtrack_sources, "),
    ],
)
def test_a_hook_that_is_none_is_an_error_at_open(file: Path, plugin: object, told: str) -> None:
    import claimtrack_series

    plugins = (one for one in (claimtrack_series, plugin))
    with pytest.raises(PluginError, match=re.escape(told)):
        claimtrack.open(file.parent / "x.db", plugins=plugins)
    assert not (file.parent / "x.db").exists()
    with pytest.raises(PluginError, match=re.escape(told)):
        claimtrack.load_document(file, plugins=[claimtrack_series, plugin])


@pytest.mark.parametrize(
    ("plugins", "told"),
    [
        (asyncio, "plugins is a list of modules or objects with hooks, not the module 'asyncio'"),
        ("series", "not the str 'series': plugins=[...] hands one in"),
        (7, "not the int: plugins"),
    ],
)
def test_plugins_that_are_no_list_are_an_error_at_open(file: Path, plugins: Any, told: str) -> None:
    with pytest.raises(PluginError, match=re.escape(told)):
        claimtrack.open(file.parent / "x.db", plugins=plugins)
    assert not (file.parent / "x.db").exists()
    with pytest.raises(PluginError, match=re.escape(told)):
        claimtrack.load_document(file, plugins=plugins)


def test_sources_and_measures_narrow_the_update(tracker: Tracker) -> None:
    assert len(tracker.update(sources=["map"]).attempts) == 1
    assert len(tracker.update(sources=["series"], measures=["held/land"]).attempts) == 1
    assert tracker.update(measures=["treaty/state"]).attempts == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda tracker: tracker.standing("a-fith"),
        lambda tracker: tracker.history("held/lnd"),
        lambda tracker: tracker.claims(document="reprt"),
        lambda tracker: tracker.update(sources=["mapp"]),
        lambda tracker: tracker.verdict("a-fifth", source="mapp"),
        lambda tracker: tracker.history("held/land", source="mapp"),
        lambda tracker: tracker.transitions("a-fifth", source="mapp"),
        lambda tracker: tracker.update(measures=["held/lnd"]),
        lambda tracker: tracker.observe("held/lnd", "0.2", as_of="2025-01-01", by="Ann"),
    ],
)
def test_a_name_that_is_not_there_is_an_error_with_what_was_perhaps_meant(
    tracker: Tracker, ask: Any
) -> None:
    with pytest.raises(UnknownName, match="did you mean"):
        ask(tracker)


def test_two_documents_share_evidence_and_claims_are_told_apart(
    file: Path, tracker: Tracker
) -> None:
    rewrite(file, 'id = "report"', 'id = "essay"')
    tracker.add(file)
    tracker.update()
    with pytest.raises(UnknownName, match="essay/a-fifth or report/a-fifth"):
        tracker.standing("a-fifth")
    assert tracker.standing("essay/a-fifth").status == "outdated"
    assert tracker.standing("report/a-fifth").status == "outdated"


def test_reading_creates_nothing_and_writes_nothing(file: Path, tracker: Tracker) -> None:
    with pytest.raises(DatabaseMissing):
        claimtrack.open(file.parent / "other.db", readonly=True)
    assert not (file.parent / "other.db").exists()
    tracker.update()
    with claimtrack.open(file.parent / "claims.db", readonly=True, clock=lambda: NOW) as reading:
        assert reading.standing("a-fifth").status == "outdated"
        with pytest.raises(ReadOnly):
            reading.add(file)
        with pytest.raises(ReadOnly):
            reading.update()


def test_a_claim_file_with_mistakes_records_nothing(file: Path, tracker: Tracker) -> None:
    rewrite(file, 'said = "one-fifth"', 'said = "Fifth Army"')
    with pytest.raises(ClaimFileError):
        tracker.add(file)
    assert tracker.claims()[0].assertions[0].said == "one-fifth"


def test_the_options_of_a_source_may_hold_a_table(file: Path, tracker: Tracker) -> None:
    rows = [f"{row},{side}" for side in "ab" for row in FIGURES.split()[1:]]
    (file.parent / "land.csv").write_text("\n".join(["date,share,side", *rows]))
    rewrite(file, 'value = "share"', 'value = "share", where = { side = "a" }')
    tracker.add(file)
    assert not tracker.update().failed
    assert len(tracker.history("held/land")) == 5
    with claimtrack.open(file.parent / "claims.db", readonly=True) as reading:
        assert reading.documents()[0].measures == claimtrack.load_document(file).measures


def test_an_earlier_answer_stays_when_the_claim_is_revised_later(file: Path) -> None:
    today = [NOW]
    with claimtrack.open(file.parent / "claims.db", clock=lambda: today[0]) as tracker:
        tracker.add(file)
        tracker.update()
        before = tracker.standing("a-fifth", at="2025-01-06", as_known=NOW)
        today[0] = NOW + timedelta(days=30)
        rewrite(file, '"one-fifth"', '"about a quarter"')
        rewrite(file, '[[claim]]\nid = "in-force"', '[[claim]]\nid = "was-in-force"')
        tracker.add(file)
        assert tracker.standing("a-fifth", at="2025-01-06", as_known=NOW) == before
        assert tracker.standing("a-fifth", at="2025-01-06").now.label == "supported"
        told = [one.claim.id for one in tracker.standings(at="2025-01-06", as_known=NOW)]
        assert told == ["a-fifth", "in-force"]


def test_a_renamed_claim_is_found_by_both_names_and_a_retired_one_by_its_own(file: Path) -> None:
    today = [NOW]
    with claimtrack.open(file.parent / "claims.db", clock=lambda: today[0]) as tracker:
        tracker.add(file)
        tracker.update()
        today[0] = NOW + timedelta(days=1)
        rewrite(file, 'id = "a-fifth"', 'id = "fifth"\nwas = ["a-fifth"]')
        kept, _, _ = file.read_text().partition('[[claim]]\nid = "in-force"')
        file.write_text(kept)
        tracker.add(file)
        for name in ("fifth", "a-fifth"):
            assert tracker.verdict(name, at="2025-01-03").label == "supported"
            assert tracker.standing(name, at="2025-01-06", as_known=NOW).claim.id == "a-fifth"
        assert tracker.standing("in-force").status == "unknown"
        with pytest.raises(UnknownName):
            tracker.standing("fifth", as_known=NOW - timedelta(days=1))


@pytest.mark.parametrize(
    ("status", "by", "reason"),
    [("nonsense", "Ann", "I looked."), ("confirmed", " ", "I looked."), ("open", "Ann", "")],
)
def test_a_review_that_says_nothing_is_refused(
    tracker: Tracker, status: Any, by: str, reason: str
) -> None:
    with pytest.raises(BadValue, match=r"a review"):
        tracker.review("a-fifth", status, by=by, reason=reason)


@pytest.mark.parametrize("value", ["19", "-3", "1900%"])
def test_a_person_is_held_to_what_a_source_may_say(tracker: Tracker, value: str) -> None:
    with pytest.raises(BadValue, match="held/land"):
        tracker.observe("held/land", value, as_of="2025-01-06", by="Ann")


def test_a_person_has_a_name(tracker: Tracker) -> None:
    with pytest.raises(BadValue, match="'by' is empty"):
        tracker.observe("held/land", "0.2", as_of="2025-01-06", by=" ")


@pytest.mark.parametrize("harm", ["error", "published_at", "quote", "exit"])
def test_a_reader_that_says_what_it_may_not_harms_no_other(file: Path, harm: str) -> None:
    class Harmful(Source):
        name = "harmful"
        describes = Description("Example")
        Options = Where

        def asks(self, measures: Any, *, since: Any = None) -> Iterable[Ask]:
            return [Ask("land.csv", measures)]

        def read(self, page: Any, measures: Any) -> Iterable[Reading]:
            if harm == "exit":
                raise SystemExit(7)
            naive = NOW.replace(tzinfo=None)
            given: dict[str, Any] = {"error": Decimal(-1), "published_at": naive, "quote": None}
            return [Reading("held/land", Decimal("0.2"), **{harm: given[harm]})]

    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> list[Source]:
            return [Harmful()]

    import claimtrack_series

    rewrite(file, "ask = [", 'ask = [ { source = "harmful", url = "land.csv" },')
    plugins = [Plugin(), claimtrack_series]
    with claimtrack.open(file.parent / "x.db", plugins=plugins, clock=lambda: NOW) as tracker:
        tracker.add(file)
        (failed,) = tracker.update().failed
        assert failed.source == "harmful"
        assert failed.results[0].status == "unreadable"
        assert tracker.standing("a-fifth").status == "outdated"


def test_documents_that_mean_something_else_by_a_name_are_refused(
    file: Path, tracker: Tracker
) -> None:
    rewrite(file, 'id = "report"', 'id = "essay"')
    rewrite(file, 'source = "series", name = "map"', 'source = "series", name = "map", party = "A"')
    with pytest.raises(BadValue, match='the name "map" stands for nobody named'):
        tracker.add(file)
    assert [document.id for document in tracker.documents()] == ["report"]


STANDBY = """
[document]
id = "report"
title = "A report"
published = 2026-07-01

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"

[[measure."held/land".ask]]
source = "series"
url = "figures.csv"
day = "day"
value = "share"

[[measure."held/land".ask]]
source = "series"
name = "other"
standby = true
url = "other.csv"
day = "day"
value = "share"

[[claim]]
id = "a-fifth"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
"""


@pytest.mark.parametrize(
    ("options", "asked", "left"),
    [
        ({}, ["series"], ("other",)),
        ({"standby": True}, ["series", "other"], ()),
        ({"sources": ["other"]}, ["other"], ()),
        ({"measures": ["held/land"]}, ["series"], ("other",)),
    ],
)
def test_what_is_on_standby_is_asked_where_it_is_wanted(
    tmp_path: Path, options: dict[str, Any], asked: list[str], left: tuple[str, ...]
) -> None:
    (tmp_path / "claims.toml").write_text(STANDBY, encoding="utf-8")
    for name in ("figures.csv", "other.csv"):
        (tmp_path / name).write_text("day,share\n2026-07-01,0.2\n", encoding="utf-8")
    with claimtrack.open(tmp_path / "claims.db") as tracker:
        tracker.add(tmp_path / "claims.toml")
        report = tracker.update(**options)
    assert [attempt.source for attempt in report.attempts] == asked
    assert report.on_standby == left
