"""Notation: what a row of the table expects, as values.

A row is a text and, for each quantity in it, one line:

    KIND WRITTEN [LOWER, UPPER) UNIT HEDGE ; of WHOLE

``level 5.25 [5.2, 5.3] M.USD/yr about`` is a level of 5.25 million dollars a year. The ends are
in the unit as written, as the rule has it, and converted here; a bracket is a closed end, a
parenthesis an open one. WRITTEN is the number of the text: digits with the decimals that were
written, a fraction (``3/4``), a mixed number (``2+1/2``), a range (``18..20``), ``most`` or
``nearly-all``. A sign is a change's direction: what falls is below nought. HEDGE is as written,
without an article; WHOLE is given where the text names the whole a share is of. ``?`` stands for
what section 6 of the design does not decide (the unit of a barrel) and is not scored. A vague
phrase is ``vague`` alone; a row without lines holds no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

#: A text with a line for each of its quantities.
Row = tuple[str, ...]
#: A half of the table: rows by what they try.
Half = Mapping[str, tuple[Row, ...]]

SCALES = {
    "doz": 12,
    "k": 10**3,
    "lakh": 10**5,
    "M": 10**6,
    "crore": 10**7,
    "bn": 10**9,
    "tn": 10**12,
}
# The international mile, foot and acre; a unit that is not here is its own base unit.
UNITS = {
    "%": ("share", Fraction(1, 100)),
    "pp": ("share", Fraction(1, 100)),
    "ha": ("km2", Fraction(1, 100)),
    "ac": ("km2", Fraction("0.0040468564224")),
    "sqmi": ("km2", Fraction("1.609344") ** 2),
    "m2": ("km2", Fraction(1, 10**6)),
    "m": ("km", Fraction(1, 1000)),
    "ft": ("km", Fraction("0.0003048")),
    "mi": ("km", Fraction("1.609344")),
    "min": ("h", Fraction(1, 60)),
    "w": ("d", Fraction(7)),
    "mo": ("yr", Fraction(1, 12)),
    "decade": ("yr", Fraction(10)),
    "century": ("yr", Fraction(100)),
    "s": ("h", Fraction(1, 3600)),
    "yd": ("km", Fraction("0.0009144")),
    "in": ("km", Fraction("0.0000254")),
    "cm": ("km", Fraction(1, 100_000)),
    "mm": ("km", Fraction(1, 10**6)),
    "t": ("kg", Fraction(1000)),
    "g": ("kg", Fraction(1, 1000)),
    "mg": ("kg", Fraction(1, 10**6)),
    "lb": ("kg", Fraction("0.45359237")),
    "st": ("kg", Fraction("6.35029318")),
    "ml": ("l", Fraction(1, 1000)),
    "W": ("kW", Fraction(1, 1000)),
    "MW": ("kW", Fraction(1000)),
    "kcal": ("kWh", Fraction("4.184") / 3600),
    "p": ("GBP", Fraction(1, 100)),
    "ppm": ("share", Fraction(1, 10**6)),
    "per100k": ("share", Fraction(1, 100_000)),
}
_LINE = re.compile(
    r"(?P<kind>level|change|rate) (?P<written>\S+) "
    r"(?P<left>[\[(])(?P<lower>[^,]+), (?P<upper>[^\])]+)(?P<right>[\])]) "
    r"(?P<unit>\S+)(?: (?P<hedge>[^;]+?))?(?: ; of (?P<whole>.+))?\Z"
)
_RANGE = ".."


@dataclass(frozen=True, slots=True)
class Expected:
    """One quantity that a text holds; None as an end is unbounded, a unit of None not scored.

    ``amount`` is None where the rule names none (a range, "most"). ``scale`` and ``per_base`` are
    what the numbers as written were multiplied by to come to base units.
    """

    kind: str
    written: str = ""
    amount: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    lower_closed: bool = False
    upper_closed: bool = False
    unit: str | None = None
    as_written: str = ""
    scale: Fraction = Fraction(1)
    per_base: Fraction = Fraction(1)
    hedge: str | None = None
    whole: str | None = None

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The numbers as written: one, both ends of a range, none of "most" or a vague phrase."""
        if self.amount is None and _RANGE not in self.written:
            return ()
        return tuple(map(number, self.written.split(_RANGE)))


def rows(half: Half) -> Iterator[tuple[str, str, tuple[Expected, ...]]]:
    """Each row of *half*: what it tries, its text and the quantities it holds, in order."""
    for tries, given in half.items():
        for text, *lines in given:
            yield tries, text, tuple(expected(line) for line in lines)


def expected(line: str) -> Expected:
    """The quantity that *line* describes. Raises ValueError for a line that is not well formed."""
    if line == "vague":
        return Expected("vague")
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"not a line of the notation: {line!r}")
    unit, as_written, scale, per_base = _unit(found["unit"])
    times = scale * per_base
    return Expected(
        found["kind"],
        found["written"],
        _amount(found["written"], times),
        _end(found["lower"], times),
        _end(found["upper"], times),
        found["left"] == "[",
        found["right"] == "]",
        unit,
        as_written,
        scale,
        per_base,
        found["hedge"],
        found["whole"],
    )


def _unit(written: str) -> tuple[str | None, str, Fraction, Fraction]:
    head, slash, period = written.partition("/")
    scale, dot, name = head.rpartition(".")
    base, per_base = UNITS.get(name, (name, Fraction(1)))
    unit = None if name == "?" else f"{base}{slash}{period}"
    return unit, name, Fraction(SCALES[scale] if dot else 1), per_base


def _amount(written: str, times: Fraction) -> Fraction | None:
    if _RANGE in written or written in {"most", "nearly-all"}:
        return None
    return number(written) * times


def _end(written: str, times: Fraction) -> Fraction | None:
    return None if written in {"inf", "-inf"} else number(written) * times


def number(written: str) -> Fraction:
    """The number that *written* names: ``5.25``, ``-3/4`` or ``2+1/2``."""
    whole, plus, part = written.partition("+")
    return Fraction(whole) + Fraction(part) if plus else Fraction(written)
