"""The judgement log: what follows from the record, kept beside it and rebuilt row for row."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import Clock
from sqlalchemy import create_engine, select, text

import claimtrack
from claimtrack import ReadOnly
from claimtrack.cli import claimtrack as command
from claimtrack.store import Store, judgements
from claimtrack.store.schema import JUDGED

HEAD = """
[document]
id = "report"
title = "A report"
published = 2025-08-10

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
stale_after = "30d"
ask = [{ source = "series", name = "map", url = "land.csv", day = "date", value = "share" }]

[measure."crossing/length"]
asks = "How long does the crossing take?"
kind = "quantity"
unit = "h"
stale_after = "20d"
"""
FIFTH = """
[[claim]]
id = "a-fifth"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
"""
RISES = """
[[claim]]
id = "rises"
type = "trend"
measure = "held/land"
statement = "More land is held each week."
said = "each week"
direction = "up"
window = "7d"
rule = "net"
"""
HOURS = """
[[claim]]
id = "three-hours"
measure = "crossing/length"
statement = "The crossing takes nearly three hours."
said = "nearly three hours"
"""
FIGURES = {date(2025, 8, day): "0.20" for day in range(5, 15)}


class World:
    """A claim file, a series and a database, and what can happen to them."""

    def __init__(self, folder: Path, address: str, clock: Clock) -> None:
        self.folder, self.address, self.clock = folder, address, clock
        self.figures = dict(FIGURES)
        self.tracker = claimtrack.open(address, clock=clock)
        self.state(HEAD + FIFTH + RISES + HOURS)
        clock.tick()

    def state(self, claims: str) -> None:
        """Put the document on record as it says now."""
        path = self.folder / "report.toml"
        path.write_text(claims)
        self.tracker.add(path)

    def update(self) -> None:
        lines = [f"{day},{share}\n" for day, share in sorted(self.figures.items())]
        (self.folder / "land.csv").write_text("date,share\n" + "".join(lines))
        self.tracker.update()

    def reopen(self) -> None:
        self.tracker.close()
        self.tracker = claimtrack.open(self.address, clock=self.clock)

    def rows(self, query: str) -> list[dict[str, Any]]:
        """What *query* answers, as anybody's own connection would see it."""
        engine = create_engine(self.address)
        with engine.connect() as connection:
            found = [dict(row) for row in connection.execute(text(query)).mappings()]
        engine.dispose()
        return found

    def log(self, claim: str) -> list[tuple[Any, ...]]:
        """The claim's log: label at writing, label on the day, status, cause."""
        rows = self.rows("SELECT * FROM judgements ORDER BY known_at")
        names = ("label_then", "label_now", "status", "cause")
        return [tuple(row[name] for name in names) for row in rows if row["claim"] == claim]


@pytest.fixture
def world(tmp_path: Path, address: str, clock: Clock) -> Iterator[World]:
    made = World(tmp_path, address, clock)
    yield made
    made.tracker.close()


def day(given: date | str | None) -> str | None:
    """A day as either engine gives it: SQLite has texts."""
    return None if given is None else str(given)


def test_claims_now_shows_the_standings(world: World) -> None:
    world.update()
    world.tracker.observe("crossing/length", "3.5", as_of="2025-08-15", by="Ann")
    shown = {row["claim"]: row for row in world.rows("SELECT * FROM claims_now")}
    assert list(shown) == ["a-fifth", "rises", "three-hours"]
    for standing in world.tracker.standings():
        row = shown[standing.claim.id]
        now = standing.now
        assert (row["label_then"], row["label_now"]) == (standing.then.label, now.label)
        assert (row["status"], row["evidence"]) == (standing.status, standing.evidence)
        assert (row["fit"], row["figure"], row["rule"]) == (now.fit, now.figure, now.rule)
        assert row["findings"] == ", ".join(finding.name for finding in now.findings)
        assert day(row["since"]) == day(standing.since)
        onset = standing.onset
        told = (onset.known, onset.earliest, onset.latest) if onset else (None, None, None)
        ends = day(row["since_earliest"]), day(row["since_latest"])
        assert (row["since_known"], *ends) == (told[0], day(told[1]), day(told[2]))
        assert (row["sentence"], day(row["judged_on"])) == (str(standing), "2025-08-15")
    assert {row["status"] for row in shown.values()} == {"current", "never_held", "unknown"}
    assert any(row["since_known"] for row in shown.values())


