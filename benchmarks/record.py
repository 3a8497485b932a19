"""What the record costs: bytes a sighting, the time of a recording and of a history.

A daily series is fetched 66 times while it grows by a row a day, to 769 days of three measures;
each fetch is another page that shows every day again. Beside claimtrack, in the same run, two
peers keep one row for each value of each fetch, with its quote, and answer the same question
(each value of each day with when it was first and last seen): a script on plain `sqlite3`, and
SQLAlchemy's ORM. Pages are kept by none of them. Times are of the processor, in milliseconds; the
median over the fetches of the last third, and over the rounds.

    python -m benchmarks.record [ROUNDS]
"""

from __future__ import annotations

import hashlib
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

import sqlalchemy
from sqlalchemy import String, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from claimtrack.observations import Attempt, Reading, Result
from claimtrack.store import Store

DAYS = 769
FETCHES = 66
MEASURES = ("occupied-area/coast", "occupied-share/coast", "occupied-share/bay")
ADDRESS = "https://example.org/occupied_daily.csv"
FIRST_DAY = date(2024, 7, 15)
FIRST_FETCH = datetime(2026, 6, 18, 6, tzinfo=UTC)
ROUNDS = 5

Fetch = tuple[datetime, str, dict[str, list[Reading]]]
#: What one round of one contender came to, by the name of the figure.
Figures = dict[str, float]


# -- what is fetched ----------------------------------------------------------------------------


def fetches() -> Iterator[Fetch]:
    """Each fetch: its moment, the digest of its page, and its readings by measure."""
    for number in range(FETCHES):
        days = DAYS - FETCHES + 1 + number
        digest = hashlib.sha256(f"{days} days".encode()).hexdigest()
        at = FIRST_FETCH + timedelta(days=number)
        yield at, digest, {measure: [*readings(measure, days)] for measure in MEASURES}


def readings(measure: str, days: int) -> Iterator[Reading]:
    """What the series says of *measure* once it has so many days."""
    column = f"{measure.replace('/', '_')}_pct"
    for number in range(days):
        day = FIRST_DAY + timedelta(days=number)
        text = f"{18 + len(measure) + number * 0.0137:.4f}"
        yield Reading(
            measure,
            Decimal(text) / 100,
            as_of=day,  # type: ignore[arg-type]
            quote=f"date: {day}, {column}: {text}",
            locator=f"{column} where date = {day}",
        )


# -- the contenders -----------------------------------------------------------------------------


