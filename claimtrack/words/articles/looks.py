"""Looks: what a page looks like to somebody who asks whether it is a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Literal

from claimtrack.markup import plain_text
from claimtrack.words.articles.apologies import without_apology
from claimtrack.words.articles.frames import Frame
from claimtrack.words.articles.glimpse import WORDS_OF_A_PARAGRAPH
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import own_elements
from claimtrack.words.articles.withholding import withheld

#: How much of a page is searched for signs.
_MOST_TEXT = 20_000
_MOST_HEADINGS, _MOST_HEADING = 12, 500
_ROWS_OF_A_TABLE = 2

#: The ways in which a page may be made that tell a wall.
Made = Literal["login", "test", "leaves", "withheld", "empty", "bare"]


@dataclass(frozen=True)
class Look:
    """What the page at ``root`` looks like, no part of it looked at before it is needed."""

    root: Any = field(repr=False)
    markup: str = field(repr=False)
    text_words: int = 0

    @cached_property
    def frame(self) -> Frame:
        """What stands around its words."""
        return Frame(self.root)

    @cached_property
    def words(self) -> int:
        """The words of its paragraphs counted."""
        return max(self.text_words, sum(_lengths(self.root)))

    @cached_property
    def window(self) -> tuple[str, ...]:
        """What its window is headed by."""
        return tuple(_headings(self.root, "title"))

    @cached_property
    def first(self) -> tuple[str, ...]:
        """What it is headed by itself: its first headings, else the first of any rank. One that
        says no more than “sorry” heads nothing.
        """
        headings = tuple(_headings(self.root, "h1"))
        if any(map(without_apology, headings)):
            return headings
        below = (one[:_MOST_HEADING] for one in self.frame.headings() if without_apology(one))
        return (*headings, *islice(below, 1))

    @property
    def titles(self) -> tuple[str, ...]:
        """Both."""
        return (*self.window, *self.first)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The second headings."""
        return tuple(_headings(self.root, "h2"))

    @cached_property
    def has_story(self) -> bool:
        """Whether it has an article that has a heading."""
        return any(
            next(one.iter("h1", "h2"), None) is not None for one in self.root.iter("article")
        )

    @cached_property
    def said(self) -> str:
        """All it says, with what it says to a reader without scripts."""
        return " ".join(" ".join(_said(self.root)).split())[:_MOST_TEXT]

    @cached_property
    def said_below(self) -> str:
        """All it says but for its titles: a headline may be about walls, and one that opens with a
        sign is met where the titles are looked at.
        """
        lines = (" ".join(line.split()) for line in _said(self.root))
        below = " ".join(line for line in lines if line not in self.titles)
        return " ".join(below.split())[:_MOST_TEXT]

    @cached_property
    def shown(self) -> int:
        """The words of its body counted."""
        return sum(len(plain_text(body).split()) for body in self.root.iter("body"))

    @cached_property
    def has_figures(self) -> bool:
        """Whether it has a table of them."""
        rows = (row for row in self.root.iter("tr") if any(map(_holds_figure, row.iter("td"))))
        return len(list(islice(rows, _ROWS_OF_A_TABLE))) == _ROWS_OF_A_TABLE

    def made(self, how: Made) -> str | None:
        """What of the page is made as is asked for."""
        return withheld(self.root) if how == "withheld" else getattr(self.frame, how)


def _lengths(root: Any) -> Iterator[int]:
    """The number of words of each paragraph of the page's own."""
    for one in own_elements(root):
        if one.tag in {"p", "li", "td", "blockquote", "pre", "dd"} or _says_much(one):
            words = len(words_of(one).split())
            if words >= WORDS_OF_A_PARAGRAPH:
                yield words


def _says_much(element: Any) -> bool:
    """Whether an element that is no paragraph has a paragraph's words of its own."""
    own = [element.text or "", *(one.tail or "" for one in element)]
    return element.tag in {"div", "section", "article", "main"} and sum(map(len, own)) > 200


def _holds_figure(cell: Any) -> bool:
    return any(sign.isdigit() for sign in words_of(cell))


def _headings(root: Any, *tags: str) -> Iterator[str]:
    found = (words_of(one) for tag in tags for one in root.iter(tag))
    for number, words in enumerate(found):
        if number >= _MOST_HEADINGS:
            return
        if words:
            yield words[:_MOST_HEADING]


def _said(root: Any) -> Iterator[str]:
    yield from plain_text(root).splitlines()  # with its buttons
    for one in root.iter("noscript"):
        yield words_of(one)
