"""The tables: what is on record, append-only, and what is derived from it.

Everything in `BASE` is only ever added to; triggers in the database refuse the rest. `DERIVED`
holds what is current, kept in the same transaction, and can be rebuilt from the base row for row.
What hosts are owed (``hosts``, ``robots``) is neither: it is changed as requests go out.
Keys are whole numbers given under the write lock, so they are also the order of recording.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)
from sqlalchemy.types import TypeDecorator

from claimtrack.errors import BadDay

if TYPE_CHECKING:
    from sqlalchemy import Row

#: A row of some query: it stays in the function that asked, or its neighbour.
AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

#: The revision of `migrations/versions` that these tables are.
HEAD = "0007"
VERSION_TABLE = "claimtrack_version"
#: What is shown in place of a quote that was destroyed.
TOMBSTONE = "[redacted]"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware and in UTC out, on either engine (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise BadDay(f"a moment has a time zone; {value.isoformat()} has none")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _key() -> Column[int]:
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True,
                  autoincrement=False)  # fmt: skip


def _recorded() -> Column[datetime]:
    return Column("recorded_at", UTCDateTime, nullable=False)


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=nullable)


def _of(name: str, table: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{table}.id"), nullable=nullable)


def _turn(name: str = "turn") -> Column[str]:
    # Compared byte by byte: the moment to the microsecond, then the attempt's digest.
    turn = Text().with_variant(Text(collation="C"), "postgresql")
    return Column(name, turn, nullable=False)


transactions = Table("transactions", metadata, _key(), _recorded())

documents = Table(
    "documents",
    metadata,
    _key(),
    _text("document"),
    Column("version", Integer, nullable=False),
    _text("body"),
    _recorded(),
    UniqueConstraint("document", "version"),
)

#: ``lineage`` is one claim through all its names; ``body`` is None where the claim was retired.
claims = Table(
    "claims",
    metadata,
    _key(),
    _number("lineage"),
    Column("revision", Integer, nullable=False),
    _text("document"),
    _text("claim"),
    _text("body", nullable=True),
    _recorded(),
    UniqueConstraint("lineage", "revision"),
    Index("ix_claims_document", "document"),
)

#: ``body`` is None where the document dropped the measure.
measures = Table(
    "measures",
    metadata,
    _key(),
    _text("document"),
    _text("measure"),
    Column("revision", Integer, nullable=False),
    _text("body", nullable=True),
    _recorded(),
    UniqueConstraint("document", "measure", "revision"),
)

descriptions = Table(
    "descriptions",
    metadata,
    _key(),
    _text("source"),
    _text("body"),
    _recorded(),
    Index("ix_descriptions_source", "source"),
)

reviews = Table(
    "reviews",
    metadata,
    _key(),
    _number("lineage"),
    _text("status"),
    _text("by"),
    _text("reason"),
    _recorded(),
    Index("ix_reviews_lineage", "lineage"),
)

#: ``content`` is None where it was destroyed; ``coding`` is ``gzip`` where it stands as it came, in
#: one member of that, and None where it is the page's own bytes. ``size`` is theirs in either case.
snapshots = Table(
    "snapshots",
    metadata,
    _key(),
    _text("sha256"),
    _text("media_type", nullable=True),
    _number("size"),
    Column("content", LargeBinary),
    _recorded(),
    _text("coding", nullable=True),
    UniqueConstraint("sha256"),
)

redactions = Table(
    "redactions",
    metadata,
    _key(),
    _text("snapshot"),
    _text("reason"),
    _recorded(),
    UniqueConstraint("snapshot"),
)

#: An address as one source asks it. ``digest`` stands in for both, which may be long.
addresses = Table(
    "addresses",
    metadata,
    _key(),
    _text("digest"),
    _text("source"),
    _text("url"),
    _recorded(),
    UniqueConstraint("digest"),
)

#: ``turn`` is the attempt's place in time and its identity at once (`intake.turn`).
attempts = Table(
    "attempts",
    metadata,
    _key(),
    _of("address", "addresses"),
    _turn(),
    _text("outcome"),
    Column("status", Integer),
    _text("reason", nullable=True),
    _text("snapshot", nullable=True),
    _text("headers"),
    _number("bytes"),
    Column("seconds", Double, nullable=False),
    _recorded(),
    Column("asked", Boolean, nullable=False, server_default=true()),
    Column("requests", Integer),
    Column("shared", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("turn"),
    Index("ix_attempts_address", "address", "turn"),
)

#: What one reader read off one snapshot for one measure, as one source: the name that attempts
#: and sightings share. An attempt saw whatever its view shows, whenever that was recorded.
views = Table(
    "views",
    metadata,
    _key(),
    _text("snapshot"),
    _text("measure"),
    _text("source"),
    _text("extractor"),
    _recorded(),
    UniqueConstraint("snapshot", "measure", "source", "extractor"),
    Index("ix_views_measure", "measure"),
)

#: ``status`` is ``read``, never changed or unchanged: those depend on the neighbours in time.
#: ``tells`` marks a result that itself read the view, ``view`` is None where nothing was read.
results = Table(
    "results",
    metadata,
    _key(),
    _of("attempt", "attempts"),
    Column("position", Integer, nullable=False),
    _text("measure"),
    _text("status"),
    _text("extractor"),
    _text("reason", nullable=True),
    _of("view", "views", nullable=True),
    Column("tells", Boolean, nullable=False),
    _of("address", "addresses"),
    _turn(),
    Column("at", UTCDateTime, nullable=False),
    _recorded(),
    UniqueConstraint("attempt", "position"),
    Index("ix_results_slot", "measure", "address", "turn", "view", "status", "recorded_at"),
    Index("ix_results_view", "view", "turn", "address", "recorded_at"),
)

facts = Table(
    "facts",
    metadata,
    _key(),
    _text("digest"),
    _text("measure"),
    _text("source"),
    _text("as_of", nullable=True),
    _text("value"),
    _text("error", nullable=True),
    _text("scope", nullable=True),
    _text("attribution", nullable=True),
    Column("withdrawn", Boolean, nullable=False),
    _recorded(),
    UniqueConstraint("digest"),
    Index("ix_facts_measure", "measure", "as_of", "recorded_at", "source"),
)

#: A way in which a fact was shown, kept once however many pages show it so. ``evidence`` is the
#: sha256 of the fact and of all that, which outlives a redaction; ``quote`` is None where it was
#: destroyed, and where a page that still stands shows the words again they get another row.
passages = Table(
    "passages",
    metadata,
    _key(),
    _of("fact", "facts"),
    Column("evidence", LargeBinary, nullable=False),
    _text("basis"),
    _text("quote", nullable=True),
    _text("locator", nullable=True),
    Column("published_at", UTCDateTime),
    Column("derived", Boolean, nullable=False),
    _recorded(),
    Index("ix_passages_fact", "fact"),
    Index("ix_passages_evidence", "evidence"),
)

#: One row for each fact of each view that shows it, hence whole numbers only and no key but what
#: it ties. ``batch`` is the transaction, which tells when it was recorded; ``dated`` is the fact's,
#: so that the undated ones of a view are found without its others.
sightings = Table(
    "sightings",
    metadata,
    Column("view", BigInteger, ForeignKey("views.id"), primary_key=True, autoincrement=False),
    Column("dated", Boolean, primary_key=True),
    Column("passage", BigInteger, ForeignKey("passages.id"), primary_key=True, autoincrement=False),
    _of("batch", "transactions"),
    sqlite_with_rowid=False,
)

#: ``facts`` is the JSON list of the keys of the undated facts, ascending.
spells = Table(
    "spells",
    metadata,
    Column("measure", Text, primary_key=True),
    Column("address", BigInteger, primary_key=True, autoincrement=False),
    Column("first", _turn().type, primary_key=True),
    _turn("last"),
    _text("facts"),
)

#: One row a dated fact, and one for each undated fact in each of its spells.
#: ``address``, ``view`` and ``passage`` are those of the attempt that saw it first.
observations = Table(
    "observations",
    metadata,
    Column("fact", BigInteger, primary_key=True, autoincrement=False),
    Column("address", BigInteger, primary_key=True, autoincrement=False),
    Column("first", _turn().type, primary_key=True),
    _turn("last"),
    _text("measure"),
    Column("dated", Boolean, nullable=False),
    _number("view"),
    _number("passage"),
    _recorded(),
    Index("ix_observations_measure", "measure"),
)

#: How far the judgement log has come: one row, ``batch`` is the last transaction that was judged
#: and ``result`` the last result that was on record then.
judged = Table(
    "judged",
    metadata,
    _key(),
    _number("batch"),
    _number("result"),
    Column("known_at", UTCDateTime, nullable=False),
)


def _lineage() -> Column[int]:
    return Column("lineage", BigInteger, primary_key=True, autoincrement=False)


def _answer() -> tuple[Column[Any], ...]:
    """What a claim was judged to be: ``label_then`` at writing, ``label_now`` on the ``day``."""
    return (
        _text("document"),
        _text("claim"),
        Column("day", Date, nullable=False),
        _text("label_then"),
        _text("label_now"),
        _text("status"),
        Column("since", Date),
        _text("evidence"),
        Column("fit", Double),
        _text("figure"),
        _text("findings"),
        _text("rule"),
    )


#: What became of each claim, as of the last transaction that was judged.
standings = Table(
    "standings",
    metadata,
    _lineage(),
    *_answer(),
    _number("position"),
    _text("statement"),
    _text("type"),
    _text("measure", nullable=True),
    _text("distance", nullable=True),
    _text("sentence"),
    _text("since_known", nullable=True),
    Column("since_earliest", Date),
    Column("since_latest", Date),
)

#: The log: a row whenever what was known changed a claim's answer, and what the cause was.
judgements = Table(
    "judgements",
    metadata,
    _lineage(),
    Column("known_at", UTCDateTime, primary_key=True),
    *_answer(),
    _text("cause"),
)

#: The days on which each claim's label changed, by all that is known; ``fact`` is the digest of
#: the fact that changed it.
transitions = Table(
    "transitions",
    metadata,
    _lineage(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("document"),
    _text("claim"),
    Column("changed_on", Date, nullable=False),
    Column("earliest", Date, nullable=False),
    Column("latest", Date, nullable=False),
    _text("label_before"),
    _text("label_after"),
    _text("cause"),
    _text("because"),
    _text("fact", nullable=True),
)

#: How each host wants to be asked, and when it may be next (`claimtrack.manners.HostState`). This
#: table and the next are no part of the record: they are changed as requests go out.
hosts = Table(
    "hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("next_at", UTCDateTime),
    Column("spaced", Double, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failed_at", UTCDateTime),
    Column("refusals", Integer, nullable=False),
    Column("retry_at", UTCDateTime),
    _text("reason", nullable=True),
)

#: The last copy of each origin's robots.txt (`claimtrack.robots.RobotsCopy`).
robots = Table(
    "robots",
    metadata,
    Column("origin", Text, primary_key=True),
    _text("text", nullable=True),
    Column("read_at", UTCDateTime),
    Column("tried_at", UTCDateTime),
    Column("failing_since", UTCDateTime),
    _text("reason", nullable=True),
)

BASE = (
    transactions, documents, claims, measures, descriptions, reviews, snapshots, redactions,
    addresses, attempts, views, results, facts, passages, sightings,
)  # fmt: skip
DERIVED = (spells, observations)
#: What follows from the record by judging; derived too, but at its own pace (`judgements`).
JUDGED = (judged, standings, judgements, transitions)
