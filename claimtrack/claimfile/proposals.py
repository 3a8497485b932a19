"""Proposals: what a text may claim, found by its words, each as a claim file would place it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimtrack.claimfile.said import date_problem, said_problem, speaker_problem, wording_problem
from claimtrack.claims import Place
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate
from claimtrack.words import find_quantities
from claimtrack.words.dates import find_dates
from claimtrack.words.quoting.cited import find_quotations
from claimtrack.words.sameness import digest
from claimtrack.words.sentences import paragraphs, sentence_spans

ProposalKind = Literal["quantity", "date", "quotation"]

#: One or two words between marks are mostly no quotation; more than thirty are the speaker's own.
_QUOTED_WORDS = range(3, 31)
#: So many words on either side tell most phrases from the same ones elsewhere.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words of a text that a claim may rest on, and where they stand.

    ``words`` are the quantity, the date or what is quoted; ``near`` is the same with its
    neighbours, ``digest`` that of the sentences at ``place``. ``unit`` and ``of`` belong to
    quantities as in `claimtrack.Quantity`, ``speaker`` to quotations; None where the text does not
    say.
    """

    kind: ProposalKind
    words: str
    place: Place
    digest: str
    near: str
    unit: str | None = None
    of: str | None = None
    speaker: str | None = None


def proposals(text: str, *, published: CalendarDate) -> Iterator[Proposal]:
    """What *text*, *published* then, may claim, in its order: quantities and dates that can be
    judged, and words that somebody is said to have said.
    """
    for number, paragraph in enumerate(paragraphs(text).paragraphs, 1):
        layout = _Layout(paragraph, number)
        found = [*_quantities(layout), *_dates(layout, published), *_quotations(layout)]
        yield from (proposal for _, proposal in sorted(found, key=lambda each: each[0]))


class _Layout:
    """A paragraph, and which of its sentences stands where."""

    def __init__(self, paragraph: str, number: int) -> None:
        self.text = paragraph
        self._number = number
        self._spans = sentence_spans(paragraph)

    def proposal(
        self,
        kind: ProposalKind,
        start: int,
        end: int,
        *,
        unit: str | None = None,
        of: str | None = None,
        speaker: str | None = None,
    ) -> tuple[int, Proposal] | None:
        """Where the words from *start* to *end* begin, and what they propose; None where they
        stand in no sentence.
        """
        held = [
            (ordinal, span)
            for ordinal, span in enumerate(self._spans, 1)
            if span[0] < end and start < span[1]
        ]
        if not held:
            return None
        place = Place(self._number, tuple(ordinal for ordinal, _ in held))
        said = " ".join(self.text[first:last] for _, (first, last) in held)
        near = self._near(start, end, held[0][1][0], held[-1][1][1])
        words = self.text[start:end]
        return start, Proposal(kind, words, place, digest(said), near, unit, of, speaker)

    def _near(self, start: int, end: int, first: int, last: int) -> str:
        """The words from *start* to *end* with their neighbours in the sentences around them."""
        before = self.text[first:start].split()[-_NEAR:]
        after = self.text[end:last].split()[:_NEAR]
        lead = "" if start == first or self.text[start - 1] != " " else " "
        trail = "" if self.text[end : end + 1] != " " else " "
        return f"{' '.join(before)}{lead}{self.text[start:end]}{trail}{' '.join(after)}".strip()


def _quantities(layout: _Layout) -> Iterator[tuple[int, Proposal]]:
    for found in find_quantities(layout.text):
        words = layout.text[found.start : found.end]
        measure = Measure("of/a-text", "How much is it?", "quantity", unit=found.unit)
        if found.kind in {"level", "rate"} and said_problem(words, measure) is None:
            made = layout.proposal("quantity", found.start, found.end, unit=found.unit, of=found.of)
            if made is not None:
                yield made


def _dates(layout: _Layout, published: CalendarDate) -> Iterator[tuple[int, Proposal]]:
    for found in find_dates(layout.text):
        words = layout.text[found.start : found.end]
        if not found.relative and date_problem(words, published) is None:
            made = layout.proposal("date", found.start, found.end)
            if made is not None:
                yield made


def _quotations(layout: _Layout) -> Iterator[tuple[int, Proposal]]:
    for found in find_quotations(layout.text):
        is_short = len(found.text.split()) in _QUOTED_WORDS
        if found.nested or found.scare or not is_short or wording_problem(found.text):
            continue
        named = found.speaker is not None and speaker_problem(found.speaker) is None
        speaker = found.speaker if named else None
        made = layout.proposal("quotation", found.start, found.end, speaker=speaker)
        if made is not None:
            yield made
