"""The update, decided: plan and read, without a network or a store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from claimtrack.errands import Errand
from claimtrack.measures import Measure, Subscription
from claimtrack.observations import Description, Reading, Snapshot
from claimtrack.pages import Answer, Ask, Follow, Memory, Page, Refusal, Request, Validators
from claimtrack.patience import Waiting
from claimtrack.sources import Source, Sources, extractor
from claimtrack.update import MAX_DEPTH, MAX_READINGS, Plan, descriptions, plan, read, wanted
from claimtrack.values import CalendarDate

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
URL = "https://example.org/a"

Reader = Callable[[Page, tuple[Measure, ...]], Iterable[Any]]


class Scripted(Source):
    """A source that asks one address and reads as it is told."""

    name = "scripted"
    describes = Description("Example", party="nobody")

    def __init__(self, reader: Reader, url: str = URL) -> None:
        self.reader = reader
        self.url = url

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
        return [Ask(self.url, measures)]

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return self.reader(page, measures)


def share(id: str = "a", **subscription: Any) -> Measure:
    subscribed = Subscription(**{"source": "scripted", "name": "scripted", **subscription})
    return Measure(id, "What share?", "quantity", unit="share", subscriptions=(subscribed,))


def one(reader: Reader, *measures: Measure) -> Plan:
    return plan(measures or (share(),), having(reader), {}, at=NOW)


def having(reader: Reader, url: str = URL) -> Sources:
    return Sources({"scripted": Scripted(reader, url)})


def answer(errand: Errand, content: bytes = b"<p>one fifth</p>") -> Answer:
    page = Page(errand.request.url, content, NOW, 200)
    return Answer(errand.request, NOW, "fetched", page, 200, bytes=len(content))


def results(reader: Reader, *measures: Measure) -> dict[str, tuple[str, str | None]]:
    (errand,) = one(reader, *measures).errands
    (attempt,) = read(answer(errand), errand).attempts
    return {result.measure: (result.status, result.reason) for result in attempt.results}


def test_an_address_is_fetched_once_for_all_who_ask_it() -> None:
    made = plan(
        [share("a"), share("b", name="other")], having(lambda page, measures: []), {}, at=NOW
    )
    (errand,) = made.errands
    assert [inquiry.name for inquiry in errand.inquiries] == ["scripted", "other"]
    assert len(read(answer(errand), errand).attempts) == 2


def test_a_reading_is_kept_with_the_page_that_showed_it() -> None:
    (errand,) = one(lambda page, measures: [Reading("a", 0.2)]).errands
    gleaning = read(answer(errand), errand)
    (attempt,) = gleaning.attempts
    assert attempt.snapshot == gleaning.snapshots[0].sha256
    assert [str(reading.value) for reading in attempt.results[0].readings] == ["0.2"]


def test_a_page_that_breaks_off_is_given_to_no_reader() -> None:
    asked: list[Page] = []

    def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        asked.append(page)
        return ()

    (errand,) = one(reader, share()).errands
    headers = (("content-type", "text/html"),)
    page = Page(URL, b"<html><p>held: 1", NOW, 200, headers)
    cut = Answer(errand.request, NOW, "fetched", page, 200, headers=headers)
    (attempt,) = read(cut, errand).attempts
    assert [(result.status, result.reason) for result in attempt.results] == [
        ("unreadable", "the page breaks off: what closes it is missing")
    ]
    assert asked == []


def test_a_reader_that_raises_leaves_its_reason() -> None:
    def broken(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        yield Reading("a", 0.2)
        raise KeyError("no such table")

    status, reason = results(broken)["a"]
    assert status == "unreadable"
    assert reason is not None
    assert "no such table" in reason


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"a": 0.2}, "not a Reading"),
        (Reading("b", 0.2), "not asked"),
        (Reading("a", "a fifth"), "not answered by a str"),
        (Follow(Ask("file:///etc/passwd", ())), "may not lead"),
        (Follow(Ask("https://example.org/b", (share("b"),))), "not asked"),
        (Refusal("b", "missing", "there is none"), "not asked"),
    ],
)
def test_what_a_reader_may_not_say_is_unreadable(given: Any, complaint: str) -> None:
    status, reason = results(lambda page, measures: [given])["a"]
    assert status == "unreadable"
    assert reason is not None
    assert complaint in reason


def test_a_page_may_lead_to_only_so_many_others() -> None:
    def everywhere(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return (Follow(Ask(f"{URL}/{number}", measures)) for number in range(10_001))

    status, reason = results(everywhere)["a"]
    assert (status, reason) == (
        "unreadable",
        "PluginError: over 10,000 addresses to follow to off one page",
    )


def test_an_error_that_cannot_be_told_or_printed_is_told_as_far_as_it_can() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise RuntimeError("no words")

    def mute(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        raise Mute

    def loud(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        raise ValueError("\x1b[31mred\n" * 1000)

    assert results(mute)["a"] == ("unreadable", "Mute: it does not say why")
    status, reason = results(loud)["a"]
    assert status == "unreadable"
    assert reason is not None
    assert reason.isprintable()
    assert len(reason) <= 500


def test_a_source_asks_only_for_what_it_was_given() -> None:
    class Greedy(Scripted):
        def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
            return [Ask(URL, (share("b"),))]

    greedy = Sources({"scripted": Greedy(lambda page, measures: [])})
    made = plan([share("a")], greedy, {}, at=NOW)
    assert made.errands == ()
    assert "for a measure that it was not given" in (made.failed[0].reason or "")


def test_a_reader_that_never_stops_is_cut_off() -> None:
    def endless(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        while True:
            yield Reading("a", 0.2)

    status, reason = results(endless)["a"]
    assert status == "unreadable"
    assert reason is not None
    assert f"{MAX_READINGS:,}" in reason


def said(*values: str, by: str | None = None) -> Reader:
    """A reader that finds each of *values* for one day; the last by the word of *by*."""

    def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading]:
        for value in values:
            speaker = by if value == values[-1] else None
            yield Reading(
                "a", Decimal(value), as_of=date(2026, 1, 1), quote=value, attribution=speaker
            )

    return reader


def outcome(reader: Reader, source: type[Scripted] = Scripted) -> tuple[str, str | None]:
    (errand,) = plan([share()], Sources({"scripted": source(reader)}), {}, at=NOW).errands
    (result,) = read(answer(errand), errand).attempts[0].results
    return result.status, result.reason


def test_a_page_that_contradicts_itself_gives_no_fact() -> None:
    reason = "the page contradicts itself: 0.2 and 0.3 for 2026-01-01"
    assert outcome(said("0.2", "0.3")) == ("quarantined", reason)
    assert outcome(said("0.2", "0.2"))[0] == "read"
    assert outcome(said("0.2", "0.3", by="the mayor"))[0] == "read"


def test_an_article_may_give_several_estimates() -> None:
    class Quoting(Scripted):
        gives_several = True

    assert outcome(said("0.2", "0.3"), Quoting)[0] == "read"


def test_a_share_above_one_is_quarantined() -> None:
    status, reason = results(lambda page, measures: [Reading("a", 19)])["a"]
    assert status == "quarantined"
    assert reason == "19 is no share: expected 0 to 1"


def test_a_measure_the_page_says_nothing_of_is_missing() -> None:
    found = results(lambda page, measures: [Reading("a", 0.2)], share("a"), share("b"))
    assert found["a"][0] == "read"
    assert found["b"][0] == "missing"


def test_a_failing_source_stops_no_other() -> None:
    class Failing(Scripted):
        name = "failing"

        def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
            raise RuntimeError("not today")

    sources = Sources(
        {"scripted": Scripted(lambda page, measures: []), "failing": Failing(lambda *_: [])}
    )
    made = plan([share(), share("b", source="failing", name="f")], sources, {}, at=NOW)
    assert len(made.errands) == 1
    (failed,) = made.failed
    assert (failed.source, failed.outcome) == ("f", "unreachable")
    assert failed.reason == "RuntimeError: not today"


def test_a_bug_of_ours_while_planning_is_on_no_sources_record() -> None:
    class Naming(Source):
        name = "naming"
        describes = Description("Example")

        def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
            return [Ask(f"{URL}/{one.id}", (one,)) for one in measures]

    measures = [share(id, source="naming", name="n") for id in ("a", "b")]
    naive = NOW.replace(tzinfo=None)  # as no record gives it
    known = {("n", f"{URL}/a"): Memory(naive)}
    planned = partial(plan, measures, Sources({"naming": Naming()}), known, at=NOW, due=True)
    bugs: list[Exception] = []
    made = planned(on_bug=bugs.append)

    assert made.failed == ()
    assert [errand.request.url for errand in made.errands] == [f"{URL}/b"]
    assert [type(bug) for bug in bugs] == [TypeError]
    assert bugs[0].__notes__ == [f"while planning what source 'n' asks of '{URL}/a'"]
    with pytest.raises(TypeError):
        planned()


def test_an_address_that_no_text_can_hold_is_the_sources_failure() -> None:
    class Broken(Scripted):
        def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
            yield Ask(f"{URL}/\ud800", measures)

    made = plan([share()], Sources({"scripted": Broken(lambda *_: [])}), {}, at=NOW)
    assert made.errands == ()
    assert "text that can be sent" in (made.failed[0].reason or "")


def test_a_source_that_is_not_installed_is_an_attempt_with_its_reason() -> None:
    made = plan([share(source="gone", name="gone")], Sources({}), {}, at=NOW)
    assert made.failed[0].reason is not None
    assert "is its plugin installed?" in made.failed[0].reason


def test_a_file_is_asked_only_where_the_claim_file_names_it() -> None:
    sources = having(lambda page, measures: [], url="figures.csv")
    refused = plan([share()], sources, {}, at=NOW)
    named = plan([share(options=(("url", "figures.csv"),), base="/data")], sources, {}, at=NOW)
    assert refused.errands == ()
    assert "may not" in (refused.failed[0].reason or "")
    assert named.errands[0].request == Request("figures.csv", base="/data")


def test_validators_are_sent_only_when_todays_reader_has_read_that_page() -> None:
    measure = share()
    sources = having(lambda page, measures: [])
    reader = ("a", extractor(sources["scripted"], measure))
    validators = Validators("f00", '"v1"')
    key = ("scripted", URL)
    fresh = plan([measure], sources, {key: Memory(NOW, validators, frozenset({reader}))}, at=NOW)
    stale = plan(
        [measure], sources, {key: Memory(NOW, validators, frozenset({("a", "x@0")}))}, at=NOW
    )
    assert fresh.errands[0].request.validators == validators
    assert stale.errands[0].request.validators is None


def test_not_modified_confirms_the_snapshot_it_names() -> None:
    (errand,) = one(lambda page, measures: []).errands
    request = Request(URL, validators=Validators("f00"))
    (attempt,) = read(Answer(request, NOW, "not_modified"), errand).attempts
    assert attempt.snapshot == "f00"
    assert [result.status for result in attempt.results] == ["read"]


def test_the_same_bytes_are_not_read_again() -> None:
    def never(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        raise AssertionError("read again")

    (errand,) = one(never).errands
    first = read(answer(errand), errand)
    known = Request(URL, validators=Validators(first.snapshots[0].sha256))
    (attempt,) = read(answer(Errand(known, errand.inquiries)), errand).attempts
    assert [result.status for result in attempt.results] == ["read"]


def test_due_leaves_out_what_was_asked_a_while_ago() -> None:
    measure = share(every=timedelta(hours=6))
    sources = having(lambda page, measures: [])

    def due(hours: int) -> int:
        asked = {("scripted", URL): Memory(NOW - timedelta(hours=hours))}
        return len(plan([measure], sources, asked, at=NOW, due=True).errands)

    assert [due(5), due(6)] == [0, 1]


def test_due_puts_off_what_failed_and_what_the_server_put_off() -> None:
    sources = having(lambda page, measures: [])

    def due(memory: Memory, hours: float) -> bool:
        at = NOW + timedelta(hours=hours)
        return plan([share()], sources, {("scripted", URL): memory}, at=at, due=True).errands != ()

    assert due(Memory(NOW), 0)
    assert [due(Memory(NOW, failures=3), hours) for hours in (3, 4)] == [False, True]
    busy = Memory(NOW, failures=1, retry_after="18000")
    assert [due(busy, hours) for hours in (4.99, 5)] == [False, True]


def test_what_was_asked_since_can_be_left_out() -> None:
    sources = having(lambda page, measures: [])
    known = {("scripted", URL): Memory(NOW)}

    def asked(since: datetime) -> int:
        return len(plan([share()], sources, known, at=NOW, asked_since=since).errands)

    assert asked(NOW) == 0
    assert asked(NOW + timedelta(seconds=1)) == 1


def test_a_follow_goes_on_and_no_deeper_than_allowed() -> None:
    def onward(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return [Follow(Ask(page.url + "/next", measures))]

    (errand,) = one(onward).errands
    for _ in range(MAX_DEPTH):
        gleaning = read(answer(errand), errand)
        assert gleaning.attempts[0].results == ()
        (errand,) = gleaning.follows
    last = read(answer(errand), errand)
    assert last.follows == ()
    assert last.attempts[0].results[0].status == "unreadable"


def test_a_blocked_answer_has_no_result_and_no_snapshot() -> None:
    (errand,) = one(lambda page, measures: []).errands
    blocked = Answer(errand.request, NOW, "blocked", reason="a consent page")
    (attempt,) = read(blocked, errand).attempts
    assert (attempt.outcome, attempt.snapshot, attempt.results) == ("blocked", None, ())


def test_the_claim_file_says_who_publishes_a_series() -> None:
    found = descriptions([share(publisher="DeepState", party="Ukraine")], having(lambda *_: []))
    assert found["scripted"] == Description("DeepState", party="Ukraine")


class Daily(Scripted):
    """A source with an address for each day, that knows no clock: it names ten from *since* on."""

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
        start = since or date(2025, 12, 30)
        for day in (start + timedelta(days=ahead) for ahead in range(10)):
            yield Ask(f"{URL}/{day}", measures, not_before=day)


def daily(*measures: Measure, lasts: dict[tuple[str, str], date] | None = None) -> list[str]:
    sources = Sources({"scripted": Daily(lambda page, measures: [])})
    made = plan(measures or (share(),), sources, {}, at=NOW, lasts=lasts or {})
    return [errand.request.url.removeprefix(f"{URL}/") for errand in made.errands]


def test_an_address_is_not_asked_before_its_day() -> None:
    assert daily() == ["2025-12-30", "2025-12-31", "2026-01-01"]


def test_a_source_learns_the_last_day_on_record() -> None:
    assert daily(lasts={("scripted", "a"): date(2025, 12, 31)}) == ["2025-12-31", "2026-01-01"]


def test_the_last_day_is_that_of_the_measure_furthest_behind() -> None:
    both = share("a"), share("b")
    ahead, behind = date(2026, 1, 1), date(2025, 12, 31)
    lasts = {("scripted", "a"): ahead, ("scripted", "b"): behind}
    assert daily(*both, lasts=lasts) == ["2025-12-31", "2026-01-01"]
    assert len(daily(*both, lasts={("scripted", "a"): ahead})) == 3


def test_the_last_day_of_another_source_does_not_matter() -> None:
    assert len(daily(lasts={("other", "a"): date(2026, 1, 1)})) == 3


def test_a_series_that_nobody_says_who_publishes_goes_by_its_name() -> None:
    class Unnamed(Scripted):
        describes = Description("")

    found = descriptions([share(name="land")], Sources({"scripted": Unnamed(lambda *_: [])}))
    assert found["land"].publisher == "land"


def test_a_refusal_gives_up_one_measure_and_no_other() -> None:
    def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        yield Refusal("a", "quarantined", "0.9 is outside what is expected")
        yield Reading("b", 0.2)

    assert results(reader, share("a"), share("b")) == {
        "a": ("quarantined", "0.9 is outside what is expected"),
        "b": ("read", None),
    }


def test_what_is_refused_goes_not_on_record_beside_it() -> None:
    def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        yield Reading("a", 0.2)
        yield Refusal("a", "unreadable", "two figures")

    assert results(reader) == {"a": ("unreadable", "two figures")}


def test_a_refusal_for_a_measure_that_was_not_asked_is_a_broken_reader() -> None:
    said = results(lambda page, measures: [Refusal("other", "missing", "gone")])
    assert said["a"][0] == "unreadable"
    assert "'other', which was not asked" in str(said["a"][1])


def test_a_source_that_hangs_is_an_attempt_with_its_reason() -> None:
    never = threading.Event()

    class Hanging(Scripted):
        name = "hanging"

        def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
            yield Ask(URL, measures)
            never.wait()

    sources = Sources(
        {"scripted": Scripted(lambda page, measures: []), "hanging": Hanging(lambda *_: [])}
    )
    asked = [share("b", source="hanging", name="h"), share()]
    made = plan(asked, sources, {}, at=NOW, patience=0.05)
    never.set()
    (errand,) = made.errands
    assert [inquiry.name for inquiry in errand.inquiries] == ["scripted"]
    (failed,) = made.failed
    assert (failed.source, failed.outcome) == ("h", "unreachable")
    assert failed.reason == "PluginError: it did not come back within 0.05 seconds"


def test_a_reader_that_hangs_is_unreadable_and_stops_no_other() -> None:
    never = threading.Event()

    def hanging(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        if measures[0].id == "a":
            never.wait()
        yield Reading(measures[0].id, 0.2)

    (errand,) = one(hanging, share("a"), share("b", name="other")).errands
    attempts = read(answer(errand), errand, patience=0.05).attempts
    never.set()
    assert [attempt.results[0].status for attempt in attempts] == ["unreadable", "read"]
    assert "did not come back" in str(attempts[0].results[0].reason)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2026-01-01", "read"),
        ("2026-01-02", "read"),  # it is tomorrow somewhere
        ("2026-01-03", "quarantined"),
        ("2062-08-04", "quarantined"),
        ("9999-12-31", "quarantined"),
        ("2026", "read"),  # it had begun, and is used from its end on
        ("2026-01", "read"),
        ("2026-02", "quarantined"),
        ("2027", "quarantined"),
        (None, "read"),
    ],
)
def test_a_reading_of_a_day_that_has_not_come_is_no_observation(
    as_of: str | None, status: str
) -> None:
    day = None if as_of is None else CalendarDate.parse(as_of)
    told = results(lambda *_: [Reading("a", Decimal("0.2"), as_of=day, quote="a fifth")])
    assert told["a"][0] == status
    reason = f"{as_of} had not come on 2026-01-01, when the page came"
    assert (told["a"][1] or "").startswith(reason if status == "quarantined" else "")


def test_a_date_that_lies_in_the_future_is_a_value_like_any() -> None:
    subscription = Subscription("scripted", "scripted")
    ends = Measure("a", "When does it end?", "date", subscriptions=(subscription,))
    ending = CalendarDate.parse("2042-05-28")
    said = Reading("a", ending, as_of=CalendarDate.parse("2025-12-31"), quote="until 2042")
    assert results(lambda *_: [said], ends) == {"a": ("read", None)}


def test_a_source_that_hung_is_not_called_for_another_page() -> None:
    never, calls = threading.Event(), []

    def hanging(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        calls.append(page.url)
        never.wait()
        yield Reading(measures[0].id, 0.2)

    (errand,) = one(hanging).errands
    waiting = Waiting(0.05)
    reasons = [
        str(read(answer(errand), errand, patience=waiting).attempts[0].results[0].reason)
        for _ in range(3)
    ]
    never.set()
    assert len(calls) == 1
    told = "did not come back within 0.05 seconds"
    assert reasons[0].endswith(told)
    assert {
        reason.endswith(f"not called again in this update: it {told}") for reason in reasons[1:]
    } == {True}


def test_a_page_that_need_not_speak_of_a_measure_has_not_failed() -> None:
    (errand,) = one(lambda page, measures: [Refusal("a", "silent", "about sport")]).errands
    (attempt,) = read(answer(errand), errand).attempts
    assert [result.status for result in attempt.results] == ["silent"]
    assert not attempt.failed


class Paper(Scripted):
    """A source whose one page leads to an article, wanted once."""

    leads_on = True

    def __init__(self, changed_at: datetime | None = None) -> None:
        def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
            yield Refusal("a", "silent", "a list of articles")
            if page.url == URL:
                yield Follow(Ask(ARTICLE, measures, once=True, changed_at=changed_at))

        super().__init__(reader)


ARTICLE = "https://example.org/article"
HOUR = timedelta(hours=1)
READ = frozenset({("a", "scripted@1")})


def followed(paper: Paper, memory: Memory | None, at: datetime = NOW) -> list[str]:
    (errand,) = plan([share()], Sources({"scripted": paper}), {}, at=NOW).errands
    memories = {} if memory is None else {("scripted", ARTICLE): memory}
    found = wanted(read(answer(errand), errand).follows, memories, at=at)
    return [each.request.url for each in found]


def test_an_article_is_asked_until_it_was_read_and_never_after() -> None:
    assert followed(Paper(), None) == [ARTICLE]
    assert followed(Paper(), Memory(NOW - 500 * HOUR, readers=READ)) == []


def test_an_article_that_was_changed_since_is_asked_again() -> None:
    memory = Memory(NOW - 2 * HOUR, readers=READ)
    assert followed(Paper(NOW - 3 * HOUR), memory) == []
    assert followed(Paper(NOW - 1 * HOUR), memory) == [ARTICLE]


def test_a_change_that_lies_ahead_makes_an_article_new_only_when_it_comes() -> None:
    memory = Memory(NOW - HOUR, readers=READ)
    assert followed(Paper(NOW + HOUR), memory) == []
    assert followed(Paper(NOW + HOUR), memory, NOW + 2 * HOUR) == [ARTICLE]


def test_an_article_that_failed_waits_longer_each_time() -> None:
    def after(hours: float, failures: int) -> list[str]:
        return followed(Paper(), Memory(NOW - hours * HOUR, failures=failures))

    assert [after(0.5, 1), after(1, 1)] == [[], [ARTICLE]]
    assert [after(3, 3), after(4, 3)] == [[], [ARTICLE]]


def test_an_article_that_another_reader_read_is_asked_after_a_day() -> None:
    other = frozenset({("a", "scripted@0")})
    assert followed(Paper(), Memory(NOW - 20 * HOUR, readers=other)) == []
    assert followed(Paper(), Memory(NOW - 24 * HOUR, readers=other)) == [ARTICLE]


def test_what_is_asked_again_is_asked_with_its_validators() -> None:
    memory = Memory(NOW - 2 * HOUR, Validators("0" * 64, '"1"'), READ)
    (errand,) = plan([share()], Sources({"scripted": Paper(NOW - HOUR)}), {}, at=NOW).errands
    (again,) = wanted(read(answer(errand), errand).follows, {("scripted", ARTICLE): memory}, at=NOW)
    assert again.request.validators == memory.validators


def test_one_article_of_two_lists_is_asked_once() -> None:
    (errand,) = plan([share()], Sources({"scripted": Paper()}), {}, at=NOW).errands
    follows = read(answer(errand), errand).follows
    (only,) = wanted(follows * 2, {}, at=NOW)
    assert len(only.inquiries) == 1


@pytest.mark.parametrize("outcome", ["not_modified", "fetched"])
def test_a_list_that_has_not_changed_is_looked_through_again(outcome: Any) -> None:
    content = b"<p>one fifth</p>"
    seen = Validators(Snapshot.of(content).sha256, '"1"')
    memory = {("scripted", URL): Memory(NOW, seen, READ)}
    (errand,) = plan([share()], Sources({"scripted": Paper()}), memory, at=NOW).errands
    assert errand.request.validators == seen
    kept = Page(URL, content, NOW)
    came = Answer(errand.request, NOW, outcome, kept if outcome == "fetched" else None)
    gleaning = read(came, errand, kept=kept)
    assert [each.request.url for each in gleaning.follows] == [ARTICLE]
    assert [result.status for result in gleaning.attempts[0].results] == ["read"]


def test_a_list_whose_bytes_were_destroyed_leads_nowhere() -> None:
    memory = {("scripted", URL): Memory(NOW, Validators("0" * 64, '"1"'), READ)}
    (errand,) = plan([share()], Sources({"scripted": Paper()}), memory, at=NOW).errands
    gleaning = read(Answer(errand.request, NOW, "not_modified"), errand)
    assert gleaning.follows == ()


def test_of_many_articles_no_more_are_asked_than_a_source_takes() -> None:
    def reader(page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        for number in range(5):
            yield Follow(Ask(f"{ARTICLE}/{number}", measures, once=True, at_most=2))

    (errand,) = one(reader).errands
    follows = read(answer(errand), errand).follows
    known = {("scripted", f"{ARTICLE}/1"): Memory(NOW, readers=READ)}
    asked = [each.request.url for each in wanted(follows, known, at=NOW)]
    assert asked == [f"{ARTICLE}/0", f"{ARTICLE}/2"]
