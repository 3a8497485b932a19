"""Clauses: a sentence with its words, its figures, its dates, and the places where it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimtrack.values import CalendarDate, Quantity
from claimtrack.words.dates import DatePhrase, find_dates
from claimtrack.words.quantities import find_quantities
from claimtrack.words.stating.barefigures import bare_figures, bare_shares, with_units
from claimtrack.words.stating.otherfigures import find_figures
from claimtrack.words.stating.wordforms import bare_words, is_verb_form
from claimtrack.words.tokens import Token, tokenize, word_set

#: Words that open a clause of its own; behind them another may be the subject.
_OPENERS = word_set(
    """
    while whereas but although though because after before when where which who whom whose if
    unless until as whether despite that
    """
)
#: Beside one of these an "as" opens no clause: "as many as", "as well as".
_LIKE = word_set("many much well")
_BREAKING_SIGNS = frozenset(';:—–…()[]"“”«»')
PREPOSITIONS = word_set(
    """
    of in on at by with from to into for against across within inside over under near around
    outside beyond between among amid despite toward towards through throughout during about than
    via per like unlike off along alongside behind above below
    except excluding besides
    """
)
#: What one of these opens between two commas is an aside.
_ASIDES = word_set("who which whose where unlike like")
_RELATIVES = word_set("which whom whose")
_AUXILIARIES = word_set("is are was were be been being am has have had having do does did")
FUNCTION_WORDS = (
    PREPOSITIONS | _OPENERS | _AUXILIARIES
    | word_set(
        """
        a an the this that these those some all both its their his her our your my it they he she
        we you i and or nor so yet not only just even still already now currently then there here
        also too very more most less least as up down out back again today since ago each every
        any no one another other such same total overall combined estimated roughly whole could may
        might can will would should must
        """
    )
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A quantity of a sentence and the tokens it fills; ``thing_end`` is behind what it is of."""

    quantity: Quantity
    start: int
    end: int
    thing_end: int


