"""Sidecars: what is written beside a saved page is what is read again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import CalendarDate, Interval, Measure, Page, Reading
from claimtrack.authoring.savedpages import saved_pages
from claimtrack.authoring.sidecars import file_name, measures_file, save_page
from claimtrack.measures import Reads, State, Subscription, frozen
from claimtrack.observations import Result

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
SUBSCRIPTION = Subscription(
    "series",
    "levels",
    publisher='The "office"',
    kind="measurement",
    options=tuple(
        (name, frozen(value))
        for name, value in sorted(
            {
                "url": "a.csv",
                "where": {"side": "a"},
                "top": 3,
                "strict": False,
                "cut": [1, 2],
            }.items()
        )
    ),
)
MEASURE = Measure(
    "lease/mooring",
    "Does the lease hold?",
    "state",
    scope="back\\slash, 'single' and \"double\"",
    states=(State("in_force", ("in force",)), State("ended", (), "at an end")),
    stale_after=timedelta(days=30),
    subscriptions=(SUBSCRIPTION,),
    reads=Reads(subject=("lease",), says=("holds", "held"), since=CalendarDate.parse("2022-02")),
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=9**9, places=4)
days = st.dates().map(CalendarDate) | st.sampled_from(["2042", "2042-07"]).map(CalendarDate.parse)
readings = st.builds(
    Reading,
    st.just("lease/mooring"),
    amounts | days | words | st.builds(Interval, amounts, st.none()),
    as_of=st.none() | days,
    error=st.none() | amounts,
    quote=words,
    locator=st.none() | words,
    attribution=st.none() | words,
    scope=st.none() | words,
    published_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    derived=st.booleans(),
    withdrawn=st.booleans(),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(readings, max_size=3), st.binary(max_size=50))
def test_whatever_was_read_is_expected_again(
    tmp_path: Path, read: list[Reading], content: bytes
) -> None:
    page = Page("https://a.example/x?y=1", content, AT, 200, (("x-a", "b"),), "https://a.example/")
    told = measures_file([MEASURE], id="pages", title="Pages", today=date(2026, 3, 2))
    (tmp_path / "measures.toml").write_text(told, encoding="utf-8")
    result = Result("lease/mooring", "read", "series@1", tuple(read))
    save_page(
        tmp_path, "page.txt", page, source="levels", measures=(MEASURE.id,), results=[result],
        leads_to=["https://a.example/2"],
    )  # fmt: skip
    (saved,) = saved_pages(tmp_path)
    assert saved.page == page
    assert [one.differs(other) for one, other in zip(saved.expected, read, strict=True)] == [
        () for _ in read
    ]
    assert saved.leads_to == ("https://a.example/2",)


@pytest.mark.parametrize("settled", [None, "2025-08-15", "2025-08"])
def test_measures_are_declared_again_as_they_were(tmp_path: Path, settled: str | None) -> None:
    from dataclasses import replace

    from claimtrack.claimfile import load_document

    measure = MEASURE
    if settled is not None:
        measure = replace(MEASURE, settled=CalendarDate.parse(settled), stale_after=None)
    told = measures_file([measure], id="pages", title="Pages", today=date(2026, 3, 2))
    (tmp_path / "measures.toml").write_text(told, encoding="utf-8")
    (found,) = load_document(tmp_path / "measures.toml").measures
    (asked,) = found.subscriptions
    assert found == replace(measure, subscriptions=(replace(SUBSCRIPTION, base=asked.base),))


@pytest.mark.parametrize(
    ("url", "media_type", "name"),
    [
        ("https://a.example/data/Levels%20of.csv?x=1", "text/csv", "levels-of-2026-03-02.csv"),
        ("https://a.example/", "text/html", "page-2026-03-02.html"),
        ("https://a.example/doc.htm", "text/html", "doc-2026-03-02.html"),
        ("https://a.example/../../etc/passwd", "text/plain", "passwd-2026-03-02.txt"),
        ("https://a.example/x.toml", None, "x-2026-03-02.txt"),
        ("https://a.example/map.geojson", None, "map-2026-03-02.geojson"),
    ],
)
def test_a_file_is_named_for_its_address_and_day(
    url: str, media_type: str | None, name: str
) -> None:
    headers = () if media_type is None else (("content-type", media_type),)
    page = Page(url, b"", AT, 200, headers)
    assert file_name(page, ()) == name
    stem, _, ending = name.rpartition(".")
    assert file_name(page, {name}) == f"{stem}-2.{ending}"
