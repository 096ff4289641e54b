"""Open the rows of own drawers inside the transaction of an act that decides by them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.vault.content_tables import fields_of, sealed_columns
from caseflow.vault.open_drawers import fields_in, key_of, own_drawers
from caseflow.vault.permit import Permit
from caseflow.vocabulary.errors import BrokenKey

C = TypeVar("C", bound=DrawerContent)


@dataclass(frozen=True, slots=True)
class Own(Generic[C]):
    """A row of an own drawer, and its texts; they leave no room before the commit."""

    row: C
    texts: Mapping[str, str]


def own_rows(work: Work, given: Permit, table: type[C], category: str) -> Iterator[Own[C]]:
    """Yield the acting unit's own rows of a table; a damaged one is left to who reads it."""
    for drawer in own_drawers(given.gathered.drawers.values(), given.actor.unit, category):
        yield from _rows_in(work, drawer, table)


def _rows_in(work: Work, drawer: Drawer, table: type[C]) -> Iterator[Own[C]]:
    fields, names = fields_in(work, drawer, key_of(work, drawer)), sealed_columns(table)
    where = (table.client_id == drawer.client_id, table.drawer_id == drawer.id)
    for row in work.session.scalars(select(table).where(*where)).all():
        opener = fields_of(fields, row)
        with suppress(BrokenKey):
            yield Own(row, {name: opener.open(name, getattr(row, name)) for name in names})
