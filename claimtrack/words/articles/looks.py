"""Looks: what a page looks like to somebody who asks whether it is a wall."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Any, Literal

from claimtrack.markup import plain_text
from claimtrack.words.articles.apologies import without_apology
from claimtrack.words.articles.frames import Frame
from claimtrack.words.articles.glimpse import WORDS_OF_A_PARAGRAPH
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import own_among
from claimtrack.words.articles.withholding import withheld

#: How much of a page is searched for signs.
_MOST_TEXT = 20_000
_MOST_HEADINGS, _MOST_HEADING = 12, 500
_ROWS_OF_A_TABLE = 2
_PARAGRAPHS = frozenset({"p", "li", "td", "blockquote", "pre", "dd"})
_BLOCKS = frozenset({"div", "section", "article", "main"})
#: So many signs of a block's own are a paragraph.
_MUCH = 200

#: A label and its figure, or a figure that is written as no clock, number of a case or price is.
_DATUM = re.compile(
    r"(?P<label>[^:：]{2,60})[:：]\s*[~≈<>+−-]?\s*\d+(?:[.,'’\s]\d{3})*(?:[.,]\d+)?\s*"
    r"(?:%|(?P<unit>[^\W\d]{1,12})(?:\s[^\W\d]{1,12})?)?\.?"
    r"|\d{1,3}(?:[,\s]\d{3})+(?:\s?[^\W\d]{1,12})?|\d+[.,]\d+\s?%"
)
#: What the figures of a wall are called, in a label of few words.
_LABELS = re.compile(
    r"\b(?:id|ip|ray|ref\w*|réf\w*|cod\w*|código|k[oó]d\w*|код\w*|error\w*|erreur|fehler\w*|błąd"
    r"|ошибк\w*|помилк\w*|incident\w*|ticket|event|support|requests?|version|difficulty|attempts?"
    r"|tries|left|versuche|intentos|tentativ\w*|попыт\w*|спроб\w*|status|line|port|case|number|номер"
    r"|numéro|nummer|azonosító|tunnus|kennung|identyfikator|cookies?|partners?|price|preis|prix|precio|prezzo|cena|цена|ціна|phone|call)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_LABEL = 3
_OF_TIME_OR_MONEY = re.compile(
    r"(?:h|s|min\w*|sec\w*|sek\w*|seg\w*|hours?|days?|stund\w*|tage?n?|uhr|heures?|jours?|horas?|d[ií]as?"
    r"|or[ae]|giorni|godz\w*|dni|uur|dagen|tim\w*|dagar|am|pm|utc|gmt|час\w*|годин\w*|хв\w*|мин\w*|сек\w*"
    r"|дн\w*|eur\w*|usd|dollars?|gbp|pln|zł|kr|chf|грн|руб\w*"
    r"|(?:jan|feb|mar|apr|may|ma[iy]|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*)",
    re.IGNORECASE,
)

#: So many sentences are a report.
_SENTENCES_OF_A_REPORT = 2
_WORDS_OF_A_SENTENCE = 3
#: Where one ends, behind a word of two letters or more; and what somebody is quoted with.
_STOP = re.compile(r"(?<=[\w ][\w%”“’\"»)])[.!?…]+[”“’\"»)]*(?:\s+|\Z)")
_QUOTED = re.compile('[“„«"][^“”„«»"]{0,300}[”“»"]')
#: What speaks to its reader, or of whoever keeps the page.
_SPEAKS_TO = re.compile(
    r"\b(?:you\w*|please|we|us|our|my|click|try again|log in|bitte|wir|uns\w*|dein\w*|dich|vous"
    r"|votre|vos|nous|notre|nos|veuillez|usted\w*|nuestr\w+|por favor|noi|nostr\w+|vostr\w+|tuo|tua"
    r"|você|nosso|nossa|proszę|twoj\w+|nasz\w*|jij|uw|onze|wij|din|ditt|oss|vår\w*|вы|вас|вам|ваш\w*"
    r"|мы|нас|наш\w*|пожалуйста|ви|ми|прошу|будь ласка|спробуйте|попробуйте)\b"
    r"|(?<!^)\b(?-i:Sie|Ihnen|Ihr\w*)\b",
    re.IGNORECASE,
)

#: The ways in which a page may be made that tell a wall.
Made = Literal["login", "test", "leaves", "withheld", "empty", "bare", "door", "number", "headless"]


@dataclass(frozen=True)
class Searched:
    """A text that many patterns are looked for in."""

    text: str = field(repr=False)

    @cached_property
    def lowered(self) -> str:
        """The same in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Look:
    """What the page at ``root`` looks like, no part of it looked at before it is needed. No wall
    has more than ``most_words`` in its paragraphs.
    """

    root: Any = field(repr=False)
    markup: str = field(repr=False)
    most_words: int
    text_words: int = 0

    @cached_property
    def frame(self) -> Frame:
        """What stands around its words."""
        return Frame(self.root)

    @cached_property
    def words(self) -> int:
        """The words of its paragraphs counted, no further than to a few more than a wall has."""
        count = self.text_words
        if count <= self.most_words:
            count = max(count, _counted(_lengths(self.root), self.most_words))
        return count

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
        return any(map(_has_heading, self.root.iter("article")))

    @cached_property
    def reports(self) -> bool:
        """Whether what it has is an article that tells of something: with a heading, of sentences
        in paragraphs of which two or more, and most, speak to no reader, a figure among them.
        """
        stories = [one for one in self.root.iter("article") if _has_heading(one)]
        sentences = [_QUOTED.sub("", one) for story in stories for one in _sentences(story)]
        told = [one for one in sentences if not _SPEAKS_TO.search(one)]
        is_told = len(told) >= _SENTENCES_OF_A_REPORT and 2 * len(told) > len(sentences)
        return is_told and any(map(str.isdigit, "".join(told)))

    @cached_property
    def said(self) -> str:
        """All it says, with what it says to a reader without scripts."""
        return " ".join(filter(None, self._lines))[:_MOST_TEXT]

    @cached_property
    def says(self) -> Searched:
        """All it says, to be searched."""
        return Searched(self.said)

    @cached_property
    def holds(self) -> Searched:
        """Its markup, to be searched."""
        return Searched(self.markup)

    @cached_property
    def says_below(self) -> Searched:
        """All it says but for its titles: a headline may be about walls, and one that opens with a
        sign is met where the titles are looked at.
        """
        below = (line for line in self._lines if line and line not in self.titles)
        return Searched(" ".join(below)[:_MOST_TEXT])

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(" ".join(line.split()) for line in _said(self.root))

    @cached_property
    def shown(self) -> int:
        """The words of its body counted."""
        return sum(len(plain_text(body).split()) for body in self.root.iter("body"))

    @cached_property
    def has_figures(self) -> bool:
        """Whether it has a table of them, or a list of what they are of."""
        rows = (row for row in self.root.iter("tr") if any(map(_holds_figure, row.iter("td"))))
        told = (one for one in self.root.iter("dd") if _holds_figure(one))
        return len(list(islice(chain(rows, told), _ROWS_OF_A_TABLE))) == _ROWS_OF_A_TABLE

    @cached_property
    def has_datum(self) -> bool:
        """Whether a line of its own is a figure that no wall has."""
        return any(line.is_own and is_datum(line.words) for line in self.frame.lines)

    def made(self, how: Made) -> str | None:
        """What of the page is made as is asked for."""
        return withheld(self.root) if how == "withheld" else getattr(self.frame, how)


def is_datum(words: str) -> bool:
    """Whether *words* are a label with its figure, or a figure, that no wall has."""
    found = _DATUM.fullmatch(words)
    if found is None:
        return False
    label, unit = found["label"] or "", found["unit"] or ""
    return not _is_walls(label) and not _OF_TIME_OR_MONEY.fullmatch(unit)


def is_case(words: str) -> bool:
    """Whether *words* are the number under which a wall is on somebody's record."""
    label, parted, number = words.partition(":")
    return bool(parted) and _is_walls(label) and len(number.split()) == 1


def _is_walls(label: str) -> bool:
    return len(label.split()) <= _WORDS_OF_A_LABEL and bool(_LABELS.search(label))


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


def _has_heading(element: Any) -> bool:
    return next(element.iter("h1", "h2"), None) is not None


def _sentences(article: Any) -> Iterator[str]:
    """The whole sentences in the paragraphs of *article*."""
    for one in article.iter("p"):
        *whole, _ = _STOP.split(words_of(one)[:_MOST_TEXT])
        yield from (said for said in whole if len(said.split()) >= _WORDS_OF_A_SENTENCE)


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
