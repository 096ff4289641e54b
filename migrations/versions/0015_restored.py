"""an installation that was restored from a backup, and its backups

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0015
Follows: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backups",
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("log_size", sa.Integer(), nullable=False),
        sa.Column("log_root", sa.LargeBinary(), nullable=False),
        sa.Column("keys_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backups")),
    )
    with op.batch_alter_table("installation") as table:
        table.add_column(sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    # A database whose sharing is suspended forgets that it is: let an officer confirm before.
    with op.batch_alter_table("installation") as table:
        table.drop_column("suspended_at")
    op.drop_table("backups")
