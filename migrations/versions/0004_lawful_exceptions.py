"""lawful exceptions beside emergencies, and who agreed to them

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lawful_exceptions",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("declared_by", sa.Uuid(), nullable=False),
        sa.Column("from_units", sa.Text(), nullable=False),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("grounds", sa.LargeBinary(), nullable=False),
        sa.Column("grounds_digest", sa.LargeBinary(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["declared_by"], ["staff.id"], name=op.f("fk_lawful_exceptions_declared_by")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_lawful_exceptions_unit_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f("pk_lawful_exceptions")),
    )
    op.create_index(op.f("ix_lawful_exceptions_id"), "lawful_exceptions", ["id"], unique=False)
    op.create_index(
        "ix_lawful_exceptions_settled_at_until",
        "lawful_exceptions",
        ["settled_at", "until"],
        unique=False,
    )
    op.create_table(
        "exception_agreements",
        sa.Column("exception_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("agreed_by", sa.Uuid(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreed_by"], ["staff.id"], name=op.f("fk_exception_agreements_agreed_by")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_exception_agreements_unit_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f("pk_exception_agreements")),
    )
    op.create_index(
        op.f("ix_exception_agreements_exception_id"),
        "exception_agreements",
        ["exception_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_exception_agreements_id"), "exception_agreements", ["id"], unique=False
    )
    op.create_index(
        "ix_exception_agreements_unit_id_done_at",
        "exception_agreements",
        ["unit_id", "done_at"],
        unique=False,
    )


def downgrade() -> None:
    kept = sa.table("lawful_exceptions", sa.column("id", sa.Uuid()))
    if op.get_bind().execute(sa.select(kept.c.id).limit(1)).first() is not None:
        # They are the only record of who read what without her consent, and by whose agreement.
        raise RuntimeError("there are lawful exceptions, which an older program does not know")
    op.drop_table("exception_agreements")
    op.drop_table("lawful_exceptions")
