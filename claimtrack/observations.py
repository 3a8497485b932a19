"""Observations: what sources said, from the reading off a page to the history on record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

import msgspec

from claimtrack.errors import BadValue
from claimtrack.inflating import is_of
from claimtrack.measures import SourceKind
from claimtrack.values import CalendarDate, Interval, calendar_date, decimal, decimal_text

if TYPE_CHECKING:
    import pandas
    import pyarrow

#: An amount in the measure's unit, an interval of it, a calendar date, or words.
Value = Decimal | Interval | CalendarDate | str
#: How the day a value is true is known: the source states it, it is carried over from the text's
#: own date, or all that is known is when it was seen.
Basis = Literal["stated", "carried", "seen"]
_BASES = frozenset(get_args(Basis))
#: A reading quotes the words that say it and keeps no copy of the page: no quote, locator, scope or
#: attribution has more characters than this. The longest paragraphs of the news have some 3,000.
LONGEST = 10_000
#: What came of asking. ``absent`` is nothing there where nothing need be yet, which is no failure;
#: ``gone`` is nothing there.
Outcome = Literal[
    "fetched",
    "not_modified",
    "absent",
    "gone",
    "blocked",
    "disallowed",
    "postponed",
    "unreachable",
]
#: What one ask brought for one measure. ``changed`` and ``unchanged`` are told apart by the record;
#: a reader reports ``read``. ``silent`` is a page that says nothing of the measure and need not: an
#: article about something else. What was read there before is ``missing``, which is a failure.
ResultStatus = Literal[
    "read", "changed", "unchanged", "silent", "missing", "unreadable", "quarantined"
]
#: The results by which a page shows nothing of a measure.
SAYS_NOTHING: tuple[ResultStatus, ...] = ("missing", "silent")
#: The results that failed: nothing was read, and something should have been.
FAILED_RESULTS: frozenset[ResultStatus] = frozenset({"missing", "unreadable", "quarantined"})


#: Ten times as fast as `json`, and byte for byte the same for what a fact says; a parser's own kind
#: of text is text.
_JSON = msgspec.json.Encoder(enc_hook=str)

#: A quote may be shown up to this many words; more is the publisher's own.
QUOTED_WORDS = 30

#: And up to so many characters, for a text without spaces is one word.
_QUOTED_SIGNS = 500

_PERSON = "person:"

OUTCOMES_WITH_PAGE: frozenset[Outcome] = frozenset({"fetched", "not_modified"})


def became(outcome: Outcome, statuses: Sequence[ResultStatus]) -> str:
    """What became of one ask, in a word or two: its outcome where none of the *statuses* of its
    results failed; what happened to the results where all did; else both.
    """
    failing = dict.fromkeys(one for one in statuses if one in FAILED_RESULTS)
    if outcome not in OUTCOMES_WITH_PAGE or not failing:
        return outcome
    what = " and ".join(failing)
    is_all = all(one in FAILED_RESULTS for one in statuses)
    return what if is_all else f"{outcome}, in part {what}"


#: What says that nobody answered, and nothing of what is there.
OUTCOMES_UNANSWERED: frozenset[Outcome] = frozenset({"disallowed", "postponed", "unreachable"})


def in_brief(text: str) -> str:
    """As much of *text* as a quote may show: its first 30 words, of 500 characters at most, with
    an ellipsis where there is more. A quote is evidence, and no copy of the page.
    """
    words = text.split()
    said = " ".join(words[:QUOTED_WORDS])
    is_cut = len(words) > QUOTED_WORDS or len(said) > _QUOTED_SIGNS
    return said[:_QUOTED_SIGNS].rstrip() + " ..." * is_cut


def person_source(name: str) -> str:
    """The name on record of the person *name*, who is a source too."""
    return f"{_PERSON}{name}"


def is_person(source: str) -> bool:
    """Whether the name on record *source* is that of a person."""
    return source.startswith(_PERSON)


def source_name(source: str) -> str:
    """The name on record *source* without what marks a person."""
    return source.removeprefix(_PERSON)


@dataclass(frozen=True, slots=True)
class Description:
    """Who stands behind a source.

    ``publisher`` is empty where only a claim file can name it: then the name on record stands in.
    ``party`` names the side of the matter it belongs to, None for an outsider.
    ``budget`` is in words, for people: how often it may be asked. ``spacing`` is the seconds from
    one request to a host of its to the next that it wants at least.
    """

    publisher: str
    kind: SourceKind = "report"
    party: str | None = None
    licence: str | None = None
    budget: str | None = None
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source read off a page for one measure.

    ``value`` is an amount in the measure's unit (an int or a float becomes a `Decimal`), an
    `Interval`, a calendar date or words. ``as_of`` is the day it is true (a `date` or
    "YYYY[-MM[-DD]]" becomes a `CalendarDate`), with ``as_of_basis`` telling how that is known:
    ``seen`` exactly where there is no day.
    ``error`` is the source's own, plus or minus, in the measure's unit.
    ``quote`` is what the page says, ``locator`` where on the page, ``attribution`` who is cited.
    ``withdrawn`` takes the value back. ``derived`` marks a value worked out from the one quoted.
    """

    measure: str
    value: Value
    as_of: CalendarDate | None = None
    as_of_basis: Basis = "stated"
    error: Decimal | None = None
    quote: str = ""
    locator: str | None = None
    attribution: str | None = None
    scope: str | None = None
    published_at: datetime | None = None
    derived: bool = False
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.value, (Decimal, int, float)):
            object.__setattr__(self, "value", decimal(self.value))
        if self.error is not None:
            object.__setattr__(self, "error", decimal(self.error))
            if self.error < 0:
                raise BadValue(f"an error is plus or minus so much, not {self.error}")
        if isinstance(self.value, date):
            object.__setattr__(self, "value", CalendarDate(self.value))
        if isinstance(self.as_of, date | str):
            object.__setattr__(self, "as_of", calendar_date(self.as_of))
        if self.as_of is None:
            object.__setattr__(self, "as_of_basis", "seen")
        self._check()

    def _check(self) -> None:
        """Whoever makes a reading is a stranger: it is refused here, before it can do harm."""
        words = ("measure", "quote", "locator", "attribution", "scope")
        for name in words:
            given = getattr(self, name)
            needed = name in {"measure", "quote"}
            if not isinstance(given, str) and (needed or given is not None):
                raise BadValue(f"a reading's {name} is text, not {given!r}")
            if given is not None and len(given) > LONGEST:
                raise BadValue(
                    f"a reading's {name} of {len(given):,} characters: over {LONGEST:,} are a page,"
                    " not the words that say it"
                )
        if not isinstance(self.value, (Decimal, Interval, CalendarDate, str)):
            raise BadValue(f"a reading's value is a number, interval, day or text: {self.value!r}")
        if self.as_of is not None and not isinstance(self.as_of, CalendarDate):
            raise BadValue(f"a reading's as_of is a day, not {self.as_of!r}")
        for name in ("derived", "withdrawn"):
            if not isinstance(getattr(self, name), bool):
                raise BadValue(f"a reading's {name} is true or false, not {getattr(self, name)!r}")
        if self.as_of_basis not in _BASES:
            raise BadValue(f"as_of_basis is stated, carried or seen, not {self.as_of_basis!r}")
        if self.published_at is not None:
            _demand_moment(self.published_at)


