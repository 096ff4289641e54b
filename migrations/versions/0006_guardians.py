"""guardians, and who may not declare for a client

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _content(table: str, *columns: sa.Column) -> None:
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
        "guardians",
        *(
            sa.Column(name, sa.LargeBinary(), nullable=False)
            for name in ("name", "relation", "authority", "blocked")
        ),
    )
    _content(
        "relatives",
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("other", "kin", "state")),
    )
    _content(
        "guardian_answers",
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("violent", sa.LargeBinary(), nullable=False),
    )
    op.create_index(
        op.f("ix_guardian_answers_consent_id"), "guardian_answers", ["consent_id"], unique=False
    )
    op.add_column("consents", sa.Column("majority_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_consents_settled_at_majority_at",
        "consents",
        ["settled_at", "majority_at"],
        unique=False,
    )


def downgrade() -> None:
    for table in ("guardians", "relatives", "guardian_answers"):
        kept = sa.table(table, sa.column("id", sa.Uuid()))
        if op.get_bind().execute(sa.select(kept.c.id).limit(1)).first() is not None:
            # An older program would let a violent guardian declare, and no majority end it.
            raise RuntimeError(f"there are {table}, which an older program does not know")
    op.drop_index("ix_consents_settled_at_majority_at", "consents")
    with op.batch_alter_table("consents") as consents:
        consents.drop_column("majority_at")
    for table in ("guardian_answers", "relatives", "guardians"):
        op.drop_table(table)
