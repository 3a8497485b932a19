"""Metas: what the meta tags of a page say, by their names."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.metas import LONGEST, MOST, Metas
from claimtrack.words.articles.pagetree import tree


def metas(*tags: str) -> Metas:
    return Metas(tree(f"<html><head>{''.join(f'<meta {tag}>' for tag in tags)}</head></html>"))


@pytest.mark.parametrize(
    ("tag", "name", "said"),
    [
        ('property="og:title" content="The bridge"', "og:title", ["The bridge"]),
        ('name="author" content="Ann"', "author", ["Ann"]),
        ('itemprop="headline" content="The bridge"', "headline", ["The bridge"]),
        ('http-equiv="Content-Language" content="de"', "content-language", ["de"]),
        ('name=" Author " content="Ann"', "author", ["Ann"]),
        ('property="og:title headline" content="x"', "headline", ["x"]),
        ('property="og:title headline" content="x"', "og:title headline", ["x"]),
        ('property="og:title" name="title" content="x"', "title", ["x"]),
        ('name="DC.Date" content="2026"', "dc.date", ["2026"]),
        ('name="dcterms.date" content="2026"', "dc.date", ["2026"]),
        ('name="dcterm:date" content="2026"', "dc.date", ["2026"]),
        ('name="dc:date" content="2026"', "dc.date", ["2026"]),
        ('name="x.dc.date" content="2026"', "dc.date", []),
        ('name="author" value="Ann"', "author", ["Ann"]),
        ('name="author" content="Ann" value="Bob"', "author", ["Ann"]),
        ('name="author" content=" Ann\n  Holm "', "author", ["Ann Holm"]),
        ('name="author" content=" "', "author", []),
        ('name="author"', "author", []),
        ('class="author" content="Ann"', "author", []),
    ],
)
def test_a_tag_says_what_it_says_under_each_of_its_names(
    tag: str, name: str, said: list[str]
) -> None:
    assert metas(tag).all([name]) == said


def test_what_is_said_several_times_is_kept_in_its_order() -> None:
    found = metas('name="a" content="1"', 'name="b" content="2"', 'name="A" content="3"')
    assert found.all(["b", "a", "c"]) == ["2", "1", "3"]
    assert found.first("c", "a", "b") == "1"
    assert found.first("c") is None
    assert found.first() is None


def test_a_tag_with_one_name_twice_says_it_once() -> None:
    assert metas('name="a" property="a a" content="1"').all(["a"]) == ["1"]


def test_neither_a_long_tag_nor_many_tags_are_read_to_their_end() -> None:
    (said,) = metas(f'name="a" content="{"x" * (LONGEST + 1)}"').all(["a"])
    assert len(said) == LONGEST
    assert metas(*['name="a" content="x"'] * (MOST + 1)).all(["a"]) == ["x"] * MOST
