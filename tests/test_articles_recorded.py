"""Articles on recorded pages: what people wrote down of them is what is read."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from shared import SHARED, needs

from claimtrack import read_article, visible_text
from claimtrack.words.articles.structured import texts
from claimtrack.words.articles.timestamps import time_of

PAGES = SHARED / "pages"
recorded = needs(PAGES)

#: Cases about a setting of another library, and about a tag that only its own service wrote.
OTHERS = ("config", "parsely_page")


def cases(field: str) -> Iterator[tuple[str, bytes, Any]]:
    for told in sorted((PAGES / "metadata_cases").glob("*.json")):
        expected = json.loads(told.read_text(encoding="utf-8")).get("expected", {})
        if field in expected and not told.stem.endswith(OTHERS):
            yield told.stem, told.with_suffix(".html").read_bytes(), expected[field]


@recorded
def test_the_authors_of_the_cases_are_found() -> None:
    told = {name: sorted(expected) for name, _, expected in cases("authors")}
    assert len(told) >= 2
    assert {name: sorted(read_article(page).authors) for name, page, _ in cases("authors")} == told


@recorded
def test_the_days_of_the_cases_are_found() -> None:
    told = {name: time_of(expected) for name, _, expected in cases("publish_date")}
    assert len(told) >= 6
    assert {name: read_article(page).published for name, page, _ in cases("publish_date")} == told


@recorded
@pytest.mark.parametrize(
    "page", sorted((PAGES / "encodings/miniflux").glob("*.html")), ids=lambda page: page.stem
)
def test_a_page_in_any_encoding_shows_the_same_words(page: Path) -> None:
    shown = visible_text(page.read_bytes())
    assert shown
    assert "\ufffd" not in shown


@recorded
def test_declared_data_is_read_as_reviewers_expect_it() -> None:
    folder = PAGES / "claimreview/extruct"
    pages, wrong = sorted(folder.glob("*.jsonld")), []
    assert len(pages) == 9
    for expected in pages:
        page = expected.with_suffix(".html")
        nodes = read_article(page.read_bytes()).structured
        told = json.loads(expected.read_text(encoding="utf-8"))
        wrong += [expected.stem for node in told if node not in nodes]
    assert wrong == []


@recorded
def test_what_a_page_was_changed_at_is_no_earlier_than_its_publication() -> None:
    page = next((PAGES / "claimreview").glob("page_*.html"))
    article = read_article(page.read_bytes())
    assert isinstance(article.published, datetime)
    assert article.authors
    assert texts(article.structured[0].get("@type"))


def words(text: str) -> set[str]:
    return {*re.findall(r"[^\W\d_]+", text.casefold())}


@recorded
def test_no_word_of_an_article_is_missing_from_the_cheap_look_at_its_page() -> None:
    pages = sorted((PAGES / "articles" / "html").glob("*.gz"))[::10]
    assert len(pages) >= 50
    for page in pages:
        html = gzip.decompress(page.read_bytes())
        seen = words(visible_text(html))
        missed = words(read_article(html).text) - seen
        assert [one for one in missed if not is_two(one, seen)] == [], page.name


def is_two(word: str, seen: set[str]) -> bool:
    """Whether the main text has run two words of the page into one."""
    return any(word[:at] in seen and word[at:] in seen for at in range(1, len(word)))