def of_claimtrack(path: Path) -> Figures:
    now = FIRST_FETCH
    recordings = []
    with Store.open(path, clock=lambda: now) as store:
        for at, digest, shown in fetches():
            now = at
            results = tuple(
                Result(measure, "read", "series@1+3f9a6c02", tuple(given))
                for measure, given in shown.items()
            )
            attempt = Attempt("map", ADDRESS, at, "fetched", 200, snapshot=digest, results=results)
            recordings.append(spent(lambda: store.record([attempt])))  # noqa: B023
        known = FIRST_FETCH + timedelta(days=FETCHES // 2)
        return {
            "recording": of_late(recordings),
            "history": asked(lambda: store.history(MEASURES[0]), DAYS),
            "as known": asked(
                lambda: store.history(MEASURES[0], as_known=known), DAYS - FETCHES // 2 + 1
            ),
        }


def of_plain_sqlite3(path: Path) -> Figures:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE seen (snapshot TEXT, measure TEXT, day TEXT, value TEXT, quote TEXT,"
            " locator TEXT, seen_at TEXT);"
            "CREATE INDEX ix_seen ON seen (measure, day, seen_at);"
        )
        recordings = [
            spent(lambda: insert_all(connection, *fetch))  # noqa: B023
            for fetch in fetches()
        ]
        known = (FIRST_FETCH + timedelta(days=FETCHES // 2)).isoformat()
        query = (
            "SELECT day, value, MIN(seen_at), MAX(seen_at), quote FROM seen"
            " WHERE measure = ? AND seen_at <= ? GROUP BY day, value"
        )

        def ask(until: str) -> list[object]:
            return connection.execute(query, (MEASURES[0], until)).fetchall()

        return {
            "recording": of_late(recordings),
            "history": asked(lambda: ask("9999"), DAYS),
            "as known": asked(lambda: ask(known), DAYS - FETCHES // 2 + 1),
        }


def insert_all(
    connection: sqlite3.Connection, at: datetime, digest: str, shown: dict[str, list[Reading]]
) -> None:
    connection.executemany(
        "INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (digest, measure, str(it.as_of), str(it.value), it.quote, it.locator, at.isoformat())
            for measure, given in shown.items()
            for it in given
        ],
    )
    connection.commit()


class Base(DeclarativeBase):
    pass


class Seen(Base):
    __tablename__ = "seen"
    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot: Mapped[str]
    measure: Mapped[str] = mapped_column(String, index=True)
    day: Mapped[str]
    value: Mapped[str]
    quote: Mapped[str]
    locator: Mapped[str | None]
    seen_at: Mapped[datetime]


def of_the_orm(path: Path) -> Figures:
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    recordings = [
        spent(lambda: add_all(engine, *fetch))  # noqa: B023
        for fetch in fetches()
    ]
    known = FIRST_FETCH + timedelta(days=FETCHES // 2)

    def ask(until: datetime) -> list[object]:
        columns = (Seen.day, Seen.value, Seen.quote)
        statement = (
            select(*columns, func.min(Seen.seen_at), func.max(Seen.seen_at))
            .where(Seen.measure == MEASURES[0], Seen.seen_at <= until)
            .group_by(Seen.day, Seen.value)
        )
        with Session(engine) as session:
            return list(session.execute(statement))

    figures = {
        "recording": of_late(recordings),
        "history": asked(lambda: ask(datetime(9999, 1, 1, tzinfo=UTC)), DAYS),
        "as known": asked(lambda: ask(known), DAYS - FETCHES // 2 + 1),
    }
    engine.dispose()
    return figures


def add_all(
    engine: sqlalchemy.Engine, at: datetime, digest: str, shown: dict[str, list[Reading]]
) -> None:
    with Session(engine) as session:
        session.add_all(
            Seen(
                snapshot=digest,
                measure=measure,
                day=str(it.as_of),
                value=str(it.value),
                quote=it.quote,
                locator=it.locator,
                seen_at=at,
            )
            for measure, given in shown.items()
            for it in given
        )
        session.commit()


CONTENDERS: dict[str, Callable[[Path], Figures]] = {
    "claimtrack": of_claimtrack,
    "sqlite3, a row a value": of_plain_sqlite3,
    "SQLAlchemy ORM, a row a value": of_the_orm,
}


# -- measuring ----------------------------------------------------------------------------------


def spent(work: Callable[[], object]) -> float:
    """The milliseconds of processor time that *work* took."""
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def of_late(times: list[float]) -> float:
    """The median of the last third: what a recording costs once the record has grown."""
    return median(times[-len(times) // 3 :])


def asked(question: Callable[[], object], answers: int) -> float:
    """The median time of a *question*, which has that many *answers*."""
    found = question()
    assert len(found) == answers, (len(found), answers)  # type: ignore[arg-type]
    return median(spent(question) for _ in range(7))


def measured(contend: Callable[[Path], Figures]) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        figures = contend(path)
        sightings = len(MEASURES) * sum(DAYS - number for number in range(FETCHES))
        size = sum(it.stat().st_size for it in path.parent.iterdir())
        return {"MB": size / 1e6, "bytes a sighting": size / sightings, **figures}


def main(rounds: int) -> None:
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"SQLAlchemy {sqlalchemy.__version__}, {datetime.now(UTC).date()}, rounds: {rounds}\n"
    )
    names = ("MB", "bytes a sighting", "recording", "history", "as known")
    print("| | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")
    results: dict[str, list[Figures]] = {name: [] for name in CONTENDERS}
    for _ in range(rounds):
        for name, contend in CONTENDERS.items():
            results[name].append(measured(contend))
    for name, found in results.items():
        cells = (f"{median(it[figure] for it in found):.1f}" for figure in names)
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
