"""The record: its tables, and the triggers that keep it append-only.

Revision 0001, after nothing. There is no way down: a record is never taken apart.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: The tables that are only ever added to, each with what makes a row of it unique beside its key.
APPEND_ONLY = {
    "transactions": [],
    "documents": [("document", "version")],
    "claims": [("lineage", "revision")],
    "measures": [("document", "measure", "revision")],
    "descriptions": [],
    "reviews": [],
    "snapshots": [("sha256",)],
    "redactions": [("snapshot",)],
    "addresses": [("digest",)],
    "attempts": [("turn",)],
    "views": [("snapshot", "measure", "source", "extractor")],
    "results": [("attempt", "position")],
    "facts": [("digest",)],
    "passages": [],
    "sightings": [],
}

#: The key of a row, where it is another than ``id``.
KEYS = {"sightings": ("view", "dated", "passage")}

#: The one exception: which column may be blanked, and when. A quote may be where some page showed
#: it and no page that showed it still stands; a fact is shown by views of its own measure alone,
#: so that no index of sightings by passage is needed.
REDACTABLE = {
    "snapshots": (
        "content",
        "EXISTS (SELECT 1 FROM redactions WHERE redactions.snapshot = NEW.sha256)",
    ),
    "passages": (
        "quote",
        "(SELECT COUNT(*) > 0 AND COUNT(*) = COUNT(redactions.id) "
        "FROM facts "
        "JOIN views ON views.measure = facts.measure AND views.source = facts.source "
        "JOIN sightings ON sightings.view = views.id "
        "AND sightings.dated = (facts.as_of IS NOT NULL) AND sightings.passage = NEW.id "
        "LEFT JOIN redactions ON redactions.snapshot = views.snapshot "
        "WHERE facts.id = NEW.fact)",
    ),
}


def upgrade() -> None:
    create_base()
    create_derived()
    if op.get_bind().dialect.name == "postgresql":
        guard_postgresql()
    else:
        guard_sqlite()


def key() -> sa.Column:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", number, autoincrement=False, nullable=False)


def text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable, autoincrement=False)


def of(name: str, table: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), sa.ForeignKey(f"{table}.id"), nullable=nullable)


def small(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def flag(name: str) -> sa.Column:
    return sa.Column(name, sa.Boolean(), nullable=False)


def moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def turn(name: str) -> sa.Column:
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def base_table(name: str, *columns: sa.Column) -> None:
    unique = [
        sa.UniqueConstraint(*names, name=f"uq_{name}_{'_'.join(names)}")
        for names in APPEND_ONLY[name]
    ]
    for column in columns:
        for foreign in column.foreign_keys:
            foreign.name = f"fk_{name}_{column.name}"
    op.create_table(
        name,
        key(),
        *columns,
        moment("recorded_at"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *unique,
    )


def create_base() -> None:
    base_table("transactions")
    base_table("documents", text("document"), small("version"), text("body"))
    base_table(
        "claims",
        number("lineage"),
        small("revision"),
        text("document"),
        text("claim"),
        text("body", nullable=True),
    )
    op.create_index("ix_claims_document", "claims", ["document"])
    base_table(
        "measures",
        text("document"),
        text("measure"),
        small("revision"),
        text("body", nullable=True),
    )
    base_table("descriptions", text("source"), text("body"))
    op.create_index("ix_descriptions_source", "descriptions", ["source"])
    base_table("reviews", number("lineage"), text("status"), text("by"), text("reason"))
    op.create_index("ix_reviews_lineage", "reviews", ["lineage"])
    base_table(
        "snapshots",
        text("sha256"),
        text("media_type", nullable=True),
        number("size"),
        sa.Column("content", sa.LargeBinary(), nullable=True),
    )
    base_table("redactions", text("snapshot"), text("reason"))
    base_table("addresses", text("digest"), text("source"), text("url"))
    base_table(
        "attempts",
        of("address", "addresses"),
        turn("turn"),
        text("outcome"),
        sa.Column("status", sa.Integer(), nullable=True),
        text("reason", nullable=True),
        text("snapshot", nullable=True),
        text("headers"),
        number("bytes"),
        sa.Column("seconds", sa.Double(), nullable=False),
    )
    op.create_index("ix_attempts_address", "attempts", ["address", "turn"])
    base_table("views", text("snapshot"), text("measure"), text("source"), text("extractor"))
    op.create_index("ix_views_measure", "views", ["measure"])
    base_table(
        "results",
        of("attempt", "attempts"),
        small("position"),
        text("measure"),
        text("status"),
        text("extractor"),
        text("reason", nullable=True),
        of("view", "views", nullable=True),
        flag("tells"),
        of("address", "addresses"),
        turn("turn"),
        moment("at"),
    )
    op.create_index(
        "ix_results_slot",
        "results",
        ["measure", "address", "turn", "view", "status", "recorded_at"],
    )
    op.create_index("ix_results_view", "results", ["view", "turn", "address", "recorded_at"])
    base_table(
        "facts",
        text("digest"),
        text("measure"),
        text("source"),
        text("as_of", nullable=True),
        text("value"),
        text("error", nullable=True),
        text("scope", nullable=True),
        text("attribution", nullable=True),
        flag("withdrawn"),
    )
    op.create_index("ix_facts_measure", "facts", ["measure", "as_of", "recorded_at", "source"])
    base_table(
        "passages",
        of("fact", "facts"),
        sa.Column("evidence", sa.LargeBinary(), nullable=False),
        text("basis"),
        text("quote", nullable=True),
        text("locator", nullable=True),
        moment("published_at", nullable=True),
        flag("derived"),
    )
    op.create_index("ix_passages_fact", "passages", ["fact"])
    op.create_index("ix_passages_evidence", "passages", ["evidence"])
    # In SQLite the rows lie in their key's own tree, some 15 bytes each.
    op.create_table(
        "sightings",
        number("view"),
        flag("dated"),
        number("passage"),
        number("batch"),
        sa.PrimaryKeyConstraint("view", "dated", "passage", name="pk_sightings"),
        sa.ForeignKeyConstraint(["view"], ["views.id"], name="fk_sightings_view"),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name="fk_sightings_passage"),
        sa.ForeignKeyConstraint(["batch"], ["transactions.id"], name="fk_sightings_batch"),
        sqlite_with_rowid=False,
    )


def create_derived() -> None:
    op.create_table(
        "spells",
        text("measure"),
        number("address"),
        turn("first"),
        turn("last"),
        text("facts"),
        sa.PrimaryKeyConstraint("measure", "address", "first", name="pk_spells"),
    )
    op.create_table(
        "observations",
        number("fact"),
        number("address"),
        turn("first"),
        turn("last"),
        text("measure"),
        flag("dated"),
        number("view"),
        number("passage"),
        moment("recorded_at"),
        sa.PrimaryKeyConstraint("fact", "address", "first", name="pk_observations"),
    )
    op.create_index("ix_observations_measure", "observations", ["measure"])


def columns_of(table: str) -> list[str]:
    return [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]


def is_redaction(table: str, same: str) -> str:
    """The condition under which an update of *table* is a redaction: the one column blanked, all
    else as it was (*same* compares, NULL included), and the redaction on record.
    """
    column, is_destroyed = REDACTABLE[table]
    others = " AND ".join(
        f"NEW.{name} {same} OLD.{name}" for name in columns_of(table) if name != column
    )
    return f"NEW.{column} IS NULL AND {others} AND {is_destroyed}"


def guard_sqlite() -> None:
    for table, uniques in APPEND_ONLY.items():
        refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
        unless = f"WHEN NOT ({is_redaction(table, 'IS')})" if table in REDACTABLE else ""
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END")
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {unless} "
            f"BEGIN {refuse}; END"
        )
        # INSERT OR REPLACE deletes without asking the trigger on DELETE, unless the connection
        # has recursive_triggers on: https://sqlite.org/lang_conflict.html (REPLACE).
        taken = " OR ".join(
            "EXISTS (SELECT 1 FROM {} WHERE {})".format(
                table, " AND ".join(f"{name} = NEW.{name}" for name in names)
            )
            for names in [KEYS.get(table, ("id",)), *uniques]
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} "
            f"BEGIN {refuse}; END"
        )


def guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION claimtrack_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        unless = (
            f"WHEN (NOT claimtrack_is_{table}_redaction(OLD, NEW))" if table in REDACTABLE else ""
        )
        if unless:
            # A trigger's WHEN may hold no subquery; a function may.
            op.execute(
                f"CREATE FUNCTION claimtrack_is_{table}_redaction(old {table}, new {table}) "
                "RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN "
                f"{is_redaction(table, 'IS NOT DISTINCT FROM')}; END $$"
            )
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {unless} "
            "EXECUTE FUNCTION claimtrack_refuse()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION claimtrack_refuse()"
        )
        # ALWAYS: also where a session calls itself a replica to get round triggers.
        for name in ("no_update", "no_delete"):
            op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name}")
