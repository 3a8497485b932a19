"""Sentences as news agencies write them, with what they say of the measures of a claim file.

Each set is a claim file (``first.toml``) and its sentences (``first.txt``), written by us before
they were read; what each should give was worked out by hand. A line is what is to be read off it, a
bar, and the sentence: ``held/kesh=about 20% | …``, ``pava=closed | …``, ``-`` for nothing. A line
that begins with ``?`` is known to be missed or misread. A ``#`` opens the sentences on a subject.

Sets that share a claim file are called after it (``league-1`` and ``league-2`` read by
``league.toml``), and there the day is a part of what is said: ``=64 @2026-02`` is stated for that
month, ``=64`` is carried from the day of the text, of ``=64 @*`` any day will do. ``~`` stands
before what may be read and need not be, as a level of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from benchmarks.readback import hedge_bound, open_bound, quantities
from claimtrack.claimfile import load_document
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.words.statements import read_statements

HERE = Path(__file__).parent
SETS = tuple(sorted(path.stem for path in HERE.glob("*.txt")))
#: The day of every sentence.
PUBLISHED = "2026-03-10"
#: The bounds that say the same as a label's hedge.
_SAME: dict[str, set[str | None]] = {
    "over": {"over", "at least"}, "at least": {"over", "at least"}, "nearly": {"nearly"},
    "about": {"about"}, "under": {"under"}, "up to": {"up to"}, "": {None, "exactly"},
    "range": {None, "about"}, "just over": {"just over"},
}  # fmt: skip
_TURNED = {"under": "over", "over": "under", "at least": "up to", "up to": "at least"}
#: The day of a label that leaves it open, and that of one whose day is the text's own.
ANY_DAY, CARRIED = "*", "carried"
_VALUE = re.compile(
    r"(?:(about|nearly|just over|over|at least|under|up to) )?"
    r"(-?[\d,.]+?)(%| km2)?(?:\.\.([\d,.]+))?"
)


@dataclass(frozen=True)
class Label:
    """What a sentence says of a measure: a state's name, or an amount and its hedge; the day that
    it states (``carried`` where it states none), and whether a reader may do without it.
    """

    measure: str
    value: str | Decimal
    hedge: str = ""
    day: str = ANY_DAY
    is_optional: bool = False

    def is_of(self, text: str, reading: Reading) -> bool:
        """Whether *reading* of *text* is what the label says."""
        if reading.measure != self.measure or not self._is_on(reading):
            return False
        if isinstance(self.value, str):
            return reading.value == self.value
        amount, bound = _as_read(text, reading)
        near = amount is not None and abs(amount - self.value) <= abs(self.value) * Decimal("0.003")
        return near and bound in _SAME[self.hedge]

    def _is_on(self, reading: Reading) -> bool:
        stated = str(reading.as_of) if reading.as_of_basis == "stated" else CARRIED
        return self.day in {ANY_DAY, stated}


@dataclass(frozen=True)
class Line:
    """A sentence, its labels, whether it is known to be missed, and the subject it stands under."""

    text: str
    labels: tuple[Label, ...]
    is_missed: bool
    subject: str


@cache
def measures(name: str) -> tuple[Measure, ...]:
    """The measures of a set's claim file."""
    return load_document(HERE / f"{_claims(name)}.toml").measures


def _claims(name: str) -> str:
    return name.partition("-")[0]


def lines(name: str) -> Iterator[Line]:
    """The sentences of a set."""
    subject = ""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            subject = line.removeprefix("# ")
        elif line.strip():
            label, _, text = line.partition(" | ")
            day = ANY_DAY if _claims(name) == name else CARRIED
            yield Line(text, labels(label.lstrip("? "), day), line.startswith("?"), subject)


def labels(written: str, day: str = ANY_DAY) -> tuple[Label, ...]:
    """The labels that a line has: ``held/kesh=about 20%; pava=closed``, none for ``-``; with *day*
    where none is written.
    """
    found = (_label(one.strip(), day) for one in written.split(";"))
    return tuple(one for one in found if one is not None)


def compared(line: Line, name: str) -> tuple[list[Label], list[Reading], list[Label]]:
    """The labels of *line* that are read, the readings that no label has, the labels missed."""
    found = read_statements(line.text, measures(name), published=PUBLISHED)
    waiting, right, false = list(line.labels), [], []
    for reading in found:
        label = next((one for one in waiting if one.is_of(line.text, reading)), None)
        if label is not None:
            waiting.remove(label)
            right.append(label)
        elif not any(one.is_of(line.text, reading) for one in line.labels):
            false.append(reading)
    right = [one for one in right if not one.is_optional]
    return right, false, [one for one in waiting if not one.is_optional]


def stances(line: Line, name: str) -> tuple[str, str] | None:
    """The label and the answer of a sentence on a state, towards a claim of its first state."""
    known = {one.id: one for one in measures(name) if one.kind == "state"}
    measure = known.get(line.subject)
    if measure is None:
        return None
    read = read_statements(line.text, (measure,), published=PUBLISHED)
    said = {one.value for one in line.labels if isinstance(one.value, str)}
    first = measure.states[0].name
    return _stance(said, first), _stance({str(one.value) for one in read}, first)


def _stance(told: set[str], first: str) -> str:
    if len(told) != 1:
        return "neither"
    return "supports" if told == {first} else "contradicts"


def _label(written: str, day: str) -> Label | None:
    if written in {"", "-"}:
        return None
    measure, _, told = written.partition("=")
    value, _, on = told.partition(" @")
    match, is_optional, measure = _VALUE.fullmatch(value), measure[0] == "~", measure.lstrip("~")
    if match is None:
        return Label(measure, value, day=on or day, is_optional=is_optional)
    hedge, amount, unit, last = match.groups()
    number = Decimal(amount.replace(",", ""))
    if last is not None:
        number, hedge = (number + Decimal(last.replace(",", ""))) / 2, "range"
    number = number / 100 if unit == "%" else number
    return Label(measure, number, hedge or "", on or day, is_optional)


def _as_read(text: str, reading: Reading) -> tuple[Decimal | None, str | None]:
    """The amount that was read, as the sentence has it, and its bound."""
    found = quantities(text, reading)
    amount = found[0].amount if found else None
    bound = (None if reading.derived else open_bound(reading)) or hedge_bound(found)
    if reading.derived and amount is not None:
        return 1 - amount, _TURNED.get(bound or "", bound)
    return amount, bound
