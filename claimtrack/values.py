"""Typed values: calendar dates with a precision, intervals, quantities and their units."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

from claimtrack.errors import BadDay, BadValue

Precision = Literal["day", "month", "year"]
Closed = Literal["both", "left", "right", "neither"]
QuantityKind = Literal["level", "change", "rate", "vague"]

#: Base units: what amounts are held in. Money is held in its ISO 4217 code, and a rate is
#: ``unit/d``, ``unit/yr`` and so on. A ``ratio`` is a percentage that is no part of a whole, as
#: inflation and growth are: 0.032 for 3.2%, with no bounds.
BASE_UNITS = (
    "share", "km2", "km", "h", "d", "yr", "persons", "count", "ratio",
    "kg", "l", "degC", "kW", "kWh", "GB", "hPa", "dB", "magnitude",
)  # fmt: skip
#: What a quantity is in whose unit is none of these (volts, bare degrees): nothing is held against
#: it, and no measure is in it.
OTHER_UNIT = "other"

#: No amount in the world needs more digits before or after the point.
MAX_DIGITS = 40

# Python's own idea of a number takes "1_000" and digits of every script.
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*\Z", re.ASCII)

_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_ISO_LENGTHS = {"day": 10, "month": 7, "year": 4}
#: It is tomorrow somewhere: zones lie up to 14 hours ahead of UTC.
_ZONES = timedelta(days=1)
_NO_DAY = "a day is a date, an aware datetime or 'YYYY[-MM[-DD]]', not {!r}"
_RATE_PERIODS = frozenset({"h", "d", "week", "month", "yr"})


@dataclass(frozen=True, slots=True, eq=False)
class CalendarDate:
    """A calendar date known to the day, the month or the year (ISO 8601, reduced precision).

    ``first`` is its first day. It equals a ``datetime.date`` when it is known to the day.
    """

    first: date
    precision: Precision = "day"

    def __post_init__(self) -> None:
        if self.precision == "day":  # as most are
            return
        whole = {"month": self.first.replace(day=1), "year": self.first.replace(month=1, day=1)}
        object.__setattr__(self, "first", whole[self.precision])

    @classmethod
    def parse(cls, text: str) -> CalendarDate:
        """The calendar date that ``YYYY[-MM[-DD]]`` names. Raises `BadDay`."""
        if not isinstance(text, str):
            raise BadDay(_NO_DAY.format(text))
        return _parsed(text)

    @property
    def last(self) -> date:
        """The last day of it: itself, the month's end or 31 December."""
        if self.precision == "day":
            return self.first
        if self.precision == "year":
            return self.first.replace(month=12, day=31)
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    def is_to_come(self, at: datetime) -> bool:
        """Whether it had not begun at the moment *at*, in any time zone: what is told of it then is
        a forecast or a mistake.
        """
        return self.first > at.date() + _ZONES

    def __str__(self) -> str:
        return self.first.isoformat()[: _ISO_LENGTHS[self.precision]]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CalendarDate):
            return (self.first, self.precision) == (other.first, other.precision)
        if isinstance(other, date) and not isinstance(other, datetime):
            return self.precision == "day" and self.first == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.first if self.precision == "day" else (self.first, self.precision))


@lru_cache(maxsize=4096)  # a daily series names the same days in every fetch and every history
def _parsed(text: str) -> CalendarDate:
    found = _ISO_DAY.match(text)
    if found is None:
        raise BadDay(_NO_DAY.format(text))
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise BadDay(f"{text!r} is no day of the calendar: {error}") from error
    return CalendarDate(first, "day" if day else "month" if month else "year")


DayLike = CalendarDate | date | datetime | str


def calendar_date(given: DayLike) -> CalendarDate:
    """The calendar date that *given* names: a date, an aware datetime (its day in UTC) or
    ``YYYY[-MM[-DD]]``. Raises `BadDay`.
    """
    if isinstance(given, CalendarDate):
        return given
    if isinstance(given, datetime):
        return CalendarDate(_aware(given).astimezone(UTC).date())
    if isinstance(given, date):
        return CalendarDate(given)
    return CalendarDate.parse(given)


def moment(given: DayLike) -> datetime:
    """The last moment (UTC) of what *given* names: an aware datetime is itself, a day, month or
    year stands for its end, so that "known on that day" takes in the whole day. Raises `BadDay`.
    """
    if isinstance(given, datetime):
        return _aware(given).astimezone(UTC)
    return datetime.combine(calendar_date(given).last, time.max, tzinfo=UTC)


def _aware(given: datetime) -> datetime:
    if given.tzinfo is None:
        raise BadDay(f"{given.isoformat()} has no time zone: pass an aware datetime")
    return given


def decimal(given: Decimal | int | float | str) -> Decimal:
    """*given* as a finite decimal number; a float counts as the digits it prints.
    Raises `BadValue`.
    """
    if isinstance(given, bool) or not isinstance(given, (Decimal, int, float, str)):
        raise BadValue(f"an amount is a number, not {given!r}")
    try:
        if isinstance(given, str) and not _NUMBER.match(given):
            raise InvalidOperation
        number = Decimal(repr(given)) if isinstance(given, float) else Decimal(given)
    except InvalidOperation as error:
        raise BadValue(f"{given!r} is not a number") from error
    if not number.is_finite():
        raise BadValue(f"an amount is finite, not {given!r}")
    if number and not -MAX_DIGITS < number.adjusted() < MAX_DIGITS:
        raise BadValue(f"an amount of over {MAX_DIGITS} digits is too long: {str(number)[:40]}")
    return number


