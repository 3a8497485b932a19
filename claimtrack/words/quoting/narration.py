"""Narration: what stands around the quotations of a text, sentence by sentence.

Each outermost quotation is one piece, so that "A," said X, adding that "B" is a short sentence of
words and two quotations; what is said within them is read apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimtrack.words.quoting.quotemarks import Quoted, paragraphs_of

#: Words are taken with their apostrophes and hyphens; "U.S.", "J." and "Mr." with their stops.
_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Brig|Sen|Rep|Gov|Pres|Rev|Jr|Sr"
    r"|Hon)\."
    r"|[^\W\d_]\.(?=\s*[^\W\d_])(?<=[A-ZÀ-ÖА-Я]\.)"
    r"|[^\W_][^\W_]*(?:[’'\-‑][^\W_]+)*[’']?"
    r"|\S"
)
_STOPS = frozenset(".!?…。！？")
_ENDS_INSIDE = re.compile(r"[.!?…。][\"'”’»)\]]*\Z")
#: A label that opens a speaker's turn in a transcript, in capitals: "MR. SCHARF:", "Q".
_TURN = re.compile(
    r"\s*(?:\*\*|__)?(?P<name>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*)(?:[ \t]+(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*|\([^)\n]"
    r"{0,40}\)))"
    r"{0,5}?):(?:\*\*|__)?\s+(?=\S)"
)
_QUESTION = re.compile(r"\s*Q(?::|\s{2,})\s*(?=\S)")


class Piece(NamedTuple):
    """One piece of a narration: a ``word``, a ``sign``, or a ``quote`` with its place in the list
    of quotations.
    """

    kind: Literal["word", "sign", "quote"]
    text: str
    lower: str
    start: int
    end: int
    quote: int = -1

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.kind == "word" and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The pieces of a sentence. ``paragraph`` counts from 0; ``turn`` is the place of the label of
    the speaker whose turn it is, None outside transcripts.
    """

    pieces: tuple[Piece, ...]
    paragraph: int
    turn: tuple[int, int] | None = None

    @property
    def is_only_quotes(self) -> bool:
        """Whether it has no words but those in quotation marks."""
        return all(piece.kind != "word" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch that one speaker has in a transcript, from ``start`` to ``end``; ``label`` is the
    place of the name before it, None for a question of somebody unnamed.
    """

    label: tuple[int, int] | None
    start: int
    end: int


def turns(text: str) -> list[Turn]:
    """The turns of a transcript, in order; none where *text* is no transcript."""
    found: list[Turn] = []
    for paragraph in paragraphs_of(text):
        match = _TURN.match(text, paragraph.start, paragraph.end)
        question = None if match else _QUESTION.match(text, paragraph.start, paragraph.end)
        if match is not None:
            found.append(Turn(match.span("name"), match.end(), paragraph.end))
        elif question is not None:
            found.append(Turn(None, question.end(), paragraph.end))
        elif found:
            found[-1] = Turn(found[-1].label, found[-1].start, paragraph.end)
    return found


def narration(text: str, quoted: Sequence[Quoted]) -> list[Sentence]:
    """The sentences of *text*, in which the outermost of *quoted* are one piece each."""
    outer = [(place, one) for place, one in enumerate(quoted) if one.depth == 0]
    sentences: list[Sentence] = []
    spoken = iter([*turns(text), Turn(None, len(text) + 1, len(text) + 1)])
    turn, following = None, next(spoken)
    waiting = iter(outer)
    quote = next(waiting, None)
    covered = 0
    pieces: list[Piece] = []
    began = 0
    for number, paragraph in enumerate(paragraphs_of(text)):
        at = max(paragraph.start, covered)
        while following.start <= paragraph.end:
            at = max(at, following.start)  # behind the label
            turn, following = following.label, next(spoken)
        began = began if pieces else number
        while quote is not None and quote[1].outer_start < paragraph.end:
            place, one = quote
            pieces.extend(_words(text, at, one.outer_start))
            pieces.append(Piece("quote", "", "", one.outer_start, one.outer_end, place))
            at = covered = one.outer_end
            quote = next(waiting, None)
        pieces.extend(_words(text, at, paragraph.end))
        if covered > paragraph.end:
            continue  # where the quotation ends, its sentence may go on: “…\n\n“…,” said X
        for each in _sentences(text, pieces):
            is_here = each[-1].start >= paragraph.start
            sentences.append(Sentence(each, number if is_here else began, turn))
        pieces = []
    return [*sentences, *(Sentence(each, began, turn) for each in _sentences(text, pieces))]


def inner_narration(
    text: str, start: int, end: int, quoted: Sequence[tuple[int, Quoted]]
) -> list[Sentence]:
    """The sentences of ``text[start:end]``, in which *quoted*, with their places, are one each."""
    pieces: list[Piece] = []
    at = start
    for place, one in quoted:
        pieces.extend(_words(text, at, one.outer_start))
        pieces.append(Piece("quote", "", "", one.outer_start, one.outer_end, place))
        at = one.outer_end
    pieces.extend(_words(text, at, end))
    return [Sentence(each, 0) for each in _sentences(text, pieces)]


def _words(text: str, start: int, end: int) -> Iterator[Piece]:
    for found in _PIECE.finditer(text, start, max(start, end)):
        word = found[0]
        kind: Literal["word", "sign"] = "word" if word[0].isalnum() else "sign"
        yield Piece(kind, word, word.lower(), found.start(), found.end())


def _sentences(text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    first = 0
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if _ends(text, piece, following):
            yield tuple(pieces[first : at + 1])
            first = at + 1
    if first < len(pieces):
        yield tuple(pieces[first:])


def _ends(text: str, piece: Piece, following: Piece | None) -> bool:
    if following is None:
        return False
    if piece.kind == "sign":
        begins = following.kind == "quote" or not following.text[:1].islower()
        return piece.text in _STOPS and begins and following.text not in _STOPS
    if piece.kind == "quote":
        # “Never!” Putin said: an exclamation within may go on behind the mark, a full stop not.
        ended = _ENDS_INSIDE.search(text[max(piece.start, piece.end - 6) : piece.end])
        stops = ended is not None and ended[0][0] in ".…。"
        return stops and (following.kind == "quote" or following.is_capital)
    return False
