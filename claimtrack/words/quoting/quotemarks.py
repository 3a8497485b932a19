"""Quotation marks: the stretches of a text that stand between them, whatever their style.

Straight, typographic and single marks, guillemets both ways, German, Finnish and corner brackets;
over several paragraphs, where each is opened again; and quotations set as a block. A mark that
nobody closes holds up to the end of its sentence or paragraph and never the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: What closes a quotation that begins with the mark.
_CLOSERS = {
    "“": "”", "‟": "”", "„": "“”\"", "”": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "「": "」", "『": "』", "‘": "’", "‚": "‘’", '"': '"', "＂": "＂", "'": "'",
}  # fmt: skip
_SINGLE = frozenset("‘’‚'")
_MARK = re.compile("[\"“”„‟«»‹›‘’‚'「」『』＂]")
_WITHIN = str.maketrans("“”", "‘’")
#: Deeper than this nobody quotes; what opens further down is passed over.
_DEEPEST = 6
#: A quotation that is never closed is believed for so many characters.
_UNCLOSED = 600
#: A line longer than this was not wrapped by an editor, so its end is the paragraph's.
_WRAPPED = 120
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")
_BEFORE_OPENING = frozenset("([{—–-/:=>*_,;|")
_ELIDED = re.compile(r"(?:em|tis|twas|twere|cause|til|till|n|round|bout|cos|cuz|\d\ds?)\b", re.I)
_WORD_AHEAD = re.compile(r"\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: ``pieces`` are the words between them, one piece a paragraph.

    ``start`` and ``end`` are those of the words, ``outer_start`` and ``outer_end`` of the marks.
    ``depth`` is 0 for the outermost; ``closed`` tells whether a mark closes it; ``block`` that it
    is set as a block, without marks.
    """

    pieces: tuple[tuple[int, int], ...]
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True
    block: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph starts and ends; ``lines`` are those of a block quotation, without its
    marks, empty for any other.
    """

    start: int
    end: int
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    depth: int
    begins_paragraph: bool
    pieces: list[tuple[int, int]] = field(default_factory=list)
    since: int = 0


def in_marks(words: str) -> str:
    """*words* in quotation marks, with single ones for those that stand within them."""
    return f"“{words.translate(_WITHIN)}”"


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """The paragraphs of *text*, where blank lines part them, or lines that nobody wrapped."""
    chunk: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if text[start:end].strip():
            chunk.append((start, end))
        else:
            yield from _of_chunk(text, chunk)
            chunk = []
    yield from _of_chunk(text, chunk)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _of_chunk(text: str, lines: list[tuple[int, int]]) -> Iterator[Paragraph]:
    if not lines:
        return
    block = tuple(_unmarked(text, line) for line in lines)
    if all(text[start:end].lstrip().startswith(">") for start, end in lines):
        marked = any(mark in text[lines[0][0] : lines[-1][1]] for mark in '"“”„«»「')
        yield Paragraph(lines[0][0], lines[-1][1], () if marked else block)
    elif any(end - start > _WRAPPED for start, end in lines):
        yield from (Paragraph(start, end) for start, end in lines)
    else:
        yield Paragraph(lines[0][0], lines[-1][1])


def _unmarked(text: str, line: tuple[int, int]) -> tuple[int, int]:
    start, end = line
    while start < end and text[start] in "> \t":
        start += 1
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))


def quoted_stretches(text: str) -> list[Quoted]:
    """Every stretch of *text* between quotation marks, in order of their first mark."""
    scan = _Scan(text)
    for paragraph in paragraphs_of(text):
        scan.read(paragraph)
    scan.give_up(len(text))
    return sorted(scan.found, key=lambda each: (each.outer_start, -each.outer_end))


class _Scan:
    """A walk through the marks of a text, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quoted] = []
        self.open: list[_Open] = []
        self.end = 0

    def read(self, paragraph: Paragraph) -> None:
        """Read one paragraph; what stays open from the one before goes on only if reopened."""
        start, self.end_of_last, self.end = paragraph.start, self.end, paragraph.end
        begins = _stripped(self.text, start, paragraph.end)[0]
        at = self._go_on(begins)
        if paragraph.lines:
            self._block(paragraph)
            return
        self._read_marks(paragraph, begins, at)

    def _go_on(self, begins: int) -> int:
        """Where to read from: behind the mark by which the open quotation is opened again."""
        if not self.open:
            return begins
        outer = self.open[0]
        if self.text.startswith(outer.mark, begins):
            del self.open[1:]
            self._keep_piece(outer, self.end_of_last)
            outer.since = begins + 1
            return begins + 1
        self.give_up(self.end_of_last)
        return begins

    def _keep_piece(self, one: _Open, end: int) -> None:
        piece = _stripped(self.text, one.since, end)
        if piece[0] < piece[1]:
            one.pieces.append(piece)

    def _block(self, paragraph: Paragraph) -> None:
        lines = tuple(line for line in paragraph.lines if line[0] < line[1])
        if lines and self.text[lines[0][0]] != "#":
            self.found.append(Quoted(lines, paragraph.start, lines[-1][1], closed=True, block=True))

    def _read_marks(self, paragraph: Paragraph, begins: int, at: int) -> None:
        marks = [found.start() for found in _MARK.finditer(self.text, at, paragraph.end)]
        ahead = self._singles_ahead(marks)
        surplus = self.text.count("“", at, self.end) - self.text.count("”", at, self.end)
        for place, next_single in zip(marks, ahead, strict=True):
            self._mark(place, begins, next_single, unbalanced=surplus > 0)

    def _singles_ahead(self, marks: list[int]) -> list[str]:
        """For each mark, what the next single mark after it does: "opens", "closes" or ""."""
        ahead, following = [], ""
        for at in reversed(marks):
            ahead.append(following)
            if self.text[at] in _SINGLE:
                if self._may_close(at):
                    following = "closes"
                elif self._may_open(at):
                    following = "opens"
        return ahead[::-1]

    # -- one mark --

    def _mark(self, at: int, begins: int, next_single: str, *, unbalanced: bool) -> None:
        mark = self.text[at]
        closes = self._closed_by(at, mark, next_single)
        if closes is not None:
            self._close(closes, at)
        elif self._opens(at, mark, next_single):
            self._reopened(mark, at, unbalanced=unbalanced)
            if len(self.open) < _DEEPEST:
                self.open.append(_Open(mark, at, len(self.open), at == begins, since=at + 1))

    def _closed_by(self, at: int, mark: str, next_single: str) -> int | None:
        for place in reversed(range(len(self.open))):
            if mark in _CLOSERS[self.open[place].mark]:
                return place if self._may_end(at, mark, next_single) else None
        return None

    def _may_end(self, at: int, mark: str, next_single: str) -> bool:
        if mark in "’'":
            return self._may_close(at) and not self._is_possessive(at, next_single)
        if mark in '"＂':
            return not (self._follows_gap(at) and self._word_follows(at))
        if mark == "“":
            return self._before(at) != "" and not self._before(at).isspace()
        if mark in "«‹»›":
            return not (self._follows_gap(at) and self._word_follows(at))
        return True

    def _opens(self, at: int, mark: str, next_single: str) -> bool:
        if mark in "‘'":
            return self._may_open(at) and next_single == "closes"
        if mark in "’」』":
            return False
        after = self._after(at)
        if mark in '"＂':
            if self._before(at).isdigit():
                return False
            gap = self._follows_gap(at)
            return (not after.isspace() and (gap or after.isalnum())) or (gap and after == " ")
        if mark in "”»›":
            return self._follows_gap(at) and bool(after) and (mark != "”" or not after.isspace())
        return bool(after)

    def _reopened(self, mark: str, at: int, *, unbalanced: bool) -> None:
        """One opened while another of the same style is: the earlier was never closed."""
        if not any(one.mark == mark for one in self.open):
            return
        if mark in '"＂' or unbalanced:
            self.give_up(at)

    def _close(self, place: int, at: int) -> None:
        for one in self.open[place + 1 :]:
            if one.mark not in _SINGLE:
                self._unclosed(one, at)
        one = self.open[place]
        del self.open[place:]
        self._keep_piece(one, at)
        self._found(one, at + 1, closed=True)

    def give_up(self, end: int) -> None:
        """End whatever is open, with nothing of the text behind *end*."""
        for one in self.open:
            if one.mark not in _SINGLE:
                self._unclosed(one, end)
        self.open.clear()

    def _unclosed(self, one: _Open, end: int) -> None:
        end = min(end, one.since + _UNCLOSED)
        if not one.begins_paragraph:
            stop = _SENTENCE_END.search(self.text, one.since, end)
            end = stop.end() if stop else end
        self._keep_piece(one, end)
        self._found(one, end, closed=False)

    def _found(self, one: _Open, outer_end: int, *, closed: bool) -> None:
        if any(mark.isalnum() for start, end in one.pieces for mark in self.text[start:end]):
            pieces = tuple(one.pieces)
            self.found.append(Quoted(pieces, one.at, outer_end, one.depth, closed))

    # -- what stands around a mark --

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > 0 else ""

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < self.end else ""

    def _follows_gap(self, at: int) -> bool:
        before = self._before(at)
        return before in _BEFORE_OPENING or not before or before.isspace() or before in _CLOSERS

    def _word_follows(self, at: int) -> bool:
        after = self._after(at)
        return after.isalnum() or (after in "([…$€£" and bool(after))

    def _may_open(self, at: int) -> bool:
        mark = self.text[at]
        if mark == "’" or not self._follows_gap(at) or self._after(at).isspace():
            return False
        return bool(self._after(at)) and not (
            mark == "'" and _ELIDED.match(self.text, at + 1, self.end)
        )

    def _may_close(self, at: int) -> bool:
        before = self._before(at)
        if self.text[at] == "‘" or not before or before.isspace():
            return False
        return not self._after(at).isalnum()

    def _is_possessive(self, at: int, next_single: str) -> bool:
        """Whether "the ministers’ plan" goes on within a quotation that is closed further on."""
        return (
            next_single == "closes"
            and self._before(at) in "sSzx"
            and _WORD_AHEAD.match(self.text, at + 1, self.end) is not None
        )