def _demand_moment(given: object) -> None:
    """Raise `BadValue` where *given* is no moment that can be told in UTC."""
    if not isinstance(given, datetime) or given.utcoffset() is None:
        raise BadValue(f"published_at is an aware datetime, not {given!r}")
    try:
        given.astimezone(UTC)
    except OverflowError as error:  # at an end of the calendar
        raise BadValue(f"published_at is no moment in UTC: {given!r}") from error


def value_text(value: Value) -> str:
    """*value* in its one canonical spelling, with its type before it: ``n:0.2``, ``i:[1, 2)``,
    ``d:2042``, ``t:in force``.
    """
    if isinstance(value, Decimal):
        return f"n:{decimal_text(value)}"
    if isinstance(value, Interval):
        return f"i:{value}"
    if isinstance(value, CalendarDate):
        return f"d:{value}"
    return f"t:{value}"


def fact_id(source: str, reading: Reading) -> str:
    """The content address of what *source* says in *reading*: sha256, in hex, of measure, source,
    day, value and its error, scope, attribution and withdrawal. No clock, snapshot or worker is
    part of it, so whoever sees the same thing again records the same fact.
    """
    content = [
        reading.measure,
        source,
        None if reading.as_of is None else str(reading.as_of),
        value_text(reading.value),
        None if reading.error is None else decimal_text(reading.error),
        reading.scope,
        reading.attribution,
        reading.withdrawn,
    ]
    return hashlib.sha256(_JSON.encode(content)).hexdigest()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A page's bytes, kept once per content; ``sha256`` is the hex digest of ``content``. Where
    they came ``packed``, in one member of gzip, that is what is stored.
    """

    sha256: str
    content: bytes = field(repr=False)
    media_type: str | None = None
    packed: bytes | None = field(default=None, repr=False, compare=False)
    _is_digested: bool = field(default=False, init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls, content: bytes, media_type: str | None = None, packed: bytes | None = None
    ) -> Snapshot:
        """The snapshot of *content*."""
        made = cls(hashlib.sha256(content).hexdigest(), content, media_type, packed)
        object.__setattr__(made, "_is_digested", True)
        return made

    @property
    def is_itself(self) -> bool:
        """Whether ``sha256`` is that of the content."""
        return self._is_digested or self.sha256 == hashlib.sha256(self.content).hexdigest()

    def stored(self) -> StoredSnapshot:
        """How it is put on record. Raises `BadValue` where it is not what it says."""
        if not self.is_itself:
            raise BadValue(f"snapshot {self.sha256!r} is not the sha256 of its content")
        if self.packed is None:
            return StoredSnapshot(self.sha256, self.content, len(self.content), self.media_type)
        if not is_of(self.packed, self.content):
            raise BadValue(f"snapshot {self.sha256!r}: what it came packed in holds other bytes")
        return StoredSnapshot(
            self.sha256, self.packed, len(self.content), self.media_type, coding="gzip"
        )


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """A snapshot as it waits to be put on record: its ``size`` bytes, of that ``sha256``, as they
    are stored in that ``coding`` (None: as they are). What came packed takes a third of the room.
    """

    sha256: str
    stored: bytes = field(repr=False)
    size: int
    media_type: str | None = None
    coding: Literal["gzip"] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one attempt brought for one measure.

    ``extractor`` is the reader as ``name@version`` (with a digest of its options where it has any).
    ``readings`` go with ``read``; ``reason`` says why there are none. On a ``not_modified`` attempt
    a ``read`` result has no readings of its own: it confirms what that extractor read off the
    snapshot that the attempt names.
    """

    measure: str
    status: ResultStatus
    extractor: str
    readings: tuple[Reading, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One ask of one address by one source.

    ``at`` is when it was asked, or the capture's own time for an archived page; ``snapshot`` the
    sha256 of what came, or of what a ``not_modified`` answer confirms. ``requests`` went over the
    wire (None: nobody counted) and moved ``bytes``, in ``seconds``; where it ``shared`` what came
    to another ask of the same address, they are that one's too, and went over the wire once.
    ``headers`` are those of the answer, names in lower case. Where it was
    not ``asked``, that is no fault of the address: its host wanted to be left alone or is down, or
    no name could be looked up. It is asked next time, and nothing counts against it.
    """

    source: str
    url: str
    at: datetime
    outcome: Outcome
    status: int | None = None
    reason: str | None = None
    snapshot: str | None = None
    results: tuple[Result, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    bytes: int = 0
    seconds: float = 0.0
    asked: bool = True
    requests: int | None = None
    shared: bool = False

    @property
    def failed(self) -> bool:
        """Whether it brought nothing though it should: no page, or no result that was read."""
        if self.outcome not in OUTCOMES_WITH_PAGE:
            return self.outcome != "absent"
        return bool(self.results) and all(one.status in FAILED_RESULTS for one in self.results)


@dataclass(frozen=True, slots=True)
class Observation:
    """A fact with its evidence, in one spell.

    ``as_of`` is the day the value is true: as stated or carried, else the day it was first seen
    (``as_of_basis`` tells which). It was seen from ``first_seen_at`` to ``last_confirmed_at`` and
    is on record since ``recorded_at``. ``superseded`` marks a value whose source has since given
    another one for the same day. ``url`` is where it was read, or where the person who gave it says
    that it stands; None where there is no address. ``snapshot`` is the sha256 of the page that
    showed it first; None for what a person gave, for no page was read. ``id`` is the fact's.
    """

    id: str
    measure: str
    source: str
    value: Value
    as_of: CalendarDate
    as_of_basis: Basis
    first_seen_at: datetime
    last_confirmed_at: datetime
    recorded_at: datetime
    error: Decimal | None = None
    published_at: datetime | None = None
    quote: str = ""
    url: str | None = None
    snapshot: str | None = None
    locator: str | None = None
    attribution: str | None = None
    scope: str | None = None
    derived: bool = False
    extractor: str | None = None
    withdrawn: bool = False
    superseded: bool = False

    @property
    def short_quote(self) -> str:
        """Its quote as far as it may be shown to others, on one line (see `in_brief`)."""
        return in_brief(self.quote)

    @property
    def cited_by(self) -> str | None:
        """The person who gave it, or pointed to where it stands; None where a page was read."""
        return source_name(self.source) if is_person(self.source) else None

    @property
    def stands(self) -> bool:
        """Whether its source still says so: neither withdrawn nor superseded."""
        return not (self.withdrawn or self.superseded)

    @property
    def holds_from(self) -> date:
        """The first day it is used for: the last day of the period it is dated to."""
        return self.as_of.last

    @property
    def held_until(self) -> date:
        """The last day it is known to have been so, before anything is carried forward: the end
        of its ``as_of``; for an undated one the day it was last confirmed.
        """
        if self.as_of_basis == "seen":
            return max(self.as_of.last, self.last_confirmed_at.date())
        return self.as_of.last


@dataclass(frozen=True, slots=True)
class Spell:
    """A maximal run in time of attempts at one address that saw the same undated facts.

    ``facts`` are their ids, sorted; empty where the page said nothing undated in that run.
    """

    measure: str
    source: str
    url: str
    facts: tuple[str, ...]
    first_seen_at: datetime
    last_confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class History(Sequence[Observation]):
    """Everything seen of a measure, oldest day first; a sequence of `Observation`.

    ``sources`` describes who stands behind each source on record, by its name there, be it that
    nothing came of it yet.
    """

    observations: tuple[Observation, ...] = ()
    spells: tuple[Spell, ...] = ()
    sources: Mapping[str, Description] = field(default_factory=lambda: MappingProxyType({}))

    @overload
    def __getitem__(self, index: int) -> Observation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Observation, ...]: ...
    def __getitem__(self, index: int | slice) -> Observation | tuple[Observation, ...]:
        return self.observations[index]

    def __len__(self) -> int:
        return len(self.observations)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    @property
    def latest(self) -> Observation | None:
        """The last observation that stands; None where none does."""
        return next((seen for seen in reversed(self.observations) if seen.stands), None)

    def source(self, name: str) -> History:
        """What the source of that name said, and nothing else."""
        return History(
            tuple(seen for seen in self.observations if seen.source == name),
            tuple(spell for spell in self.spells if spell.source == name),
            self.sources,
        )

    def rows(self) -> list[dict[str, Any]]:
        """A row for each observation, in order, with the keys of `COLUMNS`."""
        return [_row(seen) for seen in self.observations]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame, one row an observation, its ``as_of`` (first day) as the index.
        Needs the ``frames`` extra.
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(_FRAMES.format("to_pandas()")) from error

        frame = pandas.DataFrame(self.rows(), columns=list(COLUMNS))
        # A column without a value would be one of objects.
        types = {float: "float64", datetime: "datetime64[us, UTC]"}
        frame = frame.astype({name: types[kind] for name, kind in COLUMNS.items() if kind in types})
        # Seconds reach back before 1677, where nanoseconds begin.
        frame["as_of"] = frame["as_of"].astype("datetime64[s]")
        return frame.set_index("as_of")

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table, one row an observation; its columns and types are always the same.
        Needs the ``frames`` extra.
        """
        try:
            import pyarrow
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(_FRAMES.format("to_arrow()")) from error

        types = {
            bool: pyarrow.bool_(),
            date: pyarrow.date32(),
            datetime: pyarrow.timestamp("us", "UTC"),
            float: pyarrow.float64(),
            str: pyarrow.string(),
        }
        schema = pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
        return pyarrow.Table.from_pylist(self.rows(), schema=schema)


_FRAMES = "{} needs the frames extra: pip install 'claimtrack[frames]'"

#: The columns of a history as a table, and what each holds.
COLUMNS: Mapping[str, type] = {
    "as_of": date, "precision": str, "as_of_basis": str, "value": float, "lower": float,
    "upper": float, "text": str, "error": float, "source": str, "first_seen_at": datetime,
    "last_confirmed_at": datetime, "recorded_at": datetime, "published_at": datetime, "quote": str,
    "url": str, "cited_by": str, "snapshot": str, "locator": str, "attribution": str, "scope": str,
    "derived": bool, "extractor": str, "withdrawn": bool, "superseded": bool, "id": str,
}  # fmt: skip


def _row(seen: Observation) -> dict[str, Any]:
    value = seen.value
    interval = value if isinstance(value, Interval) else None
    derived = {
        "as_of": seen.as_of.first,
        "precision": seen.as_of.precision,
        "value": float(value) if isinstance(value, Decimal) else None,
        "lower": None if interval is None or interval.lower is None else float(interval.lower),
        "upper": None if interval is None or interval.upper is None else float(interval.upper),
        "text": str(value) if isinstance(value, (CalendarDate, str)) else None,
        "error": None if seen.error is None else float(seen.error),
    }
    return {name: derived[name] if name in derived else getattr(seen, name) for name in COLUMNS}