@dataclass(frozen=True)
class Clauses:
    """A sentence: ``text[start:end]`` of the whole text, read once for all measures, and no part of
    it before it is needed.
    """

    text: str
    start: int
    end: int
    published: CalendarDate | None = None
    language: str = "en"

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, without those that close the list."""
        return tuple(token for token in tokenize(self.sentence) if token.kind != "end")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of its tokens, bare and in lower case, a place for each; "US" is no "us"."""
        return bare_words(self.tokens)

    def is_possessive(self, at: int) -> bool:
        """Whether the word at a place says whose something is: "Ukraine's"."""
        return len(self.words[at]) < len(self.tokens[at].text)

    @property
    def sentence(self) -> str:
        """The words of it, as the text has them."""
        return self.text[self.start : self.end]

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.sentence.rstrip("\"'”’») ").endswith("?")

    @cached_property
    def signs(self) -> frozenset[int]:
        """The places of its hyphens and of the dots of "Aug. 15"."""
        passed_over = "-‐‑–."
        return frozenset(at for at, token in enumerate(self.tokens) if token.text in passed_over)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its quantities, in order."""
        if self.is_english:
            found = find_quantities(self.sentence)
            found += bare_figures(self.sentence, found)
            found += bare_shares(self.sentence, found)
            return tuple(
                self._figure(one)
                for one in with_units(sorted(found, key=lambda one: one.start), self.sentence)
            )
        return tuple(self._figure(one) for one in find_figures(self.sentence, self.language))

    @property
    def is_english(self) -> bool:
        """Whether the grammar of English reads it."""
        return self.language.partition("-")[0] == "en"

    def _figure(self, quantity: Quantity) -> Figure:
        start, end = self.place(quantity.start, quantity.end)
        thing_end = end
        if quantity.of:
            behind = self.sentence.find(quantity.of, quantity.start)
            if behind >= 0:
                thing_end = max(end, self.place(behind, behind + len(quantity.of))[1])
        return Figure(quantity, start, end, thing_end)

    @cached_property
    def dates(self) -> tuple[tuple[DatePhrase, int, int], ...]:
        """Its dates, each with the tokens it fills."""
        if not self.is_english:
            return ()
        found = find_dates(self.sentence, published=self.published)
        return tuple((one, *self.place(one.start, one.end)) for one in found)

    @cached_property
    def words_of_no_date(self) -> tuple[str, ...]:
        """Its words, empty where they belong to a date or are a given name: the "May" of a month
        permits nothing, and neither is what Will Holm did to come.
        """
        if "may" not in self.words and "will" not in self.words:
            return self.words
        dated = {at for _, start, end in self.dates for at in range(start, end)}
        named = {at for at in range(len(self.words)) if self._is_given_name(at)}
        return tuple("" if at in dated | named else word for at, word in enumerate(self.words))

    def _is_given_name(self, at: int) -> bool:
        token, behind = self.tokens[at], self.tokens[at + 1 : at + 2]
        is_name = token.text in {"Will", "May"} and bool(behind)
        return is_name and behind[0].text[:1].isupper() and not self.is_question

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that ``sentence[start:end]`` covers, as first and one past last."""
        covered = [at for at, one in enumerate(self.tokens) if one.end > start and one.start < end]
        return (covered[0], covered[-1] + 1) if covered else (0, 0)

    @cached_property
    def breaks(self) -> frozenset[int]:
        """The places of the words and signs at which another clause begins."""
        return frozenset(self._breaks())

    def _breaks(self) -> Iterator[int]:
        within = {at for one in self.figures for at in range(one.start, one.end)}
        for at, token in enumerate(self.tokens):
            if at in within:
                continue
            if (
                token.text in _BREAKING_SIGNS
                or self._is_dash(at)
                or (self.words[at] in _OPENERS and not self._opens_nothing(at))
                or (self.words[at] == "given" and self.words[at - 1] == ",")
            ):
                yield at

    def _is_dash(self, at: int) -> bool:
        """Whether a hyphen stands free, as a dash does."""
        token = self.tokens[at]
        return token.text == "-" and self.tokens[at - 1].end < token.start

    def _opens_nothing(self, at: int) -> bool:
        """Whether the word at a place is the "as" of "as of May", "as many as" or "as well as"."""
        before, after = self.words[max(at - 1, 0) : at], self.words[at + 1 : at + 2]
        return self.words[at] == "as" and (after == ("of",) or not _LIKE.isdisjoint(before + after))

    def segment(self, at: int, end: int) -> tuple[int, int]:
        """The first and one past the last place of the clause around ``at`` to ``end``."""
        before = [one for one in self.breaks if one < at]
        behind = [one for one in self.breaks if one >= end]
        return (max(before) + 1 if before else 0, min(behind) if behind else len(self.words))

    def asides(self, end: int) -> frozenset[int]:
        """The places before *end* that stand in a relative aside that is over: who is named in
        "Nigeria, whose biggest city is Lagos, has" does not act.
        """
        found: set[int] = set()
        opened = None
        for at in range(end):
            if self.words[at] != ",":
                continue
            if opened is not None:
                found.update(range(opened, at))
            opened = at + 1 if self._opens_aside(at + 1) else None
        return frozenset(found)

    def _opens_aside(self, at: int) -> bool:
        word, behind = self.words[at : at + 1], self.words[at + 1 : at + 2]
        if not word or word[0] in _ASIDES:
            return bool(word)
        if word[0] in PREPOSITIONS:
            return not _RELATIVES.isdisjoint(behind)
        return is_verb_form(word[0]) and behind[:1] == ("by",)  # "the party, led by Ann Holm, won"

    def governing(self, start: int, words: frozenset[str] = frozenset({"that"})) -> int:
        """Where the clause begins that governs the one from *start*, by a "that" or another of
        *words*, and the one that governs it, up to the outermost; *start* where none does.
        """
        while start and self.words[start - 1] in words:
            start = self.segment(start - 1, start - 1)[0]
        return start

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a clause ends between two places."""
        return any(start <= one < end for one in self.breaks)