def decimal_text(number: Decimal) -> str:
    """*number* in its one canonical spelling: no exponent, no trailing zeros, no minus zero."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the number line; None as an end is unbounded, and never closed there.

    ``closed`` says which ends belong to it: both, left, right or neither.
    """

    lower: Decimal | None
    upper: Decimal | None
    closed: Closed = "both"

    def __post_init__(self) -> None:
        if self.lower is not None and self.upper is not None:
            if self.lower > self.upper:
                raise BadValue(
                    f"an interval's lower end {self.lower} is above its upper {self.upper}"
                )
            if self.lower == self.upper and self.closed != "both":
                raise BadValue(f"the interval at {self.lower} is empty: a single point is closed")

    @property
    def lower_closed(self) -> bool:
        """Whether its lower end belongs to it."""
        return self.lower is not None and self.closed in {"both", "left"}

    @property
    def upper_closed(self) -> bool:
        """Whether its upper end belongs to it."""
        return self.upper is not None and self.closed in {"both", "right"}

    def __contains__(self, number: Decimal) -> bool:
        if self.lower is not None and (
            number < self.lower or (number == self.lower and not self.lower_closed)
        ):
            return False
        return (
            self.upper is None
            or number < self.upper
            or (number == self.upper and self.upper_closed)
        )

    def covers(self, other: Interval) -> bool:
        """Whether every number of *other* is in this interval."""
        return self._starts_by(other) and self._ends_after(other)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is in both intervals."""
        return not (self._is_before(other) or other._is_before(self))

    def _starts_by(self, other: Interval) -> bool:
        if self.lower is None:
            return True
        if other.lower is None or other.lower < self.lower:
            return False
        return other.lower > self.lower or self.lower_closed or not other.lower_closed

    def _ends_after(self, other: Interval) -> bool:
        if self.upper is None:
            return True
        if other.upper is None or other.upper > self.upper:
            return False
        return other.upper < self.upper or self.upper_closed or not other.upper_closed

    def _is_before(self, other: Interval) -> bool:
        if self.upper is None or other.lower is None:
            return False
        return self.upper < other.lower or (
            self.upper == other.lower and not (self.upper_closed and other.lower_closed)
        )

    def __str__(self) -> str:
        left = "[" if self.lower_closed else "("
        right = "]" if self.upper_closed else ")"
        lower = "-inf" if self.lower is None else decimal_text(self.lower)
        upper = "inf" if self.upper is None else decimal_text(self.upper)
        return f"{left}{lower}, {upper}{right}"


def middle(value: object) -> Decimal | None:
    """The one number that stands for *value*: itself, or the middle of a bounded interval."""
    if isinstance(value, Interval):
        if value.lower is None or value.upper is None:
            return None
        return (value.lower + value.upper) / 2
    return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a phrase of quantity means, by a named rule.

    ``amount``, ``lower`` and ``upper`` are in base units (a share is 0..1); None as ``lower`` or
    ``upper`` is unbounded, and a ``vague`` quantity has neither amount nor bounds.
    ``closed`` tells which ends belong to the interval. ``of`` is the denominator or the thing
    counted, as written; ``hedge`` the word that loosens or bounds, lower case.
    ``text[start:end]`` of the text it was found in is the phrase. ``on_tenths`` is what an everyday
    fraction admits on the other scale that it may have been chosen from, of tenths in place of
    sixths; None where that is no other interval, and for all other words.
    """

    amount: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    closed: Closed
    unit: str
    of: str | None = None
    hedge: str | None = None
    kind: QuantityKind = "level"
    rule: str = "words-1"
    start: int = 0
    end: int = 0
    on_tenths: Interval | None = None

    @property
    def interval(self) -> Interval:
        """The interval it admits. Raises `BadValue` for a vague quantity, which admits none."""
        if self.kind == "vague":
            raise BadValue("a vague quantity has no interval")
        return Interval(self.lower, self.upper, self.closed)


def is_unit(name: str) -> bool:
    """Whether *name* is a base unit, an ISO 4217 code, or a rate of either (``persons/d``)."""
    head, slash, period = name.partition("/")
    if slash and period not in _RATE_PERIODS:
        return False
    return head in BASE_UNITS or re.fullmatch(r"[A-Z]{3}", head) is not None


_DURATION = re.compile(r"(\d+)\s*(h|d|w)\Z", re.ASCII)


def duration(given: str) -> timedelta:
    """The length of time that *given* names: ``6h``, ``30d`` or ``2w``. Raises `BadValue`."""
    found = _DURATION.match(given)
    if found is None or int(found[1]) == 0 or len(found[1]) > 5:
        raise BadValue(f"a duration is a whole number and h, d or w, as in '30d', not {given!r}")
    hours = {"h": 1, "d": 24, "w": 168}[found[2]]
    return timedelta(hours=int(found[1]) * hours)
