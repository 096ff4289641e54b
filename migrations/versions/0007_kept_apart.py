"""clients who must never learn of each other

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_apart",
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("walls", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Uuid(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_kept_apart_unit_id")),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f("pk_kept_apart")),
    )
    op.create_index(op.f("ix_kept_apart_id"), "kept_apart", ["id"], unique=False)
    op.create_index(op.f("ix_kept_apart_other_id"), "kept_apart", ["other_id"], unique=False)


def downgrade() -> None:
    # The walls and restrictions that follow from them are rows of their own, and stay.
    op.drop_index(op.f("ix_kept_apart_other_id"), table_name="kept_apart")
    op.drop_index(op.f("ix_kept_apart_id"), table_name="kept_apart")
    op.drop_table("kept_apart")
