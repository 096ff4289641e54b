"""documents and their chunks

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0020
Follows: 0019
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def _content(table: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        table,
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
    op.create_index(op.f(f"ix_{table}_drawer_id"), table, ["drawer_id"], unique=False)
    op.create_index(op.f(f"ix_{table}_id"), table, ["id"], unique=False)


def upgrade() -> None:
    _content(
        "documents",
        *(
            sa.Column(name, sa.LargeBinary(), nullable=False)
            for name in ("title", "kind", "dated", "note", "media_type", "length")
        ),
    )
    _content(
        "document_files",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("key", "length")),
    )
    op.create_table(
        "document_chunks",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("drawer_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "file_id", "number", name=op.f("pk_document_chunks")),
    )
    op.create_index(
        op.f("ix_document_chunks_drawer_id"), "document_chunks", ["drawer_id"], unique=False
    )


def downgrade() -> None:
    for table in ("documents", "document_files", "document_chunks"):
        kept = sa.table(table, sa.column("client_id", sa.Uuid()))
        if op.get_bind().execute(sa.select(kept.c.client_id).limit(1)).first() is not None:
            # An older program would turn a drawer's key and leave what lies in here behind.
            raise RuntimeError(f"there are {table}, which an older program does not know")
    for table in ("document_chunks", "document_files", "documents"):
        op.drop_table(table)
