"""keys from outside in versions: the root and the trustee secret change

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0013
Follows: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_UNDER_THE_ROOT = ("staff_sessions", "log_in_steps")


def upgrade() -> None:
    op.create_table(
        "outside_keys",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_keys")),
        sa.UniqueConstraint("what", "version", name=op.f("uq_outside_keys_what_version")),
    )
    op.add_column("trustee_envelopes", sa.Column("secret_key_id", sa.LargeBinary(), nullable=True))
    for table in _UNDER_THE_ROOT:
        op.add_column(table, sa.Column("root_key_id", sa.LargeBinary(), nullable=True))
        # Until now there was one root, which the server keys name.
        op.execute(
            f"UPDATE {table} SET root_key_id = "  # noqa: S608 - names of this file alone
            "(SELECT root_key_id FROM server_keys ORDER BY name, version LIMIT 1)"
        )
        with op.batch_alter_table(table) as batch:
            batch.alter_column("root_key_id", existing_type=sa.LargeBinary(), nullable=False)


def downgrade() -> None:
    # Finish a rotation first: under which root or secret something lies is not known any more.
    for table in _UNDER_THE_ROOT:
        with op.batch_alter_table(table) as batch:
            batch.drop_column("root_key_id")
    with op.batch_alter_table("trustee_envelopes") as batch:
        batch.drop_column("secret_key_id")
    op.drop_table("outside_keys")
