"""that what a partner was told stands no more, and that it was told so

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0024
Follows: 0023
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_COLUMNS: "dict[str, sa.types.TypeEngine[Any]]" = {
    "overtaken_at": sa.DateTime(timezone=True),
    "retold": sa.String(),
    "retold_at": sa.DateTime(timezone=True),
    "retold_by": sa.Uuid(),
}


def upgrade() -> None:
    for name, kind in _COLUMNS.items():
        op.add_column("disclosures", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    told = sa.table("disclosures", sa.column("overtaken_at", sa.DateTime(timezone=True)))
    marked = sa.select(told.c.overtaken_at).where(told.c.overtaken_at.is_not(None)).limit(1)
    if op.get_bind().execute(marked).first() is not None:
        # Sealed with these columns, such a row would be an alarm to an older program.
        raise RuntimeError("there are disclosures that an older program takes for forged")
    for name in reversed(_COLUMNS):
        op.drop_column("disclosures", name)
