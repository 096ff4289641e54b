"""appointments with clients

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0022
Follows: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TABLE = "appointments"


def upgrade() -> None:
    op.create_table(
        _TABLE,
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        *(
            sa.Column(name, sa.LargeBinary(), nullable=False)
            for name in ("starts", "minutes", "title", "place", "reminder", "state")
        ),
        sa.Column("drawer_id", sa.Uuid(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("seal_revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "id", name=op.f(f"pk_{_TABLE}")),
    )
    for column in ("drawer_id", "id", "staff_id"):
        op.create_index(op.f(f"ix_{_TABLE}_{column}"), _TABLE, [column], unique=False)


def downgrade() -> None:
    kept = sa.table(_TABLE, sa.column("client_id", sa.Uuid()))
    if op.get_bind().execute(sa.select(kept.c.client_id).limit(1)).first() is not None:
        # An older program would turn a drawer's key and leave what lies in here behind.
        raise RuntimeError("there are appointments, which an older program does not know")
    op.drop_table(_TABLE)
