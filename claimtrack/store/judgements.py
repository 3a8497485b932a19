"""The judgement log: what follows from the record by judging, kept up with it or rebuilt.

The record has a checkpoint at each moment that something was recorded. At each of them the claims
that it may concern are judged, by what was known then and on that day: those whose evidence was
touched, and all of them where a day has passed or a document changed. The log gets a row where the
answer is another one than before. Whoever replays the checkpoints from the first gets the same
log, row for row: that is `work_out` with nothing judged so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from claimtrack.claims import Claim, Document
from claimtrack.judging.labels import Label
from claimtrack.judging.verdicts import Cause, CauseKind, Standing, Transition
from claimtrack.measures import Measure
from claimtrack.observations import History, Observation
from claimtrack.store.documents import documents_on_record
from claimtrack.store.evidence import EVER, Cut
from claimtrack.store.history import history
from claimtrack.store.queries import chunks
from claimtrack.store.schema import (
    JUDGED,
    claims,
    descriptions,
    documents,
    judged,
    judgements,
    measures,
    results,
    standings,
    transactions,
    transitions,
)

if TYPE_CHECKING:
    from claimtrack.judging.hearings import Hearing

Row = dict[str, Any]
#: The columns whose change is another answer; a new figure with the same answer is none.
_ANSWER = ("label_then", "label_now", "status", "evidence", "findings", "rule")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the log has come: the last transaction, the last result, and when that was."""

    batch: int = 0
    result: int = 0
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A moment at which something was recorded: ``measures`` were touched; ``documents`` were
    stated anew; with ``concerns_all``, no claim is left out.
    """

    known_at: datetime
    measures: frozenset[str]
    documents: frozenset[str]
    concerns_all: bool

    @property
    def day(self) -> date:
        """The day (UTC) on which claims are judged at it."""
        return self.known_at.date()


@dataclass(slots=True)
class News:
    """The transitions that judging has found since it was last done, and those that it no longer
    finds: a corrected figure can take a change back.

    ``learnt`` are changes of label that no transition can tell, because the label is another one
    on every day of the world: words turn out not to have been said as claimed. Such a change is
    ``on`` the day on which it was learnt, and none of the claim's transitions.
    """

    found: list[Transition] = field(default_factory=list)
    taken_back: list[Transition] = field(default_factory=list)
    learnt: list[Transition] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """What bringing the log up to the record comes to: the rows to write, ``since`` a moment from
    which on the log's own rows are replaced. ``before`` is the mark that it goes on from, ``news``
    what a reader of the kept transitions has not been told yet.
    """

    before: Mark
    after: Mark
    since: datetime
    log: list[Row] = field(default_factory=list)
    standings: dict[int, Row] = field(default_factory=dict)
    transitions: dict[int, list[Row]] = field(default_factory=dict)
    news: News = field(default_factory=lambda: News())
    standing_claims: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as a document stated it at some moment, and which claim that is through all its
    names and revisions.
    """

    lineage: int
    position: int
    document: Document
    claim: Claim
    measures: Mapping[str, Measure]


# -- how far it has come ------------------------------------------------------------------------

_mark = select(judged.c.batch, judged.c.result, judged.c.known_at)
_new_transactions = select(transactions.c.id, transactions.c.recorded_at).order_by(
    transactions.c.id
)
_touched = select(results.c.recorded_at, results.c.measure).distinct()
_last_result = select(func.max(results.c.id))
_stated = {
    table.name: select(table.c.recorded_at, table.c.document).distinct()
    for table in (documents, claims, measures)
}
_described = select(descriptions.c.recorded_at).distinct()


def mark(connection: Connection) -> Mark:
    """How far the log has come; nowhere where it is empty."""
    row = connection.execute(_mark).one_or_none()
    return Mark() if row is None else Mark(row.batch, row.result, row.known_at)


def work_out(connection: Connection, before: Mark) -> Work | None:
    """What has to be written to bring the log from *before* up to the record; None for nothing.
    Reads only.
    """
    new = connection.execute(_new_transactions.where(transactions.c.id > before.batch)).all()
    if not new:
        return None
    result = connection.scalar(_last_result) or 0
    after = Mark(new[-1].id, result, new[-1].recorded_at)
    work = Work(before, after, since=new[0].recorded_at)
    replay = _Replay(connection, work, _last_answers(connection, work))
    for checkpoint in _checkpoints(connection, before, [row.recorded_at for row in new]):
        replay.judge(checkpoint)
    replay.finish()
    return work


