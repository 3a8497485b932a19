"""What the tests of several modules share: an environment, databases to test on, a clock to set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from postgres import Postgres

import claimtrack
from claimtrack.authoring.pytest_plugin import (
    claimtrack_replay as claimtrack_replay,  # installed or not
)
from claimtrack.store import Store

# A law holds however busy the machine is. What else is set (under CI, one seed) stays.
settings.register_profile("claimtrack", settings(deadline=None))
settings.load_profile("claimtrack")


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment for a subprocess that is to see the claimtrack under test, installed or not,
    and none of the settings of whoever runs the tests.
    """
    home = Path(claimtrack.__file__).parent.parent
    kept = {name: given for name, given in os.environ.items() if not name.startswith("CLAIMTRACK_")}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(home), str(home / "plugins")]), "TZ": "UTC"}


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def _empty_postgresql(postgres: Postgres) -> str:
    name = postgres.new()
    Store.open(postgres.url(name)).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """The engine that a test runs on: every test of the record runs on both."""
    return str(request.param)


@pytest.fixture
def new_address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives the address of another new record, without a row in it."""
    numbers = iter(range(1_000))

    def on_sqlite() -> str:
        path = tmp_path / f"record{next(numbers)}.db"
        shutil.copy(request.getfixturevalue("_empty_sqlite"), path)
        return f"sqlite:///{path}"

    def on_postgresql() -> str:
        template = request.getfixturevalue("_empty_postgresql")
        server: Postgres = request.getfixturevalue("postgres")
        return server.url(server.new(template))

    return on_sqlite if engine == "sqlite" else on_postgresql


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """The address of a new record, without a row in it."""
    return new_address()


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    now: datetime = datetime(2025, 8, 15, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def tick(self, **span: float) -> datetime:
        """The moment it shows after *span* (a minute, where none is given) has gone by."""
        self.now += timedelta(**span) if span else timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(address: str, clock: Clock) -> Iterator[Store]:
    with Store.open(address, clock=clock) as opened:
        yield opened
