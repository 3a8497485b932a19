"""Errands: each address once, by host, and in little room however many they are."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errands import Errand, Errands, Gathering, Inquiry, by_host, errand
from claimtrack.measures import Measure, OptionTable, Reads, State, Subscription
from claimtrack.observations import Description
from claimtrack.pages import Ask, Page, Request, Validators
from claimtrack.sources import Source
from claimtrack.values import CalendarDate


class Asking(Source):
    """A source that wants its host spared."""

    name = "asking"
    describes = Description("Example", spacing=2.0)

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return []


SOURCE = Asking()
FULL = Measure(
    "full",
    "What is so?",
    "state",
    scope="all of it",
    states=(State("open", ("is open",)),),
    stale_after=timedelta(days=3),
    settled=CalendarDate(date(2026, 1, 1)),
    subscriptions=(
        Subscription(
            "asking",
            "named",
            kind="series",
            every=timedelta(hours=1),
            options=(
                ("expect", (0.05, Decimal("0.5"))),
                ("since", date(2026, 1, 1)),
                ("table", OptionTable((("a", 1), ("b", True)))),
            ),
            base="/data",
        ),
    ),
    also=("other",),
    reads=Reads(subject=("the land",), since=CalendarDate(date(2025, 1, 1))),
)


def asked(url: str, name: str = "named", *measures: Measure, **ask: Any) -> tuple[Request, Inquiry]:
    made = Ask(url, measures or (FULL,), **ask)
    return Request(url, made.headers), Inquiry(SOURCE, name, made)


def gathered(*given: tuple[Request, Inquiry], known: Validators | None = None) -> Errands:
    gathering = Gathering()
    for request, inquiry in given:
        gathering.add(request, (inquiry, known))
    return gathering.done()


def page(number: int, host: str = "example.org") -> str:
    return f"https://{host}/{number}"


def test_what_comes_out_is_what_was_put_in() -> None:
    known = Validators("f00", '"v1"', "Thu, 01 Jan 2026 00:00:00 GMT", content_type="text/html")
    given = asked(
        page(1),
        "named",
        FULL,
        headers=(("Accept", "text/csv"),),
        secret_env="KEY",
        not_before=date(2026, 1, 1),
        grace=timedelta(days=1),
        once=True,
        changed_at=datetime(2026, 1, 2, tzinfo=UTC),
        at_most=3,
    )
    (one,) = gathered(given, known=known)

    assert one == errand(given[0], [(given[1], known)])
    assert one.inquiries == (given[1],)
    assert one.inquiries[0].source is SOURCE
    assert (one.request.validators, one.request.spacing) == (known, 2.0)
    (measure,) = one.inquiries[0].measures
    ((_, expected), (_, since), (_, table)) = measure.subscriptions[0].options
    assert expected == (0.05, Decimal("0.5"))
    assert (since, type(table)) == (date(2026, 1, 1), OptionTable)


def test_those_who_ask_for_the_same_share_an_errand_however_far_apart() -> None:
    many = [asked(page(number), "first") for number in range(200)]
    again = [asked(page(number), "second") for number in range(200)]
    errands = gathered(*many, *again)

    assert len(errands) == 200
    assert {tuple(one.name for one in each.inquiries) for each in errands} == {("first", "second")}
    assert [each.request.url for each in errands] == [page(number) for number in range(200)]


def test_one_address_with_other_headers_is_another_request() -> None:
    plain = [asked(page(number)) for number in range(60)]
    other = [asked(page(number), headers=(("Accept", "text/csv"),)) for number in range(60)]
    errands = gathered(*plain, *other, *other)

    assert len(errands) == 120
    assert sum(len(each.inquiries) for each in errands) == 180
    assert len({each.request for each in errands}) == 120


def test_validators_go_along_where_all_have_read_the_same_page() -> None:
    gathering, known = Gathering(), Validators("f00")
    for number in range(60):
        request, inquiry = asked(page(number), "first")
        gathering.add(request, (inquiry, known))
    for number in range(60):
        request, inquiry = asked(page(number), "second")
        gathering.add(request, (inquiry, known if number % 2 else None))

    sent = [each.request.validators for each in gathering.done()]
    assert sent == [known if number % 2 else None for number in range(60)]


_ADDRESSES = st.tuples(st.integers(0, 4), st.integers(0, 60))


@given(st.lists(_ADDRESSES, max_size=400))
def test_each_host_has_its_own_in_the_order_they_were_named(named: list[tuple[int, int]]) -> None:
    urls = [page(number, f"h{host}.example") for host, number in named]
    errands = gathered(*(asked(url) for url in urls))
    hosts = {host: [each.request.url for each in of] for host, of in by_host(errands).items()}

    expected: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        expected.setdefault(url.split("/")[2], []).append(url)
    assert hosts == expected
    assert list(hosts) == list(expected)
    assert sum(len(each.inquiries) for each in errands) == len(urls)


def test_they_equal_a_tuple_of_them() -> None:
    given = [asked(page(number)) for number in range(3)]
    errands = gathered(*given)
    made = tuple(errand(request, [(inquiry, None)]) for request, inquiry in given)

    assert errands == made
    assert (errands[1], errands[1:], hash(errands)) == (made[1], made[1:], hash(made))
    assert repr(errands) == repr(made)
    assert gathered() == ()
    assert not gathered()
    assert errands != made[:2]
    assert errands != 3


def test_a_host_or_a_name_can_be_left_out() -> None:
    given = [asked(page(n, host), name) for n in range(40) for host, name in _HOSTS_AND_NAMES]
    shared = [asked(page(n, "a.example"), "third") for n in range(5)]
    errands = gathered(*given, *shared)

    assert errands.hosts == ("a.example", "b.example")
    only = errands.of_hosts({"b.example"})
    assert {each.request.url for each in only} == {page(n, "b.example") for n in range(40)}
    left = errands.without({"first"})
    assert {each.request.url for each in left if "a.example" in each.request.url} == {
        page(n, "a.example") for n in range(5)
    }
    assert len(left) == 45
    assert {one.name for each in left for one in each.inquiries} == {"second", "third"}


_HOSTS_AND_NAMES = (("a.example", "first"), ("b.example", "second"))


def test_what_cannot_be_packed_is_held_as_it_is() -> None:
    class Own(str):
        """A text that lets nobody take it apart."""

        __slots__ = ("kept",)

        def __reduce_ex__(self, protocol: Any) -> Any:
            raise TypeError("not me")

        def __str__(self) -> str:
            raise TypeError("nor so")

    odd = Measure(
        "odd", "?", "state", subscriptions=(Subscription("asking", "n", options=(("f", print),)),)
    )
    lambdas = Measure(
        "l", "?", "state", subscriptions=(Subscription("asking", "n", options=(("f", _hosts),)),)
    )
    local = Measure(
        "o", "?", "state", subscriptions=(Subscription("asking", "n", options=(("f", Own()),)),)
    )
    for measure in (odd, lambdas, local):
        (one,) = gathered(asked(page(1), "named", measure))
        assert one.inquiries[0].measures[0].id == measure.id


def _hosts() -> None:
    """A function, which an option can hold and a pack names."""


def test_tuples_of_errands_go_by_host_as_well() -> None:
    made = [errand(*_known(asked(page(n, host)))) for n in (1, 2) for host in ("b", "a")]
    hosts = {host: [each.request.url for each in of] for host, of in by_host(made).items()}
    assert hosts == {"b": [page(1, "b"), page(2, "b")], "a": [page(1, "a"), page(2, "a")]}


def _known(given: tuple[Request, Inquiry]) -> tuple[Request, list[tuple[Inquiry, None]]]:
    return given[0], [(given[1], None)]


def test_many_take_little_room() -> None:
    few, many = _held(500), _held(2_000)
    # As they are they take some 3,000 each.
    assert (many - few) / 1_500 < 400


def _held(count: int) -> int:
    """The bytes that so many errands are held in, each of another measure with its validators."""
    gc.collect()
    tracemalloc.start()
    try:
        errands = _of_many(count)
        gc.collect()
        return tracemalloc.get_traced_memory()[0] if errands else 0
    finally:
        tracemalloc.stop()


def _of_many(count: int) -> Errands:
    gathering = Gathering()
    for number in range(count):
        options = (("select", "td.share"), ("url", page(number)))
        subscription = Subscription("asking", "named", options=options)
        measure = Measure(f"m{number}", "?", "quantity", "share", subscriptions=(subscription,))
        request, inquiry = asked(page(number), "named", measure)
        gathering.add(request, (inquiry, Validators(f"{number:064x}", f'"{number:08x}"')))
    return gathering.done()


def test_what_is_under_way_is_let_go_of_as_it_is_asked() -> None:
    hosts = by_host(_of_many(1_000))
    gc.collect()
    tracemalloc.start()
    try:
        (waiting,) = hosts.values()
        seen: list[Errand] = []
        for one in waiting:
            seen = [one]
        gc.collect()
        assert seen
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()
