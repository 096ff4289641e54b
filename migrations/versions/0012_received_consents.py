"""consents that other systems sent, until a person confirms them

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0012
Follows: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "received_consents",
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("from_units", sa.Text(), nullable=False),
        sa.Column("to_units", sa.Text(), nullable=False),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("purposes", sa.Text(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("exclusions", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("received_by", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_received_consents_unit_id")
        ),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f("pk_received_consents")),
    )
    op.create_index(op.f("ix_received_consents_id"), "received_consents", ["id"], unique=False)


def downgrade() -> None:
    # What waits for its confirmation is sent anew; confirmed consents stand in their own table.
    op.drop_index(op.f("ix_received_consents_id"), table_name="received_consents")
    op.drop_table("received_consents")
