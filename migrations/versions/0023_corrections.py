"""what stood in a summary before, and what she says against a piece of her record

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0023
Follows: 0022
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def _content(table: str, beside: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        table,
        sa.Column(beside, sa.Uuid(), nullable=False),
        *columns,
        sa.Column("drawer_id", sa.Uuid(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("seal_revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f(f"pk_{table}")),
    )
    for column in ("drawer_id", "id", beside):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _sealed(*names: str) -> "list[sa.Column[Any]]":
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in names]


def upgrade() -> None:
    _content("summary_versions", "paragraph_id", *_sealed("text", "approved_on"))
    _content(
        "corrections",
        "piece_id",
        sa.Column("piece_version", sa.Integer(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        *_sealed("text", "said_on", "outcome", "reply"),
    )


def downgrade() -> None:
    for table in ("corrections", "summary_versions"):
        kept = sa.table(table, sa.column("client_id", sa.Uuid()))
        if op.get_bind().execute(sa.select(kept.c.client_id).limit(1)).first() is not None:
            # An older program would turn a drawer's key and leave what lies in here behind.
            raise RuntimeError(f"there are {table}, which an older program does not know")
    for table in ("corrections", "summary_versions"):
        op.drop_table(table)
