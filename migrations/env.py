"""Run migrations on a connection that the caller hands over, or on CASEFLOW_DATABASE_URL."""

import os

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from caseflow.database import tables
from caseflow.database.base import Base
from caseflow.database.column_types import Day, Id, Ids, Instant, Parts, Sealed, Words
from caseflow.database.engines import open_engine

PLAIN_TYPES = {
    Id: "sa.Uuid()",
    Day: "sa.Date()",
    Instant: "sa.DateTime(timezone=True)",
    Words: "sa.Text()",
    Ids: "sa.Text()",
    Parts: "sa.Text()",
    Sealed: "sa.LargeBinary()",
}


def render_item(kind: str, item: object, _context: AutogenContext) -> str | bool:
    """Write our own column types as what they are in the database: a migration outlives them."""
    return PLAIN_TYPES.get(type(item), False) if kind == "type" else False


def run(connection: sa.Connection) -> None:
    """Run the migrations on one connection, each in its own transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        transaction_per_migration=True,
        compare_type=False,
    )
    with context.begin_transaction():
        context.run_migrations()


assert tables.__all__  # noqa: S101 - importing them completes the metadata
given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with open_engine(os.environ["CASEFLOW_DATABASE_URL"]).connect() as own:
        run(own)
        own.commit()
