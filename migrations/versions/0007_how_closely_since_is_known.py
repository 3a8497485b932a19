"""How closely it is known since when a claim has stood as it does: columns of ``standings`` and of
the view ``claims_now``, which is made anew.

Revision 0007, after 0006. Of the standings that are there it is NULL until a claim is judged again,
which every claim is with the first write of another day.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

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
    standings.since_known,
    standings.since_earliest,
    standings.since_latest,
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
    op.execute("DROP VIEW claims_now")
    op.add_column("standings", sa.Column("since_known", sa.Text(), nullable=True))
    op.add_column("standings", sa.Column("since_earliest", sa.Date(), nullable=True))
    op.add_column("standings", sa.Column("since_latest", sa.Date(), nullable=True))
    op.execute(CLAIMS_NOW)
