"""The migrations, run by Alembic from wherever claimtrack is installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from claimtrack.store.schema import VERSION_TABLE, metadata


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the database to the schema of that revision, inside the caller's transaction."""
    command.upgrade(_config(connection), to)


@cache
def revisions() -> tuple[str, ...]:
    """Every revision there is, the newest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(revision.revision for revision in script.walk_revisions())


def folder() -> Path:
    """Where the migrations lie: in the package as it is installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside, beside = package / "migrations", package.parent / "migrations"
    return inside if (inside / "env.py").is_file() else beside


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    # Alembic reads options through a ConfigParser, where "%" has a meaning.
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["version_table"] = VERSION_TABLE
    config.attributes["metadata"] = metadata
    if connection is not None:
        config.attributes["connection"] = connection
    return config
