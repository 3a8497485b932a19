"""Pages as they came: a snapshot may be stored in the gzip member that its server sent.

Revision 0005, after 0004. What is on record stays as it is: its coding is NULL, and its content the
page's own bytes. The trigger that lets a redaction pass holds the new column as it was, too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

#: All columns but the content, which alone is blanked.
KEPT = ("id", "sha256", "media_type", "size", "recorded_at", "coding")
IS_REDACTED = "EXISTS (SELECT 1 FROM redactions WHERE redactions.snapshot = NEW.sha256)"


def upgrade() -> None:
    op.add_column("snapshots", sa.Column("coding", sa.Text(), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER snapshots_no_update")
        op.execute(
            "CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots "
            f"WHEN NOT ({is_redaction('IS')}) "
            "BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END"
        )
    else:
        op.execute(
            "CREATE OR REPLACE FUNCTION claimtrack_is_snapshots_redaction"
            "(old snapshots, new snapshots) RETURNS boolean LANGUAGE plpgsql AS $$ "
            f"BEGIN RETURN {is_redaction('IS NOT DISTINCT FROM')}; END $$"
        )


def is_redaction(same: str) -> str:
    """The condition under which an update is a redaction; *same* compares, NULL included."""
    others = " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in KEPT)
    return f"NEW.content IS NULL AND {others} AND {IS_REDACTED}"
