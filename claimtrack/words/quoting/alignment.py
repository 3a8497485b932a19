"""Alignment: a claimed wording laid beside what was said, word by word.

rapidfuzz finds the place. What it calls alike is then held to the words: 19.2 against 29.2 scores
98, and is another number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from claimtrack.words.quoting.framing import (
    called_wrong,
    changes_subject,
    denies_aside,
    first_denial,
    supposes,
    takes_back,
)
from claimtrack.words.quoting.governing import (
    SUBJECTS,
    clauses_of,
    denies,
    frames,
    is_condition,
    only_wishes,
    restricts,
    says_so,
    shares,
    turning,
)
from claimtrack.words.quoting.insertions import kind_of_insertion
from claimtrack.words.quoting.spoken import Spoken, keys_of
from claimtrack.words.tokens import word_set

DifferenceKind = Literal[
    "number", "name", "negation", "condition", "frame", "word", "added", "omitted"
]
Wording = Literal["verbatim", "elided", "altered", "not_found"]

#: An ellipsis leaves out no more words than this; further apart are two quotations.
_LEFT_OUT = 250
#: So many words may be put in between two of the wording.
_PUT_IN = 12
#: What is bracketed stands for no more words than this.
_REPLACED = 8
#: Where less than this part of the wording, by weight, is found, something else was said: in a
#: text that is hardly longer than the wording, and in a longer one, where words alike are likelier.
_FOUND, _FOUND_IN_LONG = 0.6, 0.75
_LONG = 4
#: Fewer words than this are there as they stand, or not at all.
_FEWEST = 3
#: In a longer text one word is another only in its place, among so many that agree with one of them
#: telling something, or between two that tell something.
_AGREEING, _TELLING = 3, 2
#: A denial or a condition so many words before the passage, in its clause, governs it.
_GOVERNED = 8
#: Who says so, or only wishes to, stands further away: "I have come here tonight to say that".
_FRAMED = 16
#: A clause before the passage is looked at so many words back.
_MOST_BEFORE = 40
_MOST = 2000

_CONDITIONS = word_set("if unless except only provided until")
#: What they have for an object is thought or said, and denied with them.
_THINKING = word_set(
    "think believe say said saying mean claim suggest true case imagine expect argue agree accept "
    "thinks believes says claims thought believed claimed suggested pretend"
)
#: So many words behind the passage show how it is taken back.
_SHOWN = 6
_SAME = ({"'s", "is", "has", "us"}, {"'d", "would", "had"}, {"a", "an"}, {"who", "whom"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ: ``claimed`` where the wording has them, ``said`` where the text has.
    Those of the kind ``frame`` give the wording as what others say, ask it, or call it wrong.

    One of them is empty where words were added or left out; then its start and end are where they
    would stand. Offsets are those of the wording, and of the text that it was held against.
    """

    kind: DifferenceKind
    claimed: str
    claimed_start: int
    claimed_end: int
    said: str
    said_start: int
    said_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """A wording beside a text. ``start`` and ``end`` are those of the passage in the text.

    ``differences`` make it another wording; ``left_out`` are words around the passage, or behind
    an ellipsis, without which it means something else. ``found`` is the part of the wording, by
    weight, that the text has.
    """

    wording: Wording
    start: int = 0
    end: int = 0
    found: float = 0.0
    differences: tuple[Difference, ...] = ()
    left_out: tuple[Difference, ...] = ()


