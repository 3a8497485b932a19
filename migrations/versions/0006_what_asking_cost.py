"""What an attempt cost: how many requests went over the wire for it, and whether what came was
shared with another attempt, which counts them.

Revision 0006, after 0005. Of the attempts on record so far nobody counted: NULL.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("requests", sa.Integer(), nullable=True))
    shared = sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("attempts", shared)
