"""pruned leaves and the manifests of records

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0018
Follows: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "log_prunings",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("summary", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_log_prunings")),
    )
    op.add_column("log_leaves", sa.Column("pruned_by", sa.Uuid(), nullable=True))


def downgrade() -> None:
    # What was pruned stays so; an older release finds the entries missing, and says it.
    with op.batch_alter_table("log_leaves") as leaves:
        leaves.drop_column("pruned_by")
    op.drop_table("log_prunings")
