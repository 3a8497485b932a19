"""The store: what goes in, what comes back, on either engine."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Clock
from sqlalchemy import select

from claimtrack.claims import Assertion, Citation, Claim, Document, Part, Place
from claimtrack.errors import BadDay, BadValue, Redacted, StoreError, UnknownName
from claimtrack.measures import Measure, State, Subscription
from claimtrack.observations import (
    Attempt,
    Description,
    Observation,
    Outcome,
    Reading,
    Result,
    Snapshot,
    Value,
    fact_id,
)
from claimtrack.pages import Memory, Validators
from claimtrack.store import Recorded, Store
from claimtrack.store.engine import open_database
from claimtrack.store.schema import TOMBSTONE, passages
from claimtrack.values import CalendarDate, Interval

START = datetime(2025, 8, 1, tzinfo=UTC)
URL = "https://example.org/land"
MONTH = CalendarDate(date(2025, 8, 1), "month")

# -- documents, claims, measures ----------------------------------------------------------------

FIFTH = Claim(
    "a-fifth",
    "essay",
    "They hold about a fifth of it.",
    Assertion(
        "quantity", "share", said="one-fifth", means=(Decimal("0.18"), Decimal("0.22")),
        because="the author said so",
    ),
    as_of=CalendarDate(date(2025, 8, 15)),
    until=CalendarDate(date(2026, 1, 1), "year"),
    near="one-fifth of",
    place=Place(4, (5, 6)),
    digest="sha256:00",
    note="It says “held”.",
    cites=(Citation("share", "19%", URL, "about 19%", MONTH, "Ada"),),
)  # fmt: skip
RISING = Claim(
    "rising",
    "essay",
    "They take more every day.",
    Assertion("trend", "share", direction="up", window=timedelta(days=30), rule="net"),
)
LEASE = Claim(
    "lease",
    "essay",
    "A treaty leases the port until 2042.",
    parts=(
        Part("year", Assertion("date", "lease-end", said="2042")),
        Part("state", Assertion("state", "lease", asserts="in_force", at_least=2)),
    ),
)
SHARE = Measure(
    "share",
    "What share do they hold?",
    "quantity",
    unit="share",
    scope="with the sea",
    stale_after=timedelta(days=30),
    subscriptions=(
        Subscription(
            "series",
            "land-watch",
            publisher="Land Watch",
            kind="measurement",
            party="A",
            every=timedelta(hours=6),
            options=(
                ("address", "land.csv"),
                ("expect", (0.05, Decimal("0.5"), True, None)),
                ("since", date(2025, 1, 1)),
                ("at", datetime(2025, 1, 1, 12, tzinfo=UTC)),
            ),
            base="/somewhere",
        ),
    ),
)
LEASE_STATE = Measure(
    "lease",
    "Is the lease in force?",
    "state",
    states=(State("in_force", ("holds",)), State("ended")),
)
LEASE_END = Measure("lease-end", "When does the lease end?", "date")
ESSAY = Document(
    "essay",
    "On a Port",
    MONTH,
    author="Ada",
    url="https://example.org/essay",
    claims=(FIFTH, RISING, LEASE),
    measures=(SHARE, LEASE_STATE, LEASE_END),
    base="/somewhere",
)


def told(store: Store, document: Document) -> list[str]:
    return [str(change) for change in store.add(document)]


def test_a_document_comes_back_as_it_was_given(store: Store) -> None:
    store.add(ESSAY)
    assert store.documents() == (ESSAY,)
    assert store.document("essay").claims == store.claims() == ESSAY.claims
    assert store.claims(document="essay") == ESSAY.claims
    assert store.measures(document="essay") == ESSAY.measures
    assert repr(store.documents()) == repr((ESSAY,))  # True is no 1, and 0.5 keeps its type


def test_adding_twice_changes_nothing_the_second_time(store: Store) -> None:
    assert str(store.add(ESSAY)) == "essay: document new, 3 measures new, 3 claims new"
    again = store.add(ESSAY)
    assert (len(again), str(again)) == (0, "essay: nothing changed")


def test_a_changed_claim_is_a_new_revision(store: Store, clock: Clock) -> None:
    store.add(ESSAY)
    first = clock.now
    clock.tick(days=1)
    changed = replace(FIFTH, statement="They hold a fifth of it.")
    assert told(store, replace(ESSAY, claims=(changed, RISING, LEASE))) == [
        "changed claim essay/a-fifth"
    ]
    assert store.claim("a-fifth") == changed
    assert store.claim("essay/a-fifth", as_known=first) == FIFTH
    assert store.documents(as_known=first) == (ESSAY,)
    assert [(it.number, it.recorded_at, it.claim) for it in store.revisions("a-fifth")] == [
        (1, first, FIFTH),
        (2, clock.now, changed),
    ]


def test_a_dropped_claim_is_retired_and_its_history_stays(store: Store, clock: Clock) -> None:
    store.add(ESSAY)
    clock.tick()
    shorter = replace(ESSAY, claims=(FIFTH, RISING), measures=(SHARE,))
    assert told(store, shorter) == [
        "changed document essay",
        "retired measure essay/lease",
        "retired measure essay/lease-end",
        "retired claim essay/lease",
    ]
    assert store.documents() == (shorter,)
    assert store.claim("lease") == LEASE
    assert [it.claim for it in store.revisions("lease")] == [LEASE, None]
    clock.tick()
    assert "restored claim essay/lease" in told(store, ESSAY)
    assert store.documents() == (ESSAY,)
    assert [it.number for it in store.revisions("lease")] == [1, 2, 3]


def test_was_renames_and_the_history_goes_along(store: Store, clock: Clock) -> None:
    store.add(ESSAY)
    store.review("a-fifth", "confirmed", "Ada", "I counted.")
    clock.tick()
    renamed = replace(FIFTH, id="fifth", was=("a-fifth",))
    document = replace(ESSAY, claims=(renamed, RISING, LEASE))
    changes = store.add(document)
    assert str(changes) == (
        "essay: document changed, 1 claim renamed\n  renamed claim essay/fifth (was essay/a-fifth)"
    )
    assert len(store.add(document)) == 0
    assert store.documents() == (document,)
    assert store.claim("a-fifth") == store.claim("fifth") == renamed
    assert [it.name for it in store.revisions("fifth")] == ["essay/a-fifth", "essay/fifth"]
    assert [it.claim for it in store.reviews("fifth")] == ["essay/fifth"]


def test_a_name_given_up_may_be_taken_by_another_claim(store: Store, clock: Clock) -> None:
    store.add(replace(ESSAY, claims=(FIFTH, RISING)))
    clock.tick()
    renamed = replace(FIFTH, id="fifth", was=("a-fifth",))
    store.add(replace(ESSAY, claims=(renamed, RISING)))
    clock.tick()
    other = replace(FIFTH, statement="Another claim of that name.")
    store.add(replace(ESSAY, claims=(renamed, RISING, other)))
    assert store.claim("a-fifth") == other
    assert len(store.revisions("a-fifth")) == 1
    assert len(store.revisions("fifth")) == 2


def test_was_that_names_a_claim_that_still_stands_takes_nothing_from_it(store: Store) -> None:
    store.add(ESSAY)
    copy = replace(FIFTH, id="fifth", was=("a-fifth",))
    assert "new claim essay/fifth" in told(store, replace(ESSAY, claims=(*ESSAY.claims, copy)))
    assert len(store.revisions("a-fifth")) == 1


def test_changed_words_about_the_text_are_a_new_version_of_it(store: Store, clock: Clock) -> None:
    store.add(ESSAY)
    before = clock.now
    clock.tick()
    assert told(store, replace(ESSAY, title="On Two Ports")) == ["changed document essay"]
    assert store.document("essay", as_known=before).title == "On a Port"
    reordered = replace(ESSAY, claims=ESSAY.claims[::-1])
    store.add(reordered)
    assert store.documents() == (reordered,)


def test_documents_share_measures_and_keep_their_own_words(store: Store) -> None:
    other = replace(SHARE, scope="without the sea", subscriptions=(Subscription("map", "map"),))
    claim = replace(RISING, document="letter")
    letter = Document("letter", "A Letter", MONTH, claims=(claim,), measures=(other,))
    store.add(ESSAY)
    store.add(letter)
    assert store.document("essay").measure("share") == SHARE
    (shared,) = (it for it in store.measures() if it.id == "share")
    assert shared.subscriptions == SHARE.subscriptions + other.subscriptions
    with pytest.raises(UnknownName, match=r"essay/rising or letter/rising"):
        store.claim("rising")
    assert store.claim("letter/rising") == claim


def test_an_unknown_name_says_what_comes_nearest(store: Store) -> None:
    store.add(ESSAY)
    with pytest.raises(UnknownName, match="did you mean essay/a-fifth"):
        store.claim("a-fift")
    with pytest.raises(UnknownName, match="did you mean essay"):
        store.document("esay")
    with pytest.raises(UnknownName):
        store.claims(document="nothing")
    with pytest.raises(UnknownName):
        store.review("nothing", "open", "Ada", "why")


@pytest.mark.parametrize("words", ["a\x00b", "half of \ud83d"])
def test_words_that_no_database_holds_are_refused(store: Store, words: str) -> None:
    with pytest.raises(BadValue, match="NUL"):
        store.add(replace(ESSAY, title=words))
    with pytest.raises(BadValue):
        store.add(replace(ESSAY, claims=(replace(FIFTH, note=words),)))
    with pytest.raises(BadValue):
        store.add(replace(ESSAY, id="x" * 201))
    assert store.documents() == ()


def test_reviews_stand_in_order_beside_the_claim(store: Store, clock: Clock) -> None:
    store.add(ESSAY)
    first = store.review("a-fifth", "confirmed", "Ada", "I counted.")
    assert first.recorded_at == clock.now
    then = clock.now
    clock.tick()
    second = store.review("essay/a-fifth", "annulled", "Bob", "She did not.")
    assert store.reviews("a-fifth") == (first, second)
    assert store.reviews("a-fifth", as_known=then) == (first,)
    assert store.claims() == ESSAY.claims


# -- recording ----------------------------------------------------------------------------------


def page(*readings: Reading | str) -> Snapshot:
    return Snapshot.of(repr(readings).encode(), "text/plain")


def asked(
    hour: float,
    *readings: Reading | str,
    outcome: Outcome = "fetched",
    url: str = URL,
    source: str = "land-watch",
    snapshot: str | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    extractor: str = "series@1",
) -> Attempt:
    """An attempt that read these, a word standing for an undated reading of it; none: missing."""
    read = tuple(Reading("share", it) if isinstance(it, str) else it for it in readings)
    is_read = bool(read) or outcome == "not_modified"
    result = Result("share", "read" if is_read else "missing", extractor, read)
    return Attempt(
        source,
        url,
        START + timedelta(hours=hour),
        outcome,
        200,
        snapshot=snapshot or page(*readings).sha256,
        results=(result,),
        headers=headers,
        bytes=10,
        seconds=0.25,
    )


def failed(hour: float, outcome: Outcome) -> Attempt:
    return Attempt("land-watch", URL, START + timedelta(hours=hour), outcome, reason="so it was")


def statuses(recorded: Recorded | Iterable[Attempt]) -> list[str]:
    attempts = recorded.attempts if isinstance(recorded, Recorded) else recorded
    return [result.status for attempt in attempts for result in attempt.results]


def spells(store: Store, **cut: datetime) -> list[tuple[int, float, float]]:
    """How many facts each spell saw, from which hour to which."""
    return [
        (
            len(it.facts),
            (it.first_seen_at - START) / timedelta(hours=1),
            (it.last_confirmed_at - START) / timedelta(hours=1),
        )
        for it in store.history("share", **cut).spells
    ]


def test_a_moment_counts_where_the_address_answered(store: Store) -> None:
    kept_at = (("content-location", "https://archive.example/1"),)
    unasked = replace(failed(1, "unreachable"), asked=False)
    captured = replace(failed(5, "postponed"), headers=kept_at)
    store.record(
        [unasked, failed(2, "unreachable"), failed(3, "gone"), failed(4, "disallowed"), captured]
    )
    answered = [(at - START) / timedelta(hours=1) for at in store.answered("land-watch", URL)]
    assert sorted(answered) == [3, 5]


def test_a_reading_becomes_an_observation_with_its_evidence(store: Store, clock: Clock) -> None:
    reading = Reading(
        "share",
        0.19,
        as_of=CalendarDate(date(2025, 8, 1)),
        as_of_basis="carried",
        error=Decimal("0.010"),
        quote="about 19%",
        locator="row 3",
        attribution="a minister",
        scope="with the sea",
        published_at=datetime(2025, 8, 1, 2, tzinfo=timezone(timedelta(hours=2))),
        derived=True,
    )
    recorded = store.record([asked(5, reading)], [page(reading)], {"land-watch": Description("LW")})
    assert (recorded.new_attempts, recorded.new_facts, recorded.new_sightings) == (1, 1, 1)
    assert recorded.new_snapshots == 1
    history = store.history("share")
    assert history.observations == (
        Observation(
            id=fact_id("land-watch", reading),
            measure="share",
            source="land-watch",
            value=Decimal("0.19"),
            as_of=CalendarDate(date(2025, 8, 1)),
            as_of_basis="carried",
            first_seen_at=START + timedelta(hours=5),
            last_confirmed_at=START + timedelta(hours=5),
            recorded_at=clock.now,
            error=Decimal("0.01"),
            published_at=datetime(2025, 8, 1, 0, tzinfo=UTC),
            quote="about 19%",
            url=URL,
            snapshot=page(reading).sha256,
            locator="row 3",
            attribution="a minister",
            scope="with the sea",
            derived=True,
            extractor="series@1",
        ),
    )
    assert history.sources == {"land-watch": Description("LW")}
    assert store.snapshot(page(reading).sha256) == page(reading)


@pytest.mark.parametrize(
    "value",
    [
        Decimal("0"),
        Decimal("-0.000000000000000000000000001"),
        Decimal("12345678901234567890.123456789"),
        Interval(Decimal("0.1"), Decimal("0.2"), "both"),
        Interval(Decimal("0.1"), Decimal("0.2"), "neither"),
        Interval(Decimal("-3"), None, "left"),
        Interval(None, Decimal("5"), "right"),
        Interval(None, None, "neither"),
        CalendarDate(date(2042, 1, 1), "year"),
        CalendarDate(date(2042, 5, 1), "month"),
        CalendarDate(date(1, 1, 1)),
        "in force",
        "",
        "Füße, 数, 🏴, \U0010ffff",
        "a word " * 20_000,
    ],
)
def test_a_value_comes_back_the_same(store: Store, value: Value) -> None:
    reading = Reading("share", value)
    store.record([asked(1, reading)])
    (seen,) = store.history("share")
    assert seen.value == value
    assert type(seen.value) is type(value)
    assert seen.id == fact_id("land-watch", reading)


def test_the_same_batch_twice_adds_nothing(store: Store, clock: Clock) -> None:
    attempts, pages = [asked(1, "x"), failed(2, "blocked")], [page("x")]
    first = store.record(attempts, pages)
    before = store.history("share")
    clock.tick()
    again = store.record(attempts * 2, pages * 2)
    assert (again.new_attempts, again.new_facts, again.new_sightings, again.new_snapshots) == (
        0,
        0,
        0,
        0,
    )
    assert again.attempts == first.attempts * 2
    assert store.record(first.attempts).new_attempts == 0
    assert store.history("share") == before
    assert len(store.attempts()) == 2


def test_nothing_recorded_is_an_empty_history(store: Store) -> None:
    assert store.record([]).new_attempts == 0
    assert store.history("share").observations == ()
    assert store.history("share", as_known=START, as_public=START).spells == ()


def test_a_b_a_is_three_spells(store: Store) -> None:
    recorded = store.record([asked(1, "a"), asked(2, "a"), asked(3, "b"), asked(4, "a")])
    assert statuses(recorded) == ["changed", "unchanged", "changed", "changed"]
    assert spells(store) == [(1, 1, 2), (1, 3, 3), (1, 4, 4)]
    seen = [(it.value, it.first_seen_at.hour, it.stands) for it in store.history("share")]
    assert seen == [("a", 1, True), ("b", 3, True), ("a", 4, True)]


def test_a_late_capture_repairs_its_neighbours(store: Store, clock: Clock) -> None:
    store.record([asked(1, "a"), asked(5, "a")])
    assert spells(store) == [(1, 1, 5)]
    before = clock.now
    clock.tick()
    store.record([asked(3, "b")])
    assert spells(store) == [(1, 1, 1), (1, 3, 3), (1, 5, 5)]
    assert spells(store, as_known=before) == [(1, 1, 5)]
    assert statuses(store.attempts()) == ["changed", "changed", "changed"]


def test_what_a_page_no_longer_has_closes_its_spell(store: Store) -> None:
    store.record([asked(1, "a"), asked(2), asked(3), asked(4, "a")])
    assert spells(store) == [(1, 1, 1), (0, 2, 3), (1, 4, 4)]


@pytest.mark.parametrize("outcome", ["gone", "blocked", "disallowed", "postponed", "unreachable"])
def test_what_brings_no_page_opens_and_closes_nothing(store: Store, outcome: Outcome) -> None:
    store.record([asked(1, "a"), failed(2, outcome), asked(3, "a")])
    assert spells(store) == [(1, 1, 3)]


def test_what_nobody_could_read_opens_and_closes_nothing(store: Store) -> None:
    attempt = asked(2, "strange")
    (result,) = attempt.results
    for status in ("unreadable", "quarantined"):
        store.record([replace(attempt, results=(replace(result, status=status),))])
    store.record([asked(1, "a"), asked(3, "a")])
    assert spells(store) == [(1, 1, 3)]
    assert [it.value for it in store.history("share")] == ["a"]


def test_not_modified_confirms_the_page_that_it_names(store: Store) -> None:
    store.record([asked(1, "a"), asked(2, "b")])
    recorded = store.record(
        [asked(3, outcome="not_modified", snapshot=page("a").sha256), asked(4, "a")]
    )
    assert statuses(recorded) == ["changed", "unchanged"]
    assert spells(store) == [(1, 1, 1), (1, 2, 2), (1, 3, 4)]


def test_not_modified_confirms_a_page_that_is_recorded_later(store: Store, clock: Clock) -> None:
    recorded = store.record([asked(3, outcome="not_modified", snapshot=page("a").sha256)])
    assert statuses(recorded) == ["unchanged"]
    assert (spells(store), store.history("share").observations) == ([], ())
    before = clock.now
    clock.tick()
    store.record([asked(1, "a")])
    assert spells(store) == [(1, 1, 3)]
    assert spells(store, as_known=before) == []


def test_a_later_value_for_a_day_supersedes_and_does_not_erase(store: Store, clock: Clock) -> None:
    day = date(2025, 7, 1)
    first = Reading("share", 0.19, as_of=day)  # type: ignore[arg-type]
    other = Reading("share", 0.19, as_of=day, attribution="a minister")  # type: ignore[arg-type]
    store.record([asked(1, first, other)])
    then = clock.now
    clock.tick()
    store.record([asked(2, replace(first, value=Decimal("0.2")), other)])
    assert [(it.value, it.superseded) for it in store.history("share") if not it.attribution] == [
        (Decimal("0.19"), True),
        (Decimal("0.2"), False),
    ]
    assert all(it.stands for it in store.history("share") if it.attribution)
    assert all(it.stands for it in store.history("share", as_known=then))
    clock.tick()
    store.record([asked(3, first)])
    assert [(it.value, it.superseded) for it in store.history("share") if not it.attribution] == [
        (Decimal("0.19"), False),
        (Decimal("0.2"), True),
    ]


def test_a_withdrawal_leaves_nothing_standing_for_its_day(store: Store) -> None:
    reading = Reading("share", 0.19, as_of=date(2025, 7, 1))  # type: ignore[arg-type]
    store.record([asked(1, reading)])
    store.record([asked(2, replace(reading, withdrawn=True))])
    history = store.history("share")
    assert [(it.withdrawn, it.superseded) for it in history] == [(False, True), (True, False)]
    assert history.latest is None


def test_what_one_page_says_at_once_stands_together(store: Store) -> None:
    reading = Reading("share", 0.19, as_of=date(2025, 7, 1))  # type: ignore[arg-type]
    rounded = replace(reading, value=Interval(Decimal("0.18"), Decimal("0.2")))
    store.record([asked(1, reading, rounded)])
    assert all(seen.stands for seen in store.history("share"))
    corrected = replace(reading, value=Decimal("0.3"), published_at=START - timedelta(days=1))
    older = replace(reading, value=Decimal("0.4"), published_at=START - timedelta(days=2))
    store.record([asked(2, corrected, older)])
    standing = [seen.value for seen in store.history("share") if seen.stands]
    assert standing == [Decimal("0.3")]


def test_a_history_can_be_cut_to_days_and_a_source(store: Store) -> None:
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1)]
    readings = [Reading("share", n, as_of=day) for n, day in enumerate(days)]  # type: ignore[arg-type]
    year = Reading("share", 9, as_of=CalendarDate(date(2025, 1, 1), "year"))
    store.record([asked(1, *readings, year), asked(24 * 40, "now", source="other")])
    cut = store.history("share", since="2025-06", until="2025-06")
    assert [seen.value for seen in cut] == [Decimal(1), Decimal(2), Decimal(9)]
    assert [seen.value for seen in store.history("share", since="2025-09-01")] == [
        "now",
        Decimal(9),
    ]
    (only,) = store.history("share", source="other")
    assert only.value == "now"
    assert store.history("share", source="nobody").observations == ()


def test_an_undated_fact_holds_through_its_spell(store: Store) -> None:
    store.record([asked(0, "a"), asked(24 * 20, "a")])
    assert len(store.history("share", since="2025-08-10", until="2025-08-12")) == 1
    assert len(store.history("share", since="2025-08-22")) == 0


def test_as_public_goes_by_publication_and_else_by_capture(store: Store) -> None:
    published = Reading("share", "in June", published_at=datetime(2025, 6, 1, tzinfo=UTC))
    store.record([asked(0, published, "undated"), asked(24, "later")])
    assert [it.value for it in store.history("share", as_public="2025-05-31")] == []
    assert [it.value for it in store.history("share", as_public="2025-06")] == ["in June"]
    assert {it.value for it in store.history("share", as_public="2025-08-01")} == {
        "in June",
        "undated",
    }
    assert len(store.history("share", as_public="2025-08-02")) == 3


def test_recorded_at_never_goes_back(store: Store, clock: Clock) -> None:
    late = clock.now
    store.record([asked(1, "a")])
    clock.tick(days=-3)
    assert store.record([asked(2, "b")]).recorded_at == late
    assert {it.recorded_at for it in store.history("share")} == {late}
    assert store.history("share", as_known=clock.now).observations == ()


def test_attempts_are_told_newest_first(store: Store) -> None:
    read, blocked = asked(1, "a", headers=(("etag", '"1"'),)), failed(2, "blocked")
    elsewhere = replace(asked(3, "a"), source="other", seconds=0.1 + 0.2)
    store.record([read, blocked, elsewhere])
    assert [it.source for it in store.attempts()] == ["other", "land-watch", "land-watch"]
    assert store.attempts(limit=1)[0].seconds == 0.1 + 0.2
    (unread, first) = store.attempts("land-watch")
    assert unread == blocked
    assert first == replace(read, results=(Result("share", "changed", "series@1"),))
    assert store.last_attempt("land-watch", URL) == blocked
    assert store.last_attempt("land-watch", "https://example.org") is None


def test_validators_are_those_of_the_last_page_as_it_gave_them(store: Store) -> None:
    assert store.validators("land-watch", URL) is None
    given = (("etag", 'W/"1 "'), ("last-modified", "Fri, 01 Aug 2025 00:00:00 GMT"))
    store.record([asked(1, "a", headers=given), failed(3, "blocked")])
    known = Validators(page("a").sha256, given[0][1], given[1][1])
    assert store.validators("land-watch", URL) == known
    again = asked(2, outcome="not_modified", snapshot=page("a").sha256, headers=(("etag", '"2"'),))
    store.record([again])
    assert store.validators("land-watch", URL) == replace(known, etag='"2"')
    assert store.memories() == {
        ("land-watch", URL): Memory(
            START + timedelta(hours=3),
            replace(known, etag='"2"'),
            frozenset({("share", "series@1")}),
            failures=1,
        )
    }
    store.record([asked(4, "b")])
    assert store.validators("land-watch", URL) is None


def test_it_remembers_the_addresses_that_it_is_asked_of(store: Store) -> None:
    store.record([asked(1, "a"), replace(asked(2, "b"), url="https://example.org/b")])
    named = [("land-watch", URL), ("land-watch", "https://example.org/never")]
    assert store.memories(named).keys() == {("land-watch", URL)}
    assert len(store.memories()) == 2
    assert store.memories(()) == {}


def test_a_page_that_says_nothing_was_read_like_any_other(store: Store) -> None:
    silent = Result("share", "silent", "series@1", reason="about something else")
    store.record([replace(asked(1, "a"), results=(silent,))], [page("a")])
    assert store.memories()["land-watch", URL].readers == {("share", "series@1")}
    assert store.attempts()[0].results == (silent,)
    assert not store.attempts()[0].failed


def test_it_remembers_who_read_what(store: Store) -> None:
    store.record([asked(1, "a"), asked(2, outcome="not_modified", snapshot=page("b").sha256)])
    assert store.is_read("land-watch", "share", page("a").sha256, "series@1")
    assert not store.is_read("land-watch", "share", page("a").sha256, "series@2")
    assert not store.is_read("other", "share", page("a").sha256, "series@1")
    assert not store.is_read("land-watch", "share", page("b").sha256, "series@1")
    assert store.memories()["land-watch", URL].readers == frozenset()


def test_it_counts_the_failures_since_a_page_came(store: Store) -> None:
    def remembered() -> Memory:
        return store.memories()["land-watch", URL]

    store.record([failed(1, "blocked"), failed(2, "gone"), failed(3, "unreachable")])
    assert remembered().failures == 3
    store.record([asked(4, outcome="not_modified", snapshot=page("a").sha256)])
    assert remembered().failures == 0
    elsewhere = replace(failed(7, "blocked"), url=f"{URL}/2")
    store.record([failed(5, "disallowed"), failed(6, "postponed"), elsewhere])
    assert remembered().failures == 2


def test_it_remembers_what_a_server_asked_for_until_it_is_asked_again(store: Store) -> None:
    said = (("retry-after", "120"),)
    store.record([replace(failed(1, "postponed"), headers=said)])
    assert store.memories()["land-watch", URL].retry_after == "120"
    store.record([replace(failed(2, "blocked"), headers=said)])
    assert store.memories()["land-watch", URL].retry_after is None


def test_the_last_day_spoken_of_counts_months_to_their_end(store: Store) -> None:
    of = [("land-watch", "share"), ("land-watch", "area")]
    assert store.last_days(of) == {}
    store.record([asked(1, Reading("share", 1, as_of=date(2025, 8, 15)), "undated")])  # type: ignore[arg-type]
    assert store.last_days(of) == {of[0]: date(2025, 8, 15)}
    store.record([asked(2, Reading("share", 1, as_of=MONTH))])
    assert store.last_days(of) == {of[0]: date(2025, 8, 31)}


def test_descriptions_are_the_latest_known(store: Store, clock: Clock) -> None:
    store.record([asked(1, "a")], descriptions={"land-watch": Description("Old")})
    then = clock.now
    clock.tick()
    store.record([], descriptions={"land-watch": Description("New", kind="measurement", party="A")})
    assert store.descriptions() == {"land-watch": Description("New", kind="measurement", party="A")}
    assert store.history("share", as_known=then).sources == {"land-watch": Description("Old")}
    store.record([], descriptions={"rival": Description("The Rival")})
    assert store.history("share").sources["rival"].publisher == "The Rival"  # of which nothing came


# -- what a stranger's page may hold ------------------------------------------------------------


def test_words_from_outside_are_cleaned_of_what_no_database_holds(store: Store) -> None:
    reading = Reading(
        "share", "so\x00", quote="it is\ud800 so", locator="\x00", attribution="\udfff"
    )
    attempt = replace(
        asked(1, reading), reason="\x00", headers=(("x-strange", "\x00"),), url=f"{URL}?\x00"
    )
    recorded = store.record([attempt])
    (seen,) = store.history("share")
    assert (seen.value, seen.quote, seen.locator) == ("so\ufffd", "it is\ufffd so", "\ufffd")
    (kept,) = store.attempts()
    assert kept.headers == (("x-strange", "\ufffd"),)
    assert store.record([attempt]).new_attempts == 0
    assert recorded.attempts[0].reason == "\ufffd"


def test_an_address_may_be_longer_than_any_index_takes(store: Store) -> None:
    long = f"{URL}?{'x' * 100_000}"
    store.record([asked(1, "a", url=long, headers=(("etag", '"1"'),))])
    assert store.history("share")[0].url == long
    assert store.validators("land-watch", long) is not None


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"source": "a\x00b"}, BadValue, "neither NUL"),
        ({"source": ""}, BadValue, "has a name"),
        ({"source": "x" * 201}, BadValue, "at most 200"),
        ({"at": datetime(2025, 8, 1)}, BadDay, "time zone"),  # noqa: DTZ001
        ({"snapshot": "nonsense"}, BadValue, "sha256"),
        ({"snapshot": None}, BadValue, "without a snapshot"),
    ],
)
def test_what_cannot_be_recorded_costs_the_batch_nothing_but_itself(
    store: Store, change: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        store.record([asked(1, "a"), replace(asked(2, "b"), **change)])  # type: ignore[arg-type]
    assert store.attempts() == ()


def test_a_reading_is_of_its_result_s_measure_and_time(store: Store) -> None:
    with pytest.raises(BadValue, match="'other' in the result for 'share'"):
        store.record([asked(1, Reading("other", "a"))])
    with pytest.raises(BadValue, match="aware datetime"):
        store.record([asked(1, Reading("share", "a", published_at=datetime(2025, 8, 1)))])  # noqa: DTZ001
    with pytest.raises(BadValue, match="sha256 of its content"):
        store.record([], [Snapshot("0" * 64, b"x")])
    assert store.attempts() == ()


def test_a_clock_without_a_zone_is_refused(new_address: Callable[[], str]) -> None:
    with (
        Store.open(new_address(), clock=lambda: datetime(2025, 8, 1)) as store,  # noqa: DTZ001
        pytest.raises(BadDay, match="the clock"),
    ):
        store.record([asked(1, "a")])


# -- packed pages -------------------------------------------------------------------------------


def packed(content: bytes) -> Snapshot:
    return Snapshot.of(content, "text/html", gzip.compress(content, mtime=0))


def test_a_page_that_came_packed_is_the_page(store: Store) -> None:
    content = b"<p>19.4 per cent</p>" * 1_000
    store.record([], [packed(content)])
    store.record([], [Snapshot.of(content)])  # the same, as another server may send it
    assert store.snapshot(packed(content).sha256) == Snapshot.of(content, "text/html")
    digest = packed(content).sha256
    assert store.contents([digest]) == {digest: content}
    for size in (1, 7_000, 20_000, 30_000):
        assert store.heads([digest], size=size) == {digest: content[:size]}


def test_a_page_that_came_packed_is_destroyed_like_any_other(store: Store) -> None:
    one = packed(b"<p>a secret</p>")
    store.record([], [one])
    store.redact(one.sha256, "a court said so")
    store.record([], [one])
    with pytest.raises(Redacted):
        store.snapshot(one.sha256)
    assert store.contents([one.sha256]) == store.heads([one.sha256], size=9) == {}


def test_what_a_page_came_packed_in_holds_that_page(store: Store) -> None:
    wrong = Snapshot.of(b"one", packed=gzip.compress(b"two"))
    with pytest.raises(BadValue, match="holds other bytes"):
        store.record([], [wrong])


def test_the_coding_of_a_page_is_not_changed_by_hand(store: Store) -> None:
    one = packed(b"<p>19.4 per cent</p>")
    store.record([], [one])
    store.redact(one.sha256, "a court said so")
    for change in ("coding = NULL", "content = NULL, coding = NULL"):
        with (
            pytest.raises(StoreError, match="append-only"),
            store._database.locked() as connection,
        ):
            connection.exec_driver_sql(f"UPDATE snapshots SET {change}")


# -- destroying ---------------------------------------------------------------------------------


def test_a_redaction_destroys_bytes_and_quotes_and_nothing_else(store: Store, clock: Clock) -> None:
    reading = Reading("share", 0.19, quote="a secret")
    store.record([asked(1, reading), asked(2, "b")], [page(reading), page("b")])
    (seen, other) = store.history("share")
    clock.tick()
    store.redact(page(reading).sha256, "a court said so")
    with pytest.raises(Redacted, match="a court said so") as raised:
        store.snapshot(page(reading).sha256)
    assert raised.value.redacted_at == clock.now
    assert store.history("share").observations == (replace(seen, quote=TOMBSTONE), other)
    assert store.snapshot(page("b").sha256) == page("b")
    before = store.history("share")
    store.rebuild()
    assert store.history("share") == before
    store.redact(page(reading).sha256, "once more")


def test_what_was_redacted_does_not_come_back(store: Store) -> None:
    reading = Reading("share", 0.19, quote="a secret")
    store.record([asked(1, reading)], [page(reading)])
    store.redact(page(reading).sha256, "a court said so")
    store.record([asked(2, reading, extractor="series@2")], [page(reading)])
    store.record([asked(0, reading, extractor="series@3")], [page(reading)])
    assert {seen.quote for seen in store.history("share")} == {TOMBSTONE}
    with pytest.raises(Redacted):
        store.snapshot(page(reading).sha256)


SECRET = Reading("share", 0.19, as_of=date(2025, 8, 1), quote="a secret", locator="row 1")
OTHER = Reading("share", 0.2, as_of=date(2025, 8, 2), quote="none", locator="row 2")
FIRST, SECOND, THIRD = ((SECRET,), (SECRET, OTHER), (OTHER, SECRET))


def kept_quotes(store: Store) -> list[str | None]:
    """The quotes of the secret that the record itself holds, whatever it shows."""
    statement = select(passages.c.quote).where(passages.c.locator == "row 1")
    with store._database.reading() as connection:
        return list(connection.scalars(statement.order_by(passages.c.id)))


def test_words_are_destroyed_with_the_last_page_that_shows_them(store: Store) -> None:
    store.record([asked(1, *FIRST), asked(2, *SECOND)])
    assert kept_quotes(store) == ["a secret"]
    store.redact(page(*FIRST).sha256, "a court said so")
    assert kept_quotes(store) == ["a secret"]
    store.redact(page(*SECOND).sha256, "and of this one, too")
    assert kept_quotes(store) == [None]


def test_words_that_are_kept_for_a_page_are_not_shown_of_another(store: Store) -> None:
    store.record([asked(1, *FIRST), asked(2, *SECOND)])
    store.redact(page(*FIRST).sha256, "a court said so")
    assert [seen.quote for seen in store.history("share")] == [TOMBSTONE, "none"]
    store.record([asked(0, *THIRD)])  # an earlier capture, which stands
    assert [seen.quote for seen in store.history("share")] == ["a secret", "none"]
    before = store.history("share")
    store.rebuild()
    assert store.history("share") == before


def test_words_come_back_with_a_page_that_stands_and_with_it_alone(store: Store) -> None:
    store.record([asked(2, *FIRST)])
    store.redact(page(*FIRST).sha256, "a court said so")
    store.record([asked(1, *FIRST, extractor="series@2"), asked(3, *SECOND)])
    assert [seen.quote for seen in store.history("share")] == [TOMBSTONE, "none"]
    assert kept_quotes(store) == [None, "a secret"]
    store.record([asked(0, *THIRD)])
    assert [seen.quote for seen in store.history("share")] == ["a secret", "none"]
    assert kept_quotes(store) == [None, "a secret"]


def test_a_batch_that_was_redacted_adds_nothing_the_second_time(store: Store) -> None:
    batch = [asked(1, *FIRST), asked(2, *SECOND)]
    store.record(batch)
    store.redact(page(*FIRST).sha256, "a court said so")
    for number in range(2):
        again = store.record(batch)
        assert (again.new_facts, again.new_sightings) == (0, 0)
        assert kept_quotes(store) == [None if number else "a secret"]
        store.redact(page(*SECOND).sha256, "and of this one, too")


def test_a_redaction_and_a_recording_may_come_in_any_order(
    new_address: Callable[[], str],
) -> None:
    batch = [asked(1, *FIRST), asked(2, *SECOND)]
    told = []
    for is_first in (True, False):
        with Store.open(new_address(), clock=lambda: START) as store:
            store.record(batch[:1], [page(*FIRST)])
            if is_first:
                store.redact(page(*FIRST).sha256, "a court said so")
            store.record(batch, [page(*SECOND)])
            store.redact(page(*FIRST).sha256, "a court said so")
            told.append(store.history("share"))
    assert told[0] == told[1]


def test_a_redacted_file_holds_no_trace_of_what_it_held(tmp_path: object, clock: Clock) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "r.db"
    secret = b"Their address is 12 Mill Lane. " * 1_000
    reading = Reading("share", 0.19, quote="They live at 12 Mill Lane.")
    snapshot = Snapshot.of(secret)
    with Store.open(path, clock=clock) as store:
        store.record([asked(1, reading, snapshot=snapshot.sha256)], [snapshot])
        assert b"Mill Lane" in b"".join(it.read_bytes() for it in path.parent.iterdir())
        store.redact(snapshot.sha256, "privacy")
        assert b"Mill Lane" not in b"".join(it.read_bytes() for it in path.parent.iterdir())


def test_a_redaction_has_a_reason_and_something_to_destroy(store: Store) -> None:
    store.record([], [page("a")])
    with pytest.raises(BadValue, match="a reason"):
        store.redact(page("a").sha256, " ")
    with pytest.raises(UnknownName, match="snapshot"):
        store.redact("0" * 64, "because")
    with pytest.raises(UnknownName):
        store.snapshot("0" * 64)


def test_a_disk_that_cannot_be_written_to_is_told_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store.open(path).close()
    database = open_database(path, readonly=True)
    with pytest.raises(StoreError, match=r"claims\.db: attempt to write a readonly database"):
        database.keep_a_log()
    database.close()
