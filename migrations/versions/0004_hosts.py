"""What hosts are owed: how each wants to be asked, and the copies of their robots.txt; and whether
an attempt was asked at all.

Revision 0004, after 0003. The two tables are no part of the record: they are changed as requests go
out, and dropping their rows loses no evidence.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hosts",
        text("host"),
        moment("next_at"),
        sa.Column("spaced", sa.Double(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        moment("failed_at"),
        sa.Column("refusals", sa.Integer(), nullable=False),
        moment("retry_at"),
        text("reason", nullable=True),
        sa.PrimaryKeyConstraint("host", name="pk_hosts"),
    )
    op.create_table(
        "robots",
        text("origin"),
        text("text", nullable=True),
        moment("read_at"),
        moment("tried_at"),
        moment("failing_since"),
        text("reason", nullable=True),
        sa.PrimaryKeyConstraint("origin", name="pk_robots"),
    )
    # Every attempt on record so far was asked.
    asked = sa.Column("asked", sa.Boolean(), nullable=False, server_default=sa.true())
    op.add_column("attempts", asked)


def text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)
