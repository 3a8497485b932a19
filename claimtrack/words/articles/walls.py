"""Walls: what stands in an article's place, known by the signs in ``walls.toml``.

A wall comes with status 200 like any page. It is short where an article is long, and says in its
heading or its few words what it is; a full article beside a banner that says the same is none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from claimtrack.markup import plain_text
from claimtrack.words.articles.article import Wall, WallKind
from claimtrack.words.articles.glimpse import WORDS_OF_A_PARAGRAPH, headings, paragraph_words
from claimtrack.words.articles.pagetree import tree, words_of
from claimtrack.words.articles.regions import own_among

_RULES = Path(__file__).with_name("walls.toml")
#: So many words of other articles, of readers and of the site may stand in a wall's paragraphs.
_MOST_BESIDE = 130
#: How much of a page is searched for signs.
_MOST_TEXT, _MOST_MARKUP = 20_000, 400_000
_MOST_HEADINGS = 12
_ROWS_OF_A_TABLE = 2
_PARAGRAPHS = frozenset({"p", "li", "td", "blockquote", "pre", "dd"})
_BLOCKS = frozenset({"div", "section", "article", "main"})
#: So many signs of a block's own are a paragraph.
_MUCH = 200
_TOLD = 80
#: What stands for itself in a pattern, as long as nothing makes it optional.
_LETTERS = re.compile(r"(?:(?:[\w /'’=:<,-]|\\[./?])(?![?*{]))+")
#: What stands for one of several signs, for several in a row, and for one of several wordings.
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]|\\[^./?]")
_TIMES = re.compile(r"(?<=\{)[\d,]*\}")
_GROUP = re.compile(r"\((?:[^()\\]|\\.)*\)")
_OTHER = "\0"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to know a wall; `walls.toml` says what the fields mean."""

    kind: WallKind
    most_words: int
    most_said: int = 5_000
    most_shown: int | None = None
    titled: bool = False
    unsure: bool = False
    headed: Sequence[str] = ()
    says: Sequence[str] = ()
    holds: Sequence[str] = ()
    and_says: Sequence[str] = ()
    and_holds: Sequence[str] = ()

    @property
    def is_by_title(self) -> bool:
        """Whether nothing but a title tells such a wall."""
        return self.titled and not self.says and not self.holds


