"""the officers' review: periods, findings, samples

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0019
Follows: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_offs",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("previous_id", sa.Uuid(), nullable=True),
        sa.Column("of_id", sa.Uuid(), nullable=True),
        sa.Column("queries_version", sa.Integer(), nullable=False),
        sa.Column("queries", sa.Text(), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("sample", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Uuid(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["staff.id"], name=op.f("fk_sign_offs_reviewer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_offs")),
        sa.UniqueConstraint("of_id", name=op.f("uq_sign_offs_of_id")),
    )
    only_one = sa.text("of_id IS NULL")
    op.create_index(
        "ix_sign_offs_one_after_another",
        "sign_offs",
        ["first"],
        unique=True,
        sqlite_where=only_one,
        postgresql_where=only_one,
    )
    op.create_table(
        "review_findings",
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("positions", sa.Text(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("noted_by", sa.Uuid(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done", sa.LargeBinary(), nullable=True),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["staff.id"], name=op.f("fk_review_findings_noted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_findings")),
    )
    op.add_column("emergency_accesses", sa.Column("client_told", sa.String(), nullable=True))
    op.add_column("emergency_accesses", sa.Column("told_note", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    # What was said of clients being told is given up, and with it these rows' seals: sign off first.
    with op.batch_alter_table("emergency_accesses") as batch:
        batch.drop_column("told_note")
        batch.drop_column("client_told")
    op.drop_table("review_findings")
    op.drop_table("sign_offs")