NOT_FOUND = Alignment("not_found")


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its spoken words, those of a wording or of what was said."""

    text: str
    words: Sequence[Spoken]


def align(claimed: Told, said: Told) -> Alignment:
    """*claimed* laid beside *said*, where the two are most alike."""
    wording = list(claimed.words[:_MOST])
    if not any(_counts(word) for word in wording) or not said.words:
        return NOT_FOUND
    segments = list(_segments(wording))
    places = _places(segments, said.words)
    return _Comparison(claimed, said).of(segments, places)


def _counts(word: Spoken) -> bool:
    return word.kind != "gap" and word.bracket == ""


def _segments(wording: Sequence[Spoken]) -> Iterator[list[Spoken]]:
    """The runs of *wording* between its ellipses, without those that hold no word."""
    run: list[Spoken] = []
    for word in (*wording, Spoken("…", "gap", 0, 0)):
        if word.kind != "gap":
            run.append(word)
        elif any(_counts(each) for each in run):
            yield run
            run = []


# -- where it is --


def _places(segments: Sequence[list[Spoken]], said: Sequence[Spoken]) -> list[tuple[int, int]]:
    """Where each of *segments* stands in *said*, as places of words, in their order."""
    longest = max(range(len(segments)), key=lambda at: len(segments[at]))
    places: dict[int, tuple[int, int]] = {longest: _located(segments[longest], said, 0, len(said))}
    for at in range(longest + 1, len(segments)):
        start = places[at - 1][1]
        places[at] = _located(segments[at], said, start, min(len(said), start + _LEFT_OUT))
    for at in range(longest - 1, -1, -1):
        end = places[at + 1][0]
        places[at] = _located(segments[at], said, max(0, end - _LEFT_OUT), end, last=True)
    return [places[at] for at in range(len(segments))]


def _located(
    segment: Sequence[Spoken], said: Sequence[Spoken], start: int, end: int, *, last: bool = False
) -> tuple[int, int]:
    from rapidfuzz import fuzz

    keys = [word.key for word in segment if _counts(word)]
    text = [word.key for word in said[start:end]]
    if len(text) <= len(keys):
        return start, end
    if last:
        keys, text = keys[::-1], text[::-1]
    found = fuzz.partial_ratio_alignment(keys, text)
    if found is None or not found.score:
        return (end, end) if last else (start, start)
    low, high = found.dest_start, found.dest_end
    return (end - high, end - low) if last else (start + low, start + high)


# -- how it compares --


@dataclass(slots=True)
class _Block:
    """Words of the wording and of the text that stand at the same place and are not the same."""

    claimed: list[Spoken]
    said: list[Spoken]
    at: int
    place: int


class _Comparison:
    """A wording held against the passage that was found for it."""

    def __init__(self, claimed: Told, said: Told) -> None:
        self.claimed = claimed
        self.said = said
        self.matched = 0.0
        self.differences: list[Difference] = []
        self.left_out: list[Difference] = []
        self.is_elided = False
        self.is_unseen = False
        self.spans: list[tuple[int, int]] = []

    def of(self, segments: Sequence[list[Spoken]], places: Sequence[tuple[int, int]]) -> Alignment:
        floor = 0
        for at, (segment, place) in enumerate(zip(segments, places, strict=True)):
            ceiling = places[at + 1][0] if at + 1 < len(places) else len(self.said.words)
            self._segment(segment, place, floor, max(ceiling, place[1]))
            floor = self.spans[-1][1] if self.spans else floor
        total = sum(word.weight for segment in segments for word in segment if _counts(word))
        found = self.matched / total
        if not self.spans or not self._is_enough(found, segments):
            return Alignment("not_found", found=found)
        for one, other in pairwise(self.spans):
            self._elision(one, other)
        self._edges()
        self.is_elided = self.is_elided or len(segments) > 1
        first, last = self.said.words[self.spans[0][0]], self.said.words[self.spans[-1][1] - 1]
        return Alignment(
            wording=self._wording(),
            start=first.start,
            end=last.end,
            found=found,
            differences=tuple(self.differences),
            left_out=tuple(self.left_out),
        )

    def _wording(self) -> Wording:
        if self.differences:
            return "altered"
        if self.is_unseen:
            return "not_found"
        return "elided" if self.is_elided else "verbatim"

    def _is_enough(self, found: float, segments: Sequence[list[Spoken]]) -> bool:
        """Whether so much was found that the speaker said this, if in other words."""
        count = sum(len(segment) for segment in segments)
        is_long = len(self.said.words) > _LONG * count + 20
        if found >= 0.999:
            return not self._is_scattered(segments)
        if len(self.spans) < len(segments) or count < _FEWEST:
            return False
        if self._is_one_changed(segments, is_long=is_long):
            return True
        needed = _FOUND_IN_LONG if is_long else _FOUND
        return found >= needed and self.matched >= (2.0 if is_long else 1.0)

    def _is_scattered(self, segments: Sequence[list[Spoken]]) -> bool:
        """Whether the words stand there, but in several sentences with more between them than they
        are: nobody said this.
        """
        words = self.said.words
        between = sum(len(one.said.split()) for one in self.differences if not one.claimed)
        sentences = {segment[-1].sentence for segment in segments}
        spanned = words[self.spans[-1][1] - 1].sentence - words[self.spans[0][0]].sentence
        count = sum(len(segment) for segment in segments)
        return len(segments) == 1 and spanned >= len(sentences) and between > 2 * count

    def _is_one_changed(self, segments: Sequence[list[Spoken]], *, is_long: bool) -> bool:
        """Whether one word alone is another than was said, added or left out, while one that tells
        something is as it was said; in a longer text, in its place.
        """
        if len(self.differences) != 1 or self.left_out:
            return False
        [one] = self.differences
        if max(len(one.claimed.split()), len(one.said.split())) != 1:
            return False
        agreeing = [
            word
            for segment in segments
            for word in segment
            if not one.claimed_start <= word.start < one.claimed_end
        ]
        telling = sum(word.weight == 1.0 and word.kind != "negation" for word in agreeing)
        if not is_long:
            return telling > 0
        is_enough = telling >= _TELLING or (telling > 0 and len(agreeing) >= _AGREEING)
        return is_enough and self._is_in_place(one)

    def _is_in_place(self, one: Difference) -> bool:
        """Whether words that agree stand on both sides of *one*, or its clause begins or ends
        there, all in one sentence.
        """
        first, end = self.spans[0][0], self.spans[-1][1]
        words = self.said.words
        at = next((at for at in range(first, end) if words[at].start >= one.said_start), end)
        behind = at + 1 if one.said else at
        opens = at > first or _is_apart(words, at)
        closes = behind < end or _is_apart(words, behind)
        return opens and closes and words[first].sentence == words[end - 1].sentence

    def _segment(
        self, segment: list[Spoken], place: tuple[int, int], floor: int, ceiling: int
    ) -> None:
        slack = 3 + len(segment) // 3
        low, high = max(floor, place[0] - slack), min(ceiling, place[1] + slack)
        blocks, span = _aligned(segment, self.said.words[low:high], low)
        if span is None:
            return
        if _unmatched(blocks):
            # What is missing may stand just outside, behind words put in between.
            wide_low, wide_high = max(floor, low - _PUT_IN), min(ceiling, high + _PUT_IN)
            wider = _aligned(segment, self.said.words[wide_low:wide_high], wide_low)
            if wider[1] is not None and _unmatched(wider[0]) <= _unmatched(blocks) - 1.0:
                blocks, span = wider[0], wider[1]
            blocks, span = self._in_one_sentence(segment, (wide_low, wide_high), blocks, span)
        self.spans.append(span)
        unmatched = {id(word) for block in blocks for word in block.claimed}
        for word in segment:
            if id(word) not in unmatched and _counts(word):
                self.matched += word.weight
        for block in blocks:
            self._block(block)

    def _in_one_sentence(
        self,
        segment: list[Spoken],
        window: tuple[int, int],
        blocks: list[_Block],
        span: tuple[int, int],
    ) -> tuple[list[_Block], tuple[int, int]]:
        """*blocks* and *span*, or those of one sentence of the *window* that has more of it, or as
        much with less put in: words of two sentences are not taken together.
        """
        words = self.said.words
        is_one = segment[0].sentence == segment[-1].sentence
        if not is_one or words[span[0]].sentence == words[span[1] - 1].sentence:
            return blocks, span
        for low, high in _sentences_in(words, *window):
            other = _aligned(segment, words[low:high], low)
            if other[1] is not None and _cost(other[0]) < _cost(blocks):
                blocks, span = other[0], other[1]
        return blocks, span

    # -- one difference --

    def _block(self, block: _Block) -> None:
        claimed = [word for word in block.claimed if not _is_aside(word)]
        said = [word for word in block.said if not _is_aside(word)]
        if _is_same(claimed, said):
            self.matched += sum(word.weight for word in claimed if _counts(word))
        elif any(word.kind == "gap" for word in said):
            self._unseen(block, claimed, [word for word in said if word.kind != "gap"])
        elif _is_bracketed(claimed, said):
            self._inserted(block, claimed, said)
        elif all(word.kind == "title" for word in (*claimed, *said)):
            self.is_elided = True
            self.matched += sum(word.weight for word in claimed)
        else:
            self._differ(block, claimed, said)

    def _unseen(self, block: _Block, claimed: list[Spoken], said: list[Spoken]) -> None:
        """The text itself leaves out what the wording has there."""
        if said:
            self._differ(block, claimed, said)
            return
        self.is_elided = True
        self.matched += sum(word.weight for word in claimed if _counts(word))
        if any(word.kind in {"negation", "number", "name"} for word in claimed):
            self.is_unseen = True

    def _inserted(self, block: _Block, claimed: list[Spoken], said: list[Spoken]) -> None:
        """Somebody put words in brackets, for others or beside them."""
        kind: DifferenceKind | None = kind_of_insertion(claimed, said)
        if kind is None and max(len(claimed), len(said)) <= _REPLACED:
            self.is_elided = True
            self.matched += sum(word.weight for word in claimed if _counts(word))
        else:
            self._differ(block, claimed, said, kind)

    def _differ(
        self,
        block: _Block,
        claimed: list[Spoken],
        said: list[Spoken],
        kind: DifferenceKind | None = None,
    ) -> None:
        self.differences.append(
            self._difference(kind or _kind(claimed, said), claimed, said, block.at, block.place)
        )

    def _difference(
        self, kind: DifferenceKind, claimed: list[Spoken], said: list[Spoken], at: int, place: int
    ) -> Difference:
        start, end = _extent(claimed, at)
        said_start, said_end = _extent(said, place)
        return Difference(
            kind=kind,
            claimed=self.claimed.text[start:end],
            claimed_start=start,
            claimed_end=end,
            said=self.said.text[said_start:said_end],
            said_start=said_start,
            said_end=said_end,
        )

    # -- what is left out --

    def _elision(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        """What an ellipsis of the wording leaves out."""
        words = self.said.words
        dropped = list(words[one[1] : other[0]])
        kept = {words[one[1] - 1].clause, words[other[0]].clause}
        turned_by = [
            word
            for clause in clauses_of(dropped)
            for word in turning(clause, kept, words[other[0]])
        ]
        turned = self._is_turned(one, other)
        if turned_by or turned:
            kind = turned or _kind_of_turn(turned_by[0])
            place = max(0, self.claimed.text.find("…"))
            self.differences.append(self._difference(kind, [], dropped, place, dropped[0].start))
            self.left_out.append(self.differences[-1])

    def _is_turned(self, one: tuple[int, int], other: tuple[int, int]) -> DifferenceKind | None:
        """How what is left out between two spans turns them as a whole; None where it does not."""
        words = self.said.words
        dropped = words[one[1] : other[0]]
        last, following = words[one[1] - 1], words[other[0]]
        if not dropped or dropped[0].sentence != following.sentence:
            return None
        governs = dropped[-1].clause == following.clause
        denial = first_denial(dropped) if governs and following.clause == last.clause else None
        if denial is not None or denies_aside(dropped, following):
            return "negation"
        if governs and last.sentence == following.sentence:
            return "name" if changes_subject(words[one[0] : one[1]], dropped) else None
        return None

    def _edges(self) -> None:
        """What stands before or behind the passage in its sentence and governs it."""
        self._before(self.spans[0][0])
        self._behind(self.spans[-1][1])

    def _before(self, first: int) -> None:
        words = self.said.words
        governing = self._clause_before(first, _GOVERNED)
        self._conditioned(first, governing)
        at = denies(governing)
        if at is None:
            passage = words[first : self.spans[-1][1]]
            opens = first == len(governing) or (
                words[first - len(governing) - 1].sentence != words[first].sentence
            )
            framing = self._clause_before(first, _FRAMED)
            if frames(framing, passage) or (opens and supposes(governing)):
                self.left_out.append(
                    self._difference("frame", [], governing, 0, words[first].start)
                )
            return
        if governing[at].kind == "negation" and says_so(governing[at:]):
            return  # "there is no doubt that" says it
        kind = "frame" if only_wishes(governing[at:]) else _kind_of_denial(governing[at])
        start = governing[0].start
        missing = self._difference(kind, [], governing, 0, start)
        self.left_out.append(missing)
        thought = any(word.key in _THINKING for word in governing[at + 1 :])
        is_clause = words[first].key in SUBJECTS or words[first].kind == "name"
        if kind == "negation" and thought and is_clause:
            self.differences.append(missing)

    def _clause_before(self, first: int, most: int) -> list[Spoken]:
        """The words of the clause of *first* that stand before it, at *most* so many."""
        words = self.said.words
        before = words[max(0, first - most) : first]
        return [word for word in before if word.clause == words[first].clause]

    def _conditioned(self, first: int, governing: Sequence[Spoken]) -> None:
        """The clause before the passage, where it opens with a condition: "If they pay, we go"."""
        words = self.said.words
        start = first - len(governing)
        if start < 1 or any(word.key != "then" for word in governing):
            return
        last = words[start - 1]
        before = [
            word for word in words[max(0, start - _MOST_BEFORE) : start] if shares(word, last)
        ]
        if last.sentence == words[first].sentence and is_condition(before):
            place = words[first].start
            self.left_out.append(self._difference("condition", [], before, 0, place))

    def _behind(self, end: int) -> None:
        words = self.said.words
        passage = words[self.spans[-1][0] : end]
        sentence = words[end - 1].sentence
        behind = _sentence_from(words, end, sentence)
        following = _sentence_from(words, end + len(behind), sentence + 1)
        asked = "?" in self.said.text[words[end - 1].end :][:3] and not self._asks()
        if called_wrong(passage, behind) or (not behind and takes_back(following, asked=asked)):
            place = self.claimed.words[-1].end
            framing = [*behind[:_SHOWN], *([] if behind else following)]
            self.left_out.append(self._difference("frame", [], framing, place, framing[0].start))
            return
        if not behind:
            return
        if words[end].key in _CONDITIONS or restricts(words[end : end + 3]):
            following = list(words[end : end + 6])
            place = self.claimed.words[-1].end
            self.left_out.append(
                self._difference("condition", [], following, place, words[end].start)
            )

    def _asks(self) -> bool:
        return self.claimed.text.rstrip(" ”\"'’").endswith("?")


def _is_apart(words: Sequence[Spoken], at: int) -> bool:
    """Whether a clause begins at place *at* of *words*, or they end there."""
    return at in {0, len(words)} or not shares(words[at - 1], words[at])


def _sentence_from(words: Sequence[Spoken], start: int, sentence: int) -> list[Spoken]:
    """The words of a sentence from *start* on, as many as are looked at."""
    return [word for word in words[start : start + _GOVERNED] if word.sentence == sentence]


def _aligned(
    segment: list[Spoken], window: Sequence[Spoken], low: int
) -> tuple[list[_Block], tuple[int, int] | None]:
    """Where *segment* and *window* differ, and the span of the passage; None where they have
    nothing in common.
    """
    from rapidfuzz.distance import Indel

    ours, theirs = [word.key for word in segment], [word.key for word in window]
    equal = [
        [op.src_start, op.src_end, op.dest_start, op.dest_end]
        for op in Indel.opcodes(ours, theirs)
        if op.tag == "equal"
    ]
    if not equal:
        return [], None
    _without_stray_brackets(equal, segment)
    _tighten(equal, theirs)
    first, last = equal[0], equal[-1]
    # Words of the wording before the first that agrees stand for as many of the text's.
    start = max(0, first[2] - first[0])
    end = min(len(window), last[3] + len(ours) - last[1])
    if _is_inserted(segment, (0, first[0])):
        start = _in_clause(window, range(start, first[2]), window[first[2]])
    if _is_inserted(segment, (last[1], len(ours))):
        end = _to_clause_end(window, range(last[3], end), window[last[3] - 1])
    edges = [[0, 0, start, start], *equal, [len(ours), len(ours), end, end]]
    blocks = []
    for before, after in pairwise(edges):
        claimed, said = segment[before[1] : after[0]], list(window[before[3] : after[2]])
        if claimed or said:
            at = segment[before[1] - 1].end if before[1] else segment[0].start
            place = window[before[3] - 1].end if before[3] else window[0].start
            blocks.append(_Block(claimed, said, at, place))
    return blocks, (low + start, low + end)


def _without_stray_brackets(equal: list[list[int]], segment: Sequence[Spoken]) -> None:
    """Leave out what agrees at either end and is bracketed, where words of the text stand between
    it and the rest: the "the" of "[The board] will pay" is not that of "the cash, and we will pay".
    """
    while len(equal) > 1 and equal[1][2] > equal[0][3] and _is_inserted(segment, equal[0]):
        del equal[0]
    while len(equal) > 1 and equal[-1][2] > equal[-2][3] and _is_inserted(segment, equal[-1]):
        del equal[-1]


def _in_clause(window: Sequence[Spoken], places: range, word: Spoken) -> int:
    """The first of *places* that is in the clause of the *word* behind them."""
    return next((at for at in places if window[at].clause == word.clause), places.stop)


def _to_clause_end(window: Sequence[Spoken], places: range, word: Spoken) -> int:
    """The first of *places* that is not in the clause of the *word* before them."""
    return next((at for at in places if window[at].clause != word.clause), places.stop)


def _is_inserted(segment: Sequence[Spoken], run: Sequence[int]) -> bool:
    return all(word.bracket == "square" for word in segment[run[0] : run[1]])


def _tighten(equal: list[list[int]], theirs: Sequence[str]) -> None:
    """Move what agrees at either end towards the middle where it agrees there as well, so that no
    "the" of the sentence before is taken for the wording's own.
    """
    while len(equal) > 1:
        first, second = equal[0], equal[1]
        length, gap = first[1] - first[0], second[2] - first[3]
        if first[1] != second[0] or gap <= 0 or length > 3:
            break
        if list(theirs[second[2] - length : second[2]]) != list(theirs[first[2] : first[3]]):
            break
        equal[:2] = [[first[0], second[1], second[2] - length, second[3]]]
    while len(equal) > 1:
        before, last = equal[-2], equal[-1]
        length, gap = last[1] - last[0], last[2] - before[3]
        if before[1] != last[0] or gap <= 0 or length > 3:
            break
        if list(theirs[before[3] : before[3] + length]) != list(theirs[last[2] : last[3]]):
            break
        equal[-2:] = [[before[0], last[1], before[2], before[3] + length]]


def _unmatched(blocks: Sequence[_Block]) -> float:
    """How much of the wording the text has not, by weight."""
    return sum(word.weight for block in blocks for word in block.claimed if _counts(word))


def _cost(blocks: Sequence[_Block]) -> tuple[float, int]:
    return _unmatched(blocks), sum(len(block.said) for block in blocks)


def _sentences_in(words: Sequence[Spoken], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where each sentence of ``words[low:high]`` begins and ends."""
    first = low
    for at in range(low + 1, high + 1):
        if at == high or words[at].sentence != words[first].sentence:
            yield first, at
            first = at