@dataclass(frozen=True)
class Searched:
    """A text that many patterns are looked for in."""

    text: str = field(repr=False)

    @cached_property
    def lowered(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Look:
    """What the page at ``root`` looks like, no part of it looked at before it is needed."""

    root: Any = field(repr=False)
    markup: str = field(repr=False)
    text_words: int = 0

    @cached_property
    def words(self) -> int:
        """The words of its paragraphs counted, no further than to a few more than a wall has."""
        count = self.text_words
        if count <= most_words():
            count = max(count, _counted(_lengths(self.root), most_words()))
        return count

    @cached_property
    def titles(self) -> tuple[str, ...]:
        return tuple(_headings(self.root, "title", "h1"))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The second headings."""
        return tuple(_headings(self.root, "h2"))

    @cached_property
    def said(self) -> str:
        """All it says, with what it says to a reader without scripts."""
        return " ".join(_said(self.root))[:_MOST_TEXT]

    @cached_property
    def says(self) -> Searched:
        """All it says, to be searched."""
        return Searched(self.said)

    @cached_property
    def says_below(self) -> Searched:
        """All it says but for its titles: a headline may be about walls, and one that opens with a
        sign is met where the titles are looked at.
        """
        said = self.said
        for title in self.titles:
            said = said.replace(title, " ")
        return Searched(said)

    @cached_property
    def holds(self) -> Searched:
        """Its markup, as far as it is searched."""
        return Searched(self.markup[:_MOST_MARKUP])

    @cached_property
    def shown(self) -> int:
        """The words of its body counted."""
        return sum(len(plain_text(body).split()) for body in self.root.iter("body"))

    @cached_property
    def has_figures(self) -> bool:
        """Whether it has a table of them."""
        rows = (row for row in self.root.iter("tr") if any(map(_holds_figure, row.iter("td"))))
        return len(list(islice(rows, _ROWS_OF_A_TABLE))) == _ROWS_OF_A_TABLE


def wall_at(root: Any, markup: str, text_words: int = 0) -> Wall | None:
    """The wall that the page at *root* is, with the sign it is known by; None for an article.

    *text_words* is how many words its main text is known to have, where somebody has read it.
    """
    look = Look(root, markup, text_words)
    return next((wall for rule in rules() if (wall := _known(rule, look)) is not None), None)


def wall_in(markup: str, root: Callable[[], Any] | None = None) -> Wall | None:
    """The wall that the page *markup* is, as `wall_at` says; a page that plainly has an article is
    not parsed for it. *root* gives its tree to whoever has a use for it besides.
    """
    if not _may_be_one(markup):
        return None
    return wall_at(tree(markup) if root is None else root(), markup)


def _may_be_one(markup: str) -> bool:
    """Whether the page *markup* has so few words in paragraphs that a rule may fit it, those by
    which nothing but a title tells a wall asked alone where there are more.
    """
    few = max(rule.most_words for rule in rules() if not rule.is_by_title)
    if paragraph_words(markup, few + _MOST_BESIDE) <= few + _MOST_BESIDE:
        return True
    told = headings(markup)
    likely = [rule.most_words for rule in rules() if rule.is_by_title and _heads(rule, told)]
    most = max(likely, default=few) + _MOST_BESIDE
    return bool(likely) and paragraph_words(markup, most) <= most


def _heads(rule: Rule, told: Iterable[str]) -> bool:
    return any(_pattern(tuple(rule.headed)).match(one) for one in told)


@cache
def most_words() -> int:
    """The most words in paragraphs that any wall has."""
    return max(rule.most_words for rule in rules())


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``walls.toml``, in its order."""
    told = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    return tuple(Rule(**rule) for rule in told["wall"])


def _known(rule: Rule, look: Look) -> Wall | None:
    if look.words > rule.most_words:
        return None
    sign, is_told = _sign(rule, look)
    if sign is None or len(look.said.split()) > rule.most_said:
        return None
    if rule.most_shown is not None and look.shown > rule.most_shown:
        return None
    if rule.and_says and not _found(rule.and_says, look.says):
        return None
    if rule.and_holds and not _found(rule.and_holds, look.holds):
        return None
    is_sure = is_told and not rule.unsure
    return None if not is_sure and look.has_figures else Wall(rule.kind, sign, is_sure)


def _sign(rule: Rule, look: Look) -> tuple[str | None, bool]:
    """By what *look* is known, and whether the page tells it of itself, by a title or by what it is
    made of: its second headings and its words may be about something else on it.
    """
    if rule.headed:
        for heading in look.titles if rule.titled else (*look.titles, *look.headings):
            if _pattern(tuple(rule.headed)).match(heading):
                return f"headed “{heading[:_TOLD]}”", heading in look.titles
    if rule.holds and (found := _found(rule.holds, look.holds)):
        return f"holds “{found[:_TOLD]}”", True
    if rule.says and (found := _found(rule.says, look.says_below) or _opening(rule, look)):
        return f"says “{found[:_TOLD]}”", False
    return None, False


def _opening(rule: Rule, look: Look) -> str | None:
    """The sign that one of the page's titles opens with."""
    found = (_pattern(tuple(rule.says)).match(title) for title in look.titles)
    return next((match[0] for match in found if match), None)


def _found(patterns: Sequence[str], text: Searched) -> str | None:
    """What the first place in *text* says that any of *patterns* fits. Those whose letters are
    nowhere in it are not tried: all of them together take 75 nanoseconds a sign.
    """
    likely = [_pattern((one,)) for one in patterns if _letters(one) in text.lowered]
    matches = [match for one in likely if (match := one.search(text.text)) is not None]
    return min(matches, key=re.Match.start)[0] if matches else None


@cache
def _letters(pattern: str) -> str:
    """The most letters in a row that whatever fits *pattern* has, in lower case; empty where it may
    be told in several ways throughout.
    """
    plain = _TIMES.sub(_OTHER, _CLASS.sub(_OTHER, pattern))
    while (inner := _GROUP.sub(_OTHER, plain)) != plain:
        plain = inner
    pieces = [] if "|" in plain else [piece[0] for piece in _LETTERS.finditer(plain)]
    return max(pieces, key=len, default="").replace("\\", "").lower()


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


def _counted(lengths: Iterable[int], enough: int) -> int:
    count = 0
    for length in lengths:
        count += length
        if count > enough:
            break
    return count


def _lengths(root: Any) -> Iterator[int]:
    """The number of words of each paragraph of the page's own."""
    for one in own_among(root, *_PARAGRAPHS, *_BLOCKS):
        if one.tag in _PARAGRAPHS or _says_much(one):
            words = _words_in(one)
            if words >= WORDS_OF_A_PARAGRAPH:
                yield words


def _words_in(element: Any) -> int:
    """The words in *element* counted; 0 where they are plainly fewer than a paragraph's: there are
    no more than would be if every tag parted two.
    """
    most = len(" ".join(element.itertext()).split())
    return 0 if most < WORDS_OF_A_PARAGRAPH else len(words_of(element).split())


def _says_much(element: Any) -> bool:
    """Whether an element that is no paragraph has a paragraph's words of its own."""
    said = len(element.text or "")
    return said > _MUCH or said + sum(len(one.tail or "") for one in element) > _MUCH


def _holds_figure(cell: Any) -> bool:
    return any(sign.isdigit() for sign in words_of(cell))


def _headings(root: Any, *tags: str) -> Iterator[str]:
    found = (words_of(one) for tag in tags for one in root.iter(tag))
    for number, words in enumerate(found):
        if number >= _MOST_HEADINGS:
            return
        if words:
            yield words


def _said(root: Any) -> Iterator[str]:
    yield " ".join(plain_text(root).split())  # with its buttons
    for one in root.iter("noscript"):
        yield words_of(one)
