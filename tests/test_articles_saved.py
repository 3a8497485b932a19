"""Articles on saved pages: titles, authors and days in the shapes of many kinds of site."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claimtrack import read_article

PAGES = Path(__file__).parent / "pages" / "articles"
EXPECTED: dict[str, dict[str, Any]] = json.loads(
    (PAGES / "expected.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_saved_page_tells_what_was_written_down_of_it(name: str) -> None:
    expected = EXPECTED[name]
    article = read_article((PAGES / f"{name}.html").read_bytes(), url=expected["url"])
    at = article.published
    assert {
        "url": expected["url"],
        "title": article.title,
        "authors": [*article.authors],
        "published": at.isoformat() if isinstance(at, datetime) else at and str(at),
    } == expected


def test_each_saved_page_has_its_expected_reading() -> None:
    assert {page.stem for page in PAGES.glob("*.html")} == {*EXPECTED}