def keep(connection: Connection, work: Work) -> bool:
    """Whether *work* was written: it was not, where somebody else has brought the log up since."""
    if mark(connection) != work.before:
        return False
    connection.execute(delete(judgements).where(judgements.c.known_at >= work.since))
    _replace(connection, standings, work.standings.keys(), work.standings.values())
    rows = [row for of_claim in work.transitions.values() for row in of_claim]
    _replace(connection, transitions, work.transitions.keys(), rows)
    for table in (standings, transitions):
        connection.execute(delete(table).where(table.c.lineage.not_in(work.standing_claims)))
    if work.log:
        connection.execute(insert(judgements), work.log)
    connection.execute(delete(judged))
    after = work.after
    connection.execute(
        insert(judged),
        {"id": 1, "batch": after.batch, "result": after.result, "known_at": after.known_at},
    )
    return True


def forget(connection: Connection) -> None:
    """Drop all that was judged: the next `work_out` starts from the first checkpoint."""
    for table in JUDGED:
        connection.execute(delete(table))


def _replace(
    connection: Connection, table: Any, lineages: Iterable[int], rows: Iterable[Row]
) -> None:
    connection.execute(delete(table).where(table.c.lineage.in_(list(lineages))))
    given = list(rows)
    if given:
        connection.execute(insert(table), given)


def _checkpoints(
    connection: Connection, before: Mark, moments: Iterable[datetime]
) -> list[Checkpoint]:
    """A checkpoint for each of *moments*, the oldest first."""
    distinct = sorted(set(moments))
    touched: dict[datetime, set[str]] = {}
    for row in connection.execute(_touched.where(results.c.id > before.result)):
        touched.setdefault(row.recorded_at, set()).add(row.measure)
    stated: dict[datetime, set[str]] = {}
    for query in _stated.values():
        column = query.selected_columns.recorded_at
        for row in connection.execute(query.where(column >= distinct[0])):
            stated.setdefault(row.recorded_at, set()).add(row.document)
    described = set(connection.scalars(_described.where(descriptions.c.recorded_at >= distinct[0])))
    return [
        Checkpoint(
            known_at=moment,
            measures=frozenset(touched.get(moment, ())),
            documents=frozenset(stated.get(moment, ())),
            # What was recorded at the very moment of the mark is judged again with what came
            # since; a new description of a source may concern whoever rests on it.
            concerns_all=moment in described or moment in stated or moment == before.known_at,
        )
        for moment in distinct
    ]


# -- judging ------------------------------------------------------------------------------------

_of_claims = (
    select(transitions)
    .where(transitions.c.lineage.in_(bindparam("lineages", expanding=True)))
    .order_by(transitions.c.lineage, transitions.c.number)
)
_lineages = select(claims.c.lineage, claims.c.document, claims.c.claim).order_by(claims.c.id)
#: The label that the claim was last shown with.
_label_shown = select(standings.c.label_now).where(standings.c.lineage == bindparam("lineage"))
_last_row = (
    select(func.max(judgements.c.known_at).label("known_at"), judgements.c.lineage)
    .group_by(judgements.c.lineage)
)  # fmt: skip


def _last_answers(connection: Connection, work: Work) -> dict[int, Row]:
    """Each claim's last row in the log that stays."""
    last = _last_row.where(judgements.c.known_at < work.since).subquery()
    joined = select(judgements).join(
        last,
        (last.c.lineage == judgements.c.lineage) & (last.c.known_at == judgements.c.known_at),
    )
    return {row.lineage: row._asdict() for row in connection.execute(joined)}


