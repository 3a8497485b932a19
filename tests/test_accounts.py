"""Accounts: everything there is to tell of a claim."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import claimtrack
from claimtrack.accounts import Account, shown, worded
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.observations import Value
from claimtrack.values import CalendarDate, Interval

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIMS = """
[document]
id = "port"
title = "The port"
published = 2025-06-01

[measure."lease/end"]
asks = "When does the lease end?"
kind = "date"

[measure."silted"]
asks = "What share is silted up?"
kind = "quantity"
unit = "share"
stale_after = "90d"

[[claim]]
id = "a-fifth"
measure = "silted"
statement = "A fifth of it is silted up."
said = "a fifth"

[[claim]]
id = "port-and-lease"
statement = "A fifth is silted up, and the lease runs until 2042."
parts.share = { measure = "silted", said = "a fifth" }
parts.end = { measure = "lease/end", said = "2042" }
"""
SHARE = Measure("m", "How much?", "quantity", unit="share")
STATE = Measure("m", "How is it?", "state")


@pytest.fixture
def tracker(tmp_path: Path) -> claimtrack.Tracker:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    made = claimtrack.open(tmp_path / "t.db", clock=lambda: NOW)
    made.add(tmp_path / "claims.toml")
    made.observe("silted", 0.2, as_of="2025-06-01", by="Ann")
    made.observe("silted", 0.3, as_of="2026-02-01", by="Ann")
    return made


def names(account: Account) -> list[tuple[str, str]]:
    return [(seen.measure, str(seen.as_of)) for seen in account.evidence]


def test_the_evidence_is_what_decides_now_then_and_on_each_change(
    tracker: claimtrack.Tracker,
) -> None:
    with tracker:
        account = tracker.account("a-fifth")

    assert names(account) == [("silted", "2026-02-01"), ("silted", "2025-06-01")]
    assert [change.on for change in account.transitions][-1] == date(2026, 2, 1)


def test_a_claim_in_parts_has_an_aspect_for_each(tracker: claimtrack.Tracker) -> None:
    with tracker:
        account = tracker.account("port-and-lease")
    share, end = account.aspects

    assert (share.name, share.now.label) == ("share", "refuted")
    assert (end.name, end.now.label, len(end.history)) == ("end", "not_enough_evidence", 0)
    assert account.wording is None


def test_as_of_a_day_nothing_later_is_told(tracker: claimtrack.Tracker) -> None:
    with tracker:
        account = tracker.account("a-fifth", at="2025-06-02")

    assert names(account) == [("silted", "2025-06-01")]
    assert account.wording == "a fifth"


def test_evidence_too_old_to_tell_gives_no_words(tracker: claimtrack.Tracker) -> None:
    with tracker:
        assert tracker.account("a-fifth", at="2026-12-01").wording is None


def test_accounts_are_those_of_the_standings(tracker: claimtrack.Tracker) -> None:
    with tracker:
        found = tracker.accounts(document="port")
        assert [account.standing for account in found] == list(tracker.standings(document="port"))
        with pytest.raises(UnknownName):
            tracker.account("nothing")


@pytest.mark.parametrize(
    ("value", "words", "print_"),
    [
        (Decimal("0.2"), "a fifth", "20%"),
        (Interval(Decimal("0.18"), Decimal("0.22")), "a fifth", "about 20%"),
        (CalendarDate.parse("2042"), "2042", "2042"),
        (Interval(Decimal("0.18"), None, "left"), None, "[0.18, inf)"),
    ],
)
def test_a_value_has_words_where_it_has_any(value: Value, words: str | None, print_: str) -> None:
    assert worded(value, SHARE) == words
    assert shown(value, SHARE) == print_


def test_the_name_of_a_state_is_shown_in_words() -> None:
    assert shown("in_force", STATE) == "in force"
    assert worded("in_force", STATE) is None
