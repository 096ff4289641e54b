"""what a unit copied from another under a consent

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0009
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_COPYABLE = ("entries", "facts")


def upgrade() -> None:
    instant = sa.DateTime(timezone=True)
    op.add_column("drawers", sa.Column("copied_from", sa.Uuid(), nullable=True))
    op.add_column("drawers", sa.Column("copied_under", sa.Uuid(), nullable=True))
    op.add_column("drawers", sa.Column("frozen_at", instant, nullable=True))
    op.add_column("drawers", sa.Column("kept_for", sa.String(), nullable=True))
    op.create_index(op.f("ix_drawers_frozen_at"), "drawers", ["frozen_at"], unique=False)
    for table in _COPYABLE:
        op.add_column(table, sa.Column("copied_of", sa.Uuid(), nullable=True))
        op.add_column(table, sa.Column("copied_version", sa.Integer(), nullable=True))
        op.add_column(table, sa.Column("copied_by", sa.Uuid(), nullable=True))
        op.add_column(table, sa.Column("copied_at", instant, nullable=True))
    columns = ["client_id", "drawer_id", "copied_of"]
    op.create_index("ix_entries_drawer_id_copied_of", "entries", columns, unique=True)


def downgrade() -> None:
    # Copies stay, and stay closed: their drawers were sealed with source and consent.
    op.drop_index("ix_entries_drawer_id_copied_of", table_name="entries")
    for table in _COPYABLE:
        for column in ("copied_at", "copied_by", "copied_version", "copied_of"):
            op.drop_column(table, column)
    op.drop_index(op.f("ix_drawers_frozen_at"), table_name="drawers")
    for column in ("kept_for", "frozen_at", "copied_under", "copied_from"):
        op.drop_column("drawers", column)