@dataclass(slots=True)
class _Replay:
    """A walk from checkpoint to checkpoint."""

    connection: Connection
    work: Work
    answers: dict[int, Row]
    judged: dict[int, Hearing] = field(default_factory=dict)
    stated: tuple[Stated, ...] | None = None
    histories: dict[str, History] = field(default_factory=dict)
    day: date | None = None

    def __post_init__(self) -> None:
        known_at = self.work.before.known_at
        self.day = None if known_at is None else known_at.date()

    def judge(self, checkpoint: Checkpoint) -> None:
        """Judge the claims that *checkpoint* may concern."""
        if checkpoint.concerns_all or self.stated is None:
            self.stated = _stated_at(self.connection, checkpoint.known_at)
            self.histories.clear()
        for measure in checkpoint.measures:
            self.histories.pop(measure, None)
        all_of_them = checkpoint.concerns_all or checkpoint.day != self.day
        self.day = checkpoint.day
        for one in self.stated:
            if all_of_them or checkpoint.measures & one.measures.keys():
                self._judge(one, checkpoint)

    def _judge(self, one: Stated, checkpoint: Checkpoint) -> None:
        histories = self._histories(one, checkpoint.known_at)
        hearing = _hearing(one, histories)
        if checkpoint.known_at == self.work.after.known_at:
            hearing.transitions(checkpoint.day)  # will be asked for: the standing rests on them
        standing = hearing.bare_standing(published=one.document.published, today=checkpoint.day)
        answer = _answer(one, standing, checkpoint.day)
        self.judged[one.lineage] = hearing
        self.work.standings[one.lineage] = {**answer, **_more(one, standing)}
        before = self.answers.get(one.lineage)
        if before is not None and all(before[name] == answer[name] for name in _ANSWER):
            return
        cause = _cause(one, before, answer, histories.values(), checkpoint)
        row = {**answer, "known_at": checkpoint.known_at, "cause": cause}
        self.work.log.append(row)
        self.answers[one.lineage] = row

    def _histories(self, one: Stated, known: datetime) -> dict[str, History]:
        for measure in one.measures:
            if measure not in self.histories:
                self.histories[measure] = history(self.connection, measure, Cut(known))
        return {measure: self.histories[measure] for measure in one.measures}

    def finish(self) -> None:
        """Work out the transitions of what was judged, by all that is known."""
        known = self.work.after.known_at or EVER
        kept = _kept(self.connection, self.judged)
        standing = {one.lineage: one for one in self.stated or ()}
        self.work.standing_claims = frozenset(standing)
        for lineage, hearing in self.judged.items():
            one = standing.get(lineage)
            if one is None:  # retired since
                del self.work.standings[lineage]
                continue
            if any(self.histories.get(id) is not seen for id, seen in hearing.histories.items()):
                hearing = _hearing(one, self._histories(one, known))
            found = hearing.transitions(known.date())
            self.work.transitions[lineage] = [
                _transition(one, number, change) for number, change in enumerate(found, 1)
            ]
            before = kept.get(lineage, {})
            now = {
                _gist(row): change
                for row, change in zip(self.work.transitions[lineage], found, strict=True)
            }
            news = [now[gist] for gist in now if gist not in before]
            self.work.news.found += news
            self.work.news.taken_back += [before[gist] for gist in before if gist not in now]
            change = self._change_of_label(hearing, lineage)
            if change is not None and not _is_told(change, list(before.values()), found, news):
                self.work.news.learnt.append(change)

    def _change_of_label(self, hearing: Hearing, lineage: int) -> Transition | None:
        """How a claim's label differs from the one that was shown last, on the day that the record
        learnt it; None where it does not, and where the claim is new.
        """
        row = self.answers[lineage]
        if row["known_at"] < self.work.since:
            return None
        shown: Label | None = self.connection.scalar(_label_shown, {"lineage": lineage})
        if shown is None or shown == row["label_now"]:
            return None
        day, kind = row["known_at"].date(), row["cause"]
        because = hearing.deciding(day) if kind == "observation" else ()
        newest = max(because, key=_by_recording, default=None)
        change: tuple[Label, Label] = (shown, row["label_now"])
        return Transition(hearing.claim.name, day, day, day, *change, Cause(kind, newest))


def _by_recording(seen: Observation) -> tuple[datetime, str]:
    return (seen.recorded_at, seen.id)


