"""Choosing articles: their one address, which are worth reading, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from claimtrack_news.addresses import canonical
from claimtrack_news.choosing import is_recent, names_any, newest_first
from claimtrack_news.listings import Entry
from hypothesis import given
from hypothesis import strategies as st

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://A.example/x", "https://a.example/x"),
        ("https://a.example:443/x#top", "https://a.example/x"),
        ("http://a.example:8080", "http://a.example:8080/"),
        ("https://a.example/x?utm_source=rss&id=3&fbclid=z", "https://a.example/x?id=3"),
        ("https://a.example/x?at_medium=RSS&at_campaign=rss", "https://a.example/x"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
        ("https://a.example/x?reference=2", "https://a.example/x?reference=2"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("https://a.example/x\u00a0#part", "https://a.example/x"),
    ],
)
def test_an_article_has_one_address(link: str, address: str) -> None:
    assert canonical(link) == address


@pytest.mark.parametrize(
    "link",
    ["", "tag:a.example,2026:1", "mailto:a@a.example", "/x", "https:///x", "https://u:p@a.example/",
     "http://[bad", "https://a.example:x/", "file:///etc/passwd", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(link: str) -> None:
    assert canonical(link) is None


@given(st.text(max_size=60))
def test_an_address_is_canonical_once_and_for_all(text: str) -> None:
    address = canonical(f"https://a.example/{text}")
    assert address is None or canonical(address) == address


def test_an_entry_names_a_word_with_any_ending() -> None:
    entry = Entry(title="Kharkiv’s mayor speaks", summary="Of Donetsk\nOblast and the river")
    assert names_any(entry, ("Kharkiv",))
    assert names_any(entry, ("nothing", "donetsk oblast"))
    assert not names_any(entry, ("hark", "Luhansk"))


def test_an_address_stands_in_for_a_title_that_is_not_there() -> None:
    link = "https://a.example/2026/donetsk-oblast_today.html"
    assert names_any(Entry(link=link), ("Donetsk Oblast",))
    assert not names_any(Entry(link=link, title="Today"), ("Donetsk Oblast",))


def test_the_newest_come_first_and_those_without_a_day_last() -> None:
    entries = [
        Entry("a"),
        Entry("b", published_at=NOW - timedelta(1)),
        Entry("c"),
        Entry("d", published_at=NOW),
    ]
    assert [one.link for one in newest_first(entries)] == ["d", "b", "a", "c"]


def test_an_old_entry_that_was_changed_is_recent() -> None:
    old = Entry(published_at=NOW - timedelta(40))
    changed = Entry(published_at=NOW - timedelta(40), updated_at=NOW)
    assert [is_recent(one, 30, NOW) for one in (old, changed, Entry())] == [False, True, True]