def _is_aside(word: Spoken) -> bool:
    """Whether it is a remark in round brackets, such as a stage direction: it may be missing."""
    return word.bracket == "round"


def _is_same(claimed: Sequence[Spoken], said: Sequence[Spoken]) -> bool:
    ours, theirs = [word.key for word in claimed], [word.key for word in said]
    if "".join(ours) == "".join(theirs):
        return True
    return len(ours) == len(theirs) and all(
        one == other or any({one, other} <= same for same in _SAME)
        for one, other in zip(ours, theirs, strict=True)
    )


def _is_bracketed(claimed: Sequence[Spoken], said: Sequence[Spoken]) -> bool:
    def inserted(words: Sequence[Spoken]) -> bool:
        return bool(words) and all(word.bracket == "square" for word in words)

    return inserted(claimed) or inserted(said)


def _kind(claimed: Sequence[Spoken], said: Sequence[Spoken]) -> DifferenceKind:
    kinds: tuple[Literal["negation", "number", "name"], ...] = ("negation", "number", "name")
    for kind in kinds:
        if keys_of(claimed, kind) != keys_of(said, kind):
            return kind
    if not said:
        return "added"
    return "word" if claimed else "omitted"


def _extent(words: Sequence[Spoken], place: int) -> tuple[int, int]:
    return (words[0].start, words[-1].end) if words else (place, place)


def _kind_of_denial(word: Spoken) -> DifferenceKind:
    if word.key == "whether":
        return "frame"  # what is asked is not said
    return "condition" if word.key in {"if", "unless"} else "negation"


def _kind_of_turn(word: Spoken) -> DifferenceKind:
    if word.kind == "negation":
        return "negation"
    return "name" if word.kind == "name" else "condition"