def _is_told(
    change: Transition,
    before: Sequence[Transition],
    found: Sequence[Transition],
    news: Sequence[Transition],
) -> bool:
    """Whether a claim's transitions tell *change*: those known *before* and those *found* now go on
    from the same label, so that some of them differ; or the newest of the *news* comes to it.
    """
    start = before[0].before if before else change.before
    start_now = found[0].before if found else change.after
    return start == start_now or (bool(news) and news[-1].after == change.after)


#: What makes a transition the same one, however often its evidence is confirmed since, or refined
#: without a difference to the label.
_GIST = ("changed_on", "label_before", "label_after", "cause")


def _gist(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _GIST)


def _kept(
    connection: Connection, lineages: Iterable[int]
) -> dict[int, dict[tuple[Any, ...], Transition]]:
    """The transitions on record of each claim, by their gist, without their observations."""
    found: dict[int, dict[tuple[Any, ...], Transition]] = {}
    for chunk in chunks(lineages):
        for one in connection.execute(_of_claims, {"lineages": chunk}):
            row = one._asdict()
            found.setdefault(row["lineage"], {})[_gist(row)] = Transition(
                claim=f"{row['document']}/{row['claim']}",
                on=row["changed_on"],
                earliest=row["earliest"],
                latest=row["latest"],
                before=row["label_before"],
                after=row["label_after"],
                cause=Cause(row["cause"]),
            )
    return found


def _hearing(one: Stated, histories: Mapping[str, History]) -> Hearing:
    from claimtrack.judging.hearings import Hearing  # with all the grammars that judging wants

    return Hearing(one.claim, one.measures, histories, published=one.document.published)


def _stated_at(connection: Connection, known: datetime) -> tuple[Stated, ...]:
    """The claims that stood at *known*."""
    named = {
        (row.document, row.claim): row.lineage
        for row in connection.execute(_lineages.where(claims.c.recorded_at <= known))
    }
    if not named:  # what is measured need not be read, if nobody claims anything of it
        return ()
    return tuple(
        Stated(named[document.id, claim.id], position, document, claim, document.measures_of(claim))
        for document in documents_on_record(connection, known)
        for position, claim in enumerate(document.claims, 1)
    )


# -- rows ---------------------------------------------------------------------------------------


def _answer(one: Stated, standing: Standing, day: date) -> Row:
    now = standing.now
    names = dict.fromkeys(finding.name for finding in now.findings)
    return {
        "lineage": one.lineage,
        "document": one.document.id,
        "claim": one.claim.id,
        "day": day,
        "label_then": standing.then.label,
        "label_now": now.label,
        "status": standing.status,
        "since": standing.since,
        "evidence": standing.evidence,
        "fit": now.fit,
        "figure": now.figure,
        "findings": ", ".join(names),
        "rule": now.rule,
    }


def _more(one: Stated, standing: Standing) -> Row:
    distance, onset = standing.now.distance, standing.onset
    return {
        "position": one.position,
        "statement": one.claim.statement,
        "type": one.claim.type,
        "measure": one.claim.measure,
        "distance": None if distance is None else f"{distance:f}",
        "sentence": str(standing),
        "since_known": None if onset is None else onset.known,
        "since_earliest": None if onset is None else onset.earliest,
        "since_latest": None if onset is None else onset.latest,
    }


def _cause(
    one: Stated,
    before: Row | None,
    answer: Row,
    histories: Iterable[History],
    checkpoint: Checkpoint,
) -> CauseKind:
    """Why the answer is another one: the claim or its measure was stated anew, the rule is
    another, something new was seen, or time went by.
    """
    if before is None or one.document.id in checkpoint.documents:
        return "revision"
    if before["rule"] != answer["rule"]:
        return "rule"
    news = (seen for found in histories for seen in found)
    if any(seen.recorded_at == checkpoint.known_at for seen in news):
        return "observation"
    return "time" if before["day"] != answer["day"] else "observation"


def _transition(one: Stated, number: int, change: Transition) -> Row:
    seen = change.cause.observation
    return {
        "lineage": one.lineage,
        "number": number,
        "document": one.document.id,
        "claim": one.claim.id,
        "changed_on": change.on,
        "earliest": change.earliest,
        "latest": change.latest,
        "label_before": change.before,
        "label_after": change.after,
        "cause": change.cause.kind,
        "because": str(change.cause),
        "fact": None if seen is None else seen.id,
    }