def test_claims_now_shows_the_last_review(world: World) -> None:
    world.tracker.review("a-fifth", "open", by="Ann", reason="have a look")
    world.tracker.review("a-fifth", "confirmed", by="Bob", reason="seen")
    shown = world.rows("SELECT claim, review, reviewed_by FROM claims_now")
    assert [tuple(row.values()) for row in shown] == [
        ("a-fifth", "confirmed", "Bob"),
        ("rises", None, None),
        ("three-hours", None, None),
    ]


def test_transitions_are_those_of_the_tracker(world: World) -> None:
    world.figures[date(2025, 8, 8)] = "0.24"
    world.figures[date(2025, 8, 11)] = "0.17"
    world.update()
    for claim in ("a-fifth", "rises", "three-hours"):
        shown = [
            row for row in world.rows("SELECT * FROM transitions ORDER BY lineage, number")
            if row["claim"] == claim
        ]  # fmt: skip
        told = world.tracker.transitions(claim)
        assert [
            (day(row["changed_on"]), day(row["earliest"]), day(row["latest"]),
             row["label_before"], row["label_after"], row["cause"], row["because"])
            for row in shown
        ] == [
            (str(one.on), str(one.earliest), str(one.latest), one.before, one.after,
             one.cause.kind, str(one.cause))
            for one in told
        ]  # fmt: skip
        facts = [one.cause.observation.id for one in told if one.cause.observation]
        assert [row["fact"] for row in shown if row["fact"]] == facts
    assert len(world.tracker.transitions("a-fifth")) > 3


def test_an_answer_that_stays_adds_no_row(world: World) -> None:
    world.update()
    before = world.log("a-fifth")
    for _ in range(3):
        world.clock.tick(hours=1)
        world.update()
    assert world.log("a-fifth") == before


def test_a_correction_is_another_answer_from_then_on(world: World) -> None:
    world.update()
    world.clock.tick(days=1)
    world.figures[date(2025, 8, 14)] = "0.24"
    world.update()
    assert world.log("a-fifth") == [
        ("not_enough_evidence", "not_enough_evidence", "unknown", "revision"),
        ("supported", "supported", "current", "observation"),
        ("supported", "refuted", "outdated", "observation"),
    ]


def test_time_alone_changes_an_answer(world: World) -> None:
    world.tracker.observe("crossing/length", "2.9", as_of="2025-08-10", by="Ann")
    world.clock.tick(days=30)
    world.update()
    assert world.log("three-hours")[1:] == [
        ("supported", "supported", "current", "observation"),
        ("supported", "not_enough_evidence", "unknown", "time"),
    ]


def test_other_words_are_a_revision(world: World) -> None:
    world.update()
    world.clock.tick()
    world.state(HEAD + FIFTH.replace("one-fifth", "a quarter"))
    assert world.log("a-fifth")[-1] == ("refuted", "refuted", "never_held", "revision")
    assert [row["claim"] for row in world.rows("SELECT claim FROM claims_now")] == ["a-fifth"]
    assert {row["claim"] for row in world.rows("SELECT claim FROM transitions")} == {"a-fifth"}
    assert world.log("rises")  # what it was stays in the log


def moment(given: datetime | str) -> datetime:
    """A moment as either engine gives it: SQLite has texts, in UTC."""
    return datetime.fromisoformat(given).replace(tzinfo=UTC) if isinstance(given, str) else given


@pytest.mark.parametrize("seed", range(3))
def test_the_log_says_what_was_answered_at_each_moment(world: World, seed: int) -> None:
    story(world, random.Random(seed), kinds=["figure", "observe", "open"])
    log = world.rows("SELECT * FROM judgements ORDER BY known_at")
    moments = {moment(row["recorded_at"]) for row in world.rows("SELECT * FROM transactions")}
    for at in moments:
        for standing in world.tracker.standings(at=at, as_known=at):
            rows = [row for row in log if row["claim"] == standing.claim.id]
            row = [row for row in rows if moment(row["known_at"]) <= at][-1]
            assert (standing.then.label, standing.now.label, standing.status) == (
                row["label_then"], row["label_now"], row["status"],
            )  # fmt: skip
    assert len(moments) > 4
    assert len(log) > len(world.tracker.claims())


# -- the law ------------------------------------------------------------------------------------


KINDS = ["figure", "figure", "figure", "observe", "observe", "state", "open"]


