"""The migrations, run by Alembic from wherever claimtrack is installed.

``python -m claimtrack.store.migrations`` prints what they make of a new SQLite database, which is
kept beside them (see `claimtrack.store.beginning`).
"""

from __future__ import annotations

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from claimtrack.store.beginning import folder
from claimtrack.store.schema import VERSION_TABLE, metadata


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the database to the schema of that revision, inside the caller's transaction."""
    command.upgrade(_config(connection), to)


@cache
def revisions() -> tuple[str, ...]:
    """Every revision there is, the newest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(revision.revision for revision in script.walk_revisions())


def script() -> str:
    """What the migrations make of a new SQLite database, as SQL that makes the same at once."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade(connection)
        made = connection.scalars(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
        statements = [one.strip() for one in made]
    engine.dispose()
    statements.append(f"INSERT INTO {VERSION_TABLE} VALUES ('{revisions()[0]}')")
    return "".join(f"{one};\n" for one in statements)


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


if __name__ == "__main__":
    print(script(), end="")
