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


def _with_root(name: str) -> sa.TableClause:
    return sa.table(name, sa.column("root_key_id", sa.LargeBinary))


def _the_root() -> sa.ScalarSelect[bytes]:
    keys = sa.table("server_keys", *map(sa.column, ("root_key_id", "name", "version")))
    newest = sa.select(keys.c.root_key_id).order_by(keys.c.name, keys.c.version).limit(1)
    return newest.scalar_subquery()


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
        op.execute(sa.update(_with_root(table)).values(root_key_id=_the_root()))
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