def story(world: World, chance: random.Random, kinds: Sequence[str] = KINDS) -> None:
    """Something or other that happens to a record."""
    for _ in range(14):
        if chance.random() < 0.7:
            world.clock.tick(hours=chance.choice([0, 1, 7, 30, 24 * 9]))
        kind = chance.choice(kinds)
        if kind == "figure":
            on = date(2025, 8, 1) + timedelta(days=chance.randint(0, 40))
            world.figures[on] = chance.choice(["0.17", "0.19", "0.20", "0.21", "0.24"])
            world.update()
        elif kind == "observe":
            measure, values = chance.choice(
                [("held/land", ["0.2", "0.23", "19%"]), ("crossing/length", ["2.9", "3", "4"])]
            )
            on = date(2025, 8, 5) + timedelta(days=chance.randint(0, 20))
            world.tracker.observe(measure, chance.choice(values), as_of=on, by=chance.choice("AB"))
        elif kind == "state":
            said = chance.choice(["one-fifth", "a quarter", "about a fifth"])
            claims = [FIFTH.replace("one-fifth", said), RISES, HOURS]
            world.state(HEAD + "".join(chance.sample(claims, chance.randint(1, 3))))
        else:
            world.reopen()


def kept(address: str) -> list[list[tuple[object, ...]]]:
    with Store.open(address, readonly=True) as store, store._database.reading() as connection:
        return [
            sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in JUDGED
        ]


@pytest.mark.parametrize("seed", range(12))
def test_what_was_judged_can_be_rebuilt_row_for_row(world: World, seed: int) -> None:
    story(world, random.Random(seed))
    before = kept(world.address)
    world.tracker.rejudge()
    assert kept(world.address) == before
    assert all(before)


def test_one_that_was_killed_before_it_judged_is_caught_up_with(world: World, address: str) -> None:
    world.update()
    world.tracker.close()
    with Store.open(address, clock=world.clock) as store:  # a store alone does not judge
        for hours in (1, 30):
            world.clock.tick(hours=hours)
            claim = store.claims()[0].name
            store.review(claim, "open", "Ann", f"{hours} hours on")
    world.reopen()
    world.clock.tick()
    world.update()
    before = kept(address)
    world.tracker.rejudge()
    assert kept(address) == before


def test_what_was_destroyed_was_judged_without(world: World) -> None:
    own = "Ann wrote: a fifth of the land is held."
    seen = world.tracker.observe("held/land", "0.2", as_of="2025-08-14", by="Ann", quote=own)
    world.clock.tick()
    assert world.log("a-fifth")[-1][1] == "not_enough_evidence"  # it repeats the claim
    world.tracker.close()
    with Store.open(world.address, clock=world.clock) as store:
        store.redact(seen.id, "privacy")
    world.reopen()
    assert world.log("a-fifth")[-1][1] == "supported"
    before = kept(world.address)
    world.tracker.rejudge()
    assert kept(world.address) == before


def test_of_two_that_judge_at_once_one_gives_way(world: World) -> None:
    world.update()
    world.tracker.close()
    with Store.open(world.address, clock=world.clock) as one:
        before = kept(world.address)
        with one._database.reading() as connection:
            work = judgements.work_out(connection, judgements.Mark())
        assert work is not None
        with one._database.locked() as connection:
            assert not judgements.keep(connection, work)
        assert kept(world.address) == before


# -- from outside -------------------------------------------------------------------------------


def test_a_reader_judges_nothing_and_may_not(world: World) -> None:
    world.update()
    before = kept(world.address)
    world.clock.tick(days=40)
    with claimtrack.open(world.address, readonly=True, clock=world.clock) as reader:
        assert reader.standing("a-fifth").status == "unknown"
        with pytest.raises(ReadOnly):
            reader.rejudge()
    assert kept(world.address) == before


def test_an_empty_record_is_judged_to_be_empty(address: str) -> None:
    with claimtrack.open(address) as tracker:
        tracker.rejudge()
    assert kept(address) == [[]] * len(JUDGED)


def test_rejudge_from_the_shell_and_sqlite3_to_look_at_it(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "claims.db"
    world = World(tmp_path, f"sqlite:///{path}", clock)
    world.update()
    world.tracker.close()
    before = kept(world.address)
    ran = CliRunner().invoke(command, ["db", "rejudge", "--db", str(path)])
    assert ran.exit_code == 0, ran.output
    assert ran.output.strip() == f"{path}: judged anew"
    assert kept(world.address) == before
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT claim, label_now FROM claims_now ORDER BY claim"
        assert dict(database.execute(query).fetchall())["a-fifth"] == "supported"
