"""The laws of a tracker over claims that persons give evidence on: states, dates, events and words
that were said. Citations come, go and come again, in any order and more than once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from conftest import Clock

import claimtrack
from claimtrack import Standing, Tracker

CLAIMS = {
    "in-force": ("treaty/state", 'asserts = "in_force"'),
    "told-twice": ("treaty/state", 'asserts = "in_force"\nat_least = 2'),
    "until-2042": ("lease/end", 'said = "until 2042"'),
    "crane-came": ("crane/came", 'said = "in March 2025"'),
    "no-toll": ("said/mayor", 'wording = "there will never be a toll"'),
}
HEAD = """
[document]
id = "harbour"
title = "On the harbour"
published = 2025-03-10

[measure."treaty/state"]
asks = "Is the treaty in force?"
kind = "state"
states = { in_force = ["is in force"], ended = ["has ended"] }
stale_after = "60d"

[measure."lease/end"]
asks = "When does the lease of the quay end?"
kind = "date"

[measure."crane/came"]
asks = "Has the crane come?"
kind = "event"
what = "the crane comes"

[measure."said/mayor"]
asks = "What has the mayor said of the bridge?"
kind = "quotation"
speaker = "Ada Marlow"
"""
ANSWERS = {
    "treaty/state": ("in_force", "in_force", "ended"),
    "lease/end": ("2042", "2042-05-28", "2017-05-28", "2041"),
    "crane/came": ("not_yet", "2025-03-02", "2025-03", "2025-04-01"),
    "said/mayor": (
        "There will never be a toll.",
        "There will soon be a toll.",
        "There will never be a toll, unless the province asks for one.",
    ),
}
PERSONS = ("Ann", "Bob", "Eve")
DAYS = ("2025-01-15", "2025-02-20", "2025-03-05", "2025-04-10", "2025-06-30")
ASKED = ("2025-02-01", "2025-03-10", "2025-04", "2025-09-01")
SEEDS = range(4)


@dataclass(frozen=True)
class Cited:
    """What a person says of a measure on a day, beside a claim that rests on it."""

    claim: str
    value: str
    by: str
    day: str

    def __str__(self) -> str:
        url = f"https://example.org/{self.by.lower()}/{self.day}"
        return (
            f'{{ url = "{url}", quote = "{self.value}", value = "{self.value}", '
            f'by = "{self.by}", as_of = {self.day} }}'
        )


def citations(chance: random.Random) -> list[Cited]:
    """Up to a dozen; nobody gives two answers to one measure on one day."""
    given: dict[tuple[str, str, str], Cited] = {}
    for _ in range(chance.randint(3, 12)):
        claim, by, day = chance.choice([*CLAIMS]), chance.choice(PERSONS), chance.choice(DAYS)
        measure, _ = CLAIMS[claim]
        cited = Cited(claim, chance.choice(ANSWERS[measure]), by, day)
        given.setdefault((measure, by, day), cited)
    return list(given.values())


def file(folder: Path, cited: Iterable[Cited]) -> Path:
    """The claim file with what is *cited*, in that order."""
    told = list(cited)
    path = folder / "harbour.toml"
    claims = (
        f'[[claim]]\nid = "{id}"\nmeasure = "{measure}"\nstatement = "So it is."\n{words}\n'
        f"cites = [{', '.join(str(each) for each in told if each.claim == id)}]\n"
        for id, (measure, words) in CLAIMS.items()
    )
    path.write_text(HEAD + "\n".join(claims), encoding="utf-8")
    return path


def answers(tracker: Tracker, known: datetime) -> list[Standing]:
    return [standing for day in ASKED for standing in tracker.standings(at=day, as_known=known)]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_learnt_later_changes_what_was_known(
    tmp_path: Path, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    every = citations(chance)
    with claimtrack.open(tmp_path / "record.db", clock=clock) as tracker:
        answered: dict[datetime, list[Standing]] = {}
        for _ in range(4):
            tracker.add(file(tmp_path, chance.sample(every, chance.randint(0, len(every)))))
            answered[clock.now] = answers(tracker, clock.now)
            clock.tick()
        assert {known: answers(tracker, known) for known in answered} == answered
        assert len({str(told) for told in answered.values()}) > 1


def gist(tracker: Tracker) -> list[object]:
    """What is answered, but for when and by which of two like reports it came on record."""
    return [
        (verdict.claim, verdict.label, verdict.reason, verdict.findings, verdict.figure)
        for day in ASKED
        for standing in tracker.standings(at=day)
        for verdict in (standing.then, standing.now)
    ] + [
        (change.claim, change.on, change.earliest, change.latest, change.before, change.after)
        for claim in CLAIMS
        for change in tracker.transitions(claim)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_what_is_cited_and_how_often_do_not_matter(
    new_address: Callable[[], str], tmp_path: Path, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    every = citations(chance)
    with (
        claimtrack.open(new_address(), clock=clock) as at_once,
        claimtrack.open(new_address(), clock=clock) as one_by_one,
    ):
        at_once.add(file(tmp_path, every))
        chance.shuffle(every)
        for count in range(len(every) + 1):
            for _ in range(chance.randint(1, 2)):
                one_by_one.add(file(tmp_path, every[:count]))
        assert gist(one_by_one) == gist(at_once)
