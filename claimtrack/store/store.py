"""The store: one database of claims, attempts and what they showed, as an object to hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from claimtrack.claims import Claim, Document
from claimtrack.errors import UnknownName
from claimtrack.judging.verdicts import Review, ReviewStatus
from claimtrack.ledger import Dealings, PutOff
from claimtrack.manners import HostBook, MemoryBook
from claimtrack.measures import Measure
from claimtrack.observations import Attempt, Description, History, Snapshot, StoredSnapshot
from claimtrack.pages import Memory, Validators
from claimtrack.store import attempts, derived, documents, judgements, reviews, snapshots
from claimtrack.store.documents import Changes, Revision
from claimtrack.store.engine import Database, open_database
from claimtrack.store.evidence import EVER, Cut
from claimtrack.store.history import descriptions_on_record, history
from claimtrack.store.hosts import Hosts
from claimtrack.store.ledger import dealings
from claimtrack.store.putoffs import put_offs
from claimtrack.store.record import Recorded, record
from claimtrack.store.standing import StandingMeasures, standing_measures
from claimtrack.values import DayLike, calendar_date, moment

#: How often a process that waits for the lease looks again, in seconds.
_PATIENCE = 0.1


@dataclass(frozen=True, slots=True)
class Lease:
    """The lease on asking the sources; ``waited`` where another process had it until now."""

    waited: bool


class Store:
    """One database. Every answer sees one state of the record, every call that writes is one
    transaction: all of it, or nothing. ``name`` says which database it is, without a password;
    ``hosts`` is what hosts are owed, which is no part of the record.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = database.name
        # What is in memory has one connection, which is no other thread's.
        self.hosts: HostBook = MemoryBook() if database.is_in_memory else Hosts(database)

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        readonly: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> Store:
        """The store at *address*: a path, or a URL (``sqlite:///``, ``postgresql+psycopg://``).

        For writing it is created where there is none and migrated where it is older; opened
        ``readonly`` it is neither, and nothing is ever written to it. ``clock`` gives the moment
        at which things are recorded (aware; None: the system's).
        Raises `DatabaseMissing`, `DatabaseOutdated`, `DatabaseForeign`, or `StoreError`.
        """
        return cls(open_database(address, readonly=readonly, clock=clock))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- documents, claims, measures ------------------------------------------------------------

    def add(self, document: Document) -> Changes:
        """What putting *document* on record, as it stands now, changed; nothing where it stood so
        already. A claim it drops is retired, a claim whose ``was`` names an old one is that claim.
        """
        with self._database.writing() as batch:
            return Changes(document.id, documents.add_document(batch, document))

    def documents(self, *, as_known: DayLike | None = None) -> tuple[Document, ...]:
        """Every document, with the claims and measures that stand, in the order of their ids."""
        with self._database.reading() as connection:
            return documents.documents_on_record(connection, _known(as_known))

    def document(self, id: str, *, as_known: DayLike | None = None) -> Document:
        """The document of that id. Raises `UnknownName`."""
        found = self.documents(as_known=as_known)
        for document in found:
            if document.id == id:
                return document
        raise UnknownName("document", id, tuple(document.id for document in found)[:3])

    def claims(
        self, *, document: str | None = None, as_known: DayLike | None = None
    ) -> tuple[Claim, ...]:
        """The claims that stand, in the order of their documents. Raises `UnknownName`."""
        if document is not None:
            return self.document(document, as_known=as_known).claims
        return tuple(it for found in self.documents(as_known=as_known) for it in found.claims)

    def claim(self, name: str, *, as_known: DayLike | None = None) -> Claim:
        """The claim that *name* (``id`` or ``document/id``) means: one that stands, else one that
        was renamed since, else the last words of one that was retired. Raises `UnknownName`.
        """
        revisions = self.revisions(name, as_known=as_known)
        return next(it.claim for it in reversed(revisions) if it.claim is not None)

    def revisions(self, name: str, *, as_known: DayLike | None = None) -> tuple[Revision, ...]:
        """Every revision of a claim, the oldest first, through all its names. Raises
        `UnknownName`.
        """
        known = _known(as_known)
        with self._database.reading() as connection:
            lineage = documents.lineage_of(connection, name, known)
            return documents.revisions_of(connection, lineage, known)

    def measures(
        self, *, document: str | None = None, as_known: DayLike | None = None
    ) -> tuple[Measure, ...]:
        """The measures that stand. Of one document, in its order; of all, each id once, by id:
        asked of every source that any document asks. Raises `UnknownName`.
        """
        if document is not None:
            return self.document(document, as_known=as_known).measures
        return documents.merged_measures(self.documents(as_known=as_known))

    def standing_measures(self) -> StandingMeasures:
        """The measures that stand, as `measures` gives those of all documents, in little room."""
        with self._database.reading() as connection:
            return standing_measures(connection)

    # -- attempts and what they showed ----------------------------------------------------------

    def record(
        self,
        attempts: Iterable[Attempt],
        snapshots: Iterable[Snapshot | StoredSnapshot] = (),
        descriptions: Mapping[str, Description] | None = None,
    ) -> Recorded:
        """Put a batch on record: attempts, the snapshots they name, who stands behind their
        sources. What is on record already adds nothing. Raises `BadValue` or `BadDay`.
        """
        with self._database.writing() as batch:
            return record(batch, attempts, snapshots, descriptions)

    @contextmanager
    def lease(self, *, wait: bool) -> Iterator[Lease | None]:
        """The lease on asking the sources: one process has it at a time, and a killed one no more.
        None where another has it and this one will not *wait*. Raises `ReadOnly`.
        """
        release, waited = self._database.lease(), False
        while release is None and wait:
            time.sleep(_PATIENCE)
            release, waited = self._database.lease(), True
        try:
            yield None if release is None else Lease(waited)
        finally:
            if release is not None:
                release()

    def history(
        self,
        measure: str,
        *,
        since: DayLike | None = None,
        until: DayLike | None = None,
        as_known: DayLike | None = None,
        as_public: DayLike | None = None,
        source: str | None = None,
    ) -> History:
        """Everything seen of the measure of that id, oldest day first.

        ``since`` and ``until`` keep what held on some day between them, both included.
        ``as_known`` leaves out what was recorded later, ``as_public`` what could not be known then:
        published later, or without such a date, captured later. A day stands for its end (UTC).
        """
        cut = Cut(_known(as_known), _known(as_public))
        with self._database.reading() as connection:
            return history(
                connection,
                measure,
                cut,
                since=None if since is None else calendar_date(since).first,
                until=None if until is None else calendar_date(until).last,
                source=source,
            )

    def descriptions(self, *, as_known: DayLike | None = None) -> dict[str, Description]:
        """Who stands behind each source, by its name on record."""
        with self._database.reading() as connection:
            return descriptions_on_record(connection, _known(as_known))

    def attempts(
        self, source: str | None = None, url: str | None = None, *, limit: int = 100
    ) -> tuple[Attempt, ...]:
        """The latest attempts, the newest first: everybody's, a source's, or a source's at one
        address. Results tell ``changed`` from ``unchanged``; they hold no readings.
        """
        with self._database.reading() as connection:
            return attempts.latest_attempts(connection, source, url, limit)

    def last_attempt(self, source: str, url: str) -> Attempt | None:
        """The latest attempt of *source* at *url*; None where it never asked."""
        return next(iter(self.attempts(source, url, limit=1)), None)

    def answered(self, source: str, url: str) -> dict[datetime, Validators | None]:
        """Every moment at which *url* answered *source*, those of captures included, and the page
        that came or was confirmed; None where none was. Not those at which it was not asked, or
        did not answer.
        """
        with self._database.reading() as connection:
            return attempts.answered(connection, source, url)

    def validators(self, source: str, url: str) -> Validators | None:
        """What lets the server say "not modified" of the page last seen there, exactly as it gave
        it; None where there is nothing to say it of.
        """
        with self._database.reading() as connection:
            return attempts.validators(connection, source, url)

    def memories(
        self, of: Iterable[tuple[str, str]] | None = None
    ) -> dict[tuple[str, str], Memory]:
        """What is remembered of the addresses *of*, each a source and an address (None: of every
        one that was ever asked), by source and address; nothing of one that was not.
        """
        with self._database.reading() as connection:
            return attempts.memories(connection, of)

    def is_read(self, source: str, measure: str, snapshot: str, extractor: str) -> bool:
        """Whether that reader has read that snapshot for the measure on behalf of *source*. Where
        it has not, "not modified" would say nothing: read the snapshot again.
        """
        with self._database.reading() as connection:
            return attempts.is_read(connection, source, measure, snapshot, extractor)

    def last_days(self, of: Iterable[tuple[str, str]]) -> dict[tuple[str, str], date]:
        """The last day that each source has spoken of for a measure, of those asked for as a
        source and a measure; nothing of one that has not spoken.
        """
        with self._database.reading() as connection:
            return attempts.last_days(connection, of)

    def heard_at(self, source: str, measure: str, *, limit: int = 1) -> tuple[datetime, ...]:
        """The latest moments at which a page of *source* was read for *measure* or confirmed, the
        newest first.
        """
        with self._database.reading() as connection:
            return attempts.heard_at(connection, source, measure, limit)

    def dealings(self, *, since: datetime | None = None) -> dict[str, Dealings]:
        """What asking each source came to, by its name on record: ever, or from *since* on."""
        with self._database.reading() as connection:
            return dealings(connection, since)

    def put_offs(self, *, at: datetime, named: Mapping[str, Collection[str]]) -> dict[str, PutOff]:
        """The sources that are left alone at the moment *at*, by their names on record. *named* are
        the addresses that are named for some of them; the others ask those on record.
        """
        with self._database.reading() as connection:
            return put_offs(connection, at, named)

    # -- snapshots ------------------------------------------------------------------------------

    def snapshot(self, sha256: str) -> Snapshot:
        """The snapshot of that digest. Raises `UnknownName`, and `Redacted` where it was
        destroyed.
        """
        with self._database.reading() as connection:
            return snapshots.snapshot(connection, sha256)

    def heads(self, snapshots_named: Iterable[str], *, size: int) -> dict[str, bytes]:
        """The first *size* bytes, or nearly, of each snapshot of those digests, without those
        destroyed.
        """
        with self._database.reading() as connection:
            return snapshots.heads(connection, snapshots_named, size)

    def contents(self, snapshots_named: Iterable[str]) -> dict[str, bytes]:
        """The bytes of each snapshot of those digests, without those destroyed."""
        with self._database.reading() as connection:
            return snapshots.contents(connection, snapshots_named)

    def redact(self, snapshot: str, reason: str) -> None:
        """Destroy a snapshot's bytes and the quotes read off it (takedown, court order, privacy).
        Its digest stays, and the reason; what was read stays. What a person gave is named by the
        ``id`` of its observation. Raises `UnknownName`.
        """
        with self._database.writing() as batch:
            snapshots.redact(batch, snapshot, reason)
            judgements.forget(batch.connection)  # its sentences may hold what was destroyed
        self.judge()
        self._database.erase_traces()

    # -- reviews --------------------------------------------------------------------------------

    def review(self, claim: str, status: ReviewStatus, by: str, reason: str) -> Review:
        """What a person says of a claim's verdict, now on record. Raises `UnknownName`."""
        with self._database.writing() as batch:
            return reviews.add_review(batch, claim, status, by, reason)

    def reviews(self, claim: str, *, as_known: DayLike | None = None) -> tuple[Review, ...]:
        """What people said of a claim's verdict, the oldest first. Raises `UnknownName`."""
        with self._database.reading() as connection:
            return reviews.reviews_of(connection, claim, _known(as_known))

    # -- what follows ---------------------------------------------------------------------------

    def judge(self) -> judgements.News:
        """Bring the judgement log up to the record: claims whose evidence was touched are judged,
        and all of them where a day has passed since or a document changed. What this call has
        found that was not in the log is handed back.
        """
        while True:
            with self._database.reading() as connection:
                work = judgements.work_out(connection, judgements.mark(connection))
            if work is None:
                return judgements.News()
            with self._database.locked() as connection:
                if judgements.keep(connection, work):
                    return work.news
            # It was not kept: another process has judged meanwhile.

    def rejudge(self) -> None:
        """Judge everything anew, at each moment that something was recorded: by the same rules,
        row for row what is in the log already.
        """
        with self._database.reading() as connection:
            work = judgements.work_out(connection, judgements.Mark())
        with self._database.locked() as connection:
            judgements.forget(connection)
            if work is not None:
                judgements.keep(connection, work)

    # -- upkeep ---------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Derive what is current anew from the record, row for row what is there already."""
        with self._database.locked() as connection:
            derived.rebuild(connection)


def _known(given: DayLike | None) -> datetime:
    return EVER if given is None else moment(given)
