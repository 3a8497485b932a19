"""Run the migrations over the connection that claimtrack hands in (`claimtrack.store.migrations`).

`attributes` of the Alembic configuration: ``connection`` (in a transaction of the caller's) and
``version_table``; ``metadata`` only where a new migration is being drafted.
"""

from alembic import context
from sqlalchemy import text

attributes = context.config.attributes
if "connection" not in attributes:
    raise SystemExit("migrations run over a connection handed in: use `claimtrack db upgrade`")
connection = attributes["connection"]

if connection.dialect.name == "postgresql":
    # A table that somebody is reading cannot be changed: say so soon, rather than queue every
    # later reader behind this migration.
    connection.execute(text("SET LOCAL lock_timeout = '10s'"))

context.configure(
    connection=connection,
    target_metadata=attributes.get("metadata"),
    version_table=attributes["version_table"],
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
