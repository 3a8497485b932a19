"""What follows from the record by judging: tables that are derived, and the view ``claims_now``.

Revision 0003, after 0002. They start empty: the next write fills them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: One row a claim that stands, beside the last thing that a person said of it.
CLAIMS_NOW = """
CREATE VIEW claims_now AS
SELECT
    standings.document,
    standings.claim,
    standings.type,
    standings.statement,
    standings.measure,
    standings.label_then,
    standings.label_now,
    standings.status,
    standings.since,
    standings.evidence,
    standings.figure,
    standings.fit,
    standings.distance,
    standings.findings,
    standings.rule,
    standings.sentence,
    standings.day AS judged_on,
    said.status AS review,
    said.by AS reviewed_by,
    said.reason AS review_reason
FROM standings
LEFT JOIN reviews AS said ON said.id = (
    SELECT MAX(reviews.id) FROM reviews WHERE reviews.lineage = standings.lineage
)
"""


def upgrade() -> None:
    op.create_table(
        "judged",
        number("id"),
        number("batch"),
        number("result"),
        moment("known_at"),
        sa.PrimaryKeyConstraint("id", name="pk_judged"),
    )
    op.create_table(
        "standings",
        number("lineage"),
        *answer(),
        number("position"),
        text("statement"),
        text("type"),
        text("measure", nullable=True),
        text("distance", nullable=True),
        text("sentence"),
        sa.PrimaryKeyConstraint("lineage", name="pk_standings"),
    )
    op.create_table(
        "judgements",
        number("lineage"),
        moment("known_at"),
        *answer(),
        text("cause"),
        sa.PrimaryKeyConstraint("lineage", "known_at", name="pk_judgements"),
    )
    op.create_table(
        "transitions",
        number("lineage"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        text("document"),
        text("claim"),
        day("changed_on"),
        day("earliest"),
        day("latest"),
        text("label_before"),
        text("label_after"),
        text("cause"),
        text("because"),
        text("fact", nullable=True),
        sa.PrimaryKeyConstraint("lineage", "number", name="pk_transitions"),
    )
    op.execute(CLAIMS_NOW)


def number(name: str) -> sa.Column:
    kind = sa.BigInteger()
    if name == "id":
        kind = kind.with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, nullable=False, autoincrement=False)


def text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=nullable)


def moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def answer() -> tuple[sa.Column, ...]:
    return (
        text("document"),
        text("claim"),
        day("day"),
        text("label_then"),
        text("label_now"),
        text("status"),
        day("since", nullable=True),
        text("evidence"),
        sa.Column("fit", sa.Double(), nullable=True),
        text("figure"),
        text("findings"),
        text("rule"),
    )
