"""Name the units of the provider."""

from uuid import UUID

from sqlalchemy import Select, bindparam, select

from caseflow.database import sealed_rows
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.units import Unit, UnitKind

_ALL = select(UnitRow).order_by(UnitRow.name, UnitRow.id)
_BY_ID = _ALL.where(UnitRow.id == bindparam("id_"))
_BY_SLUG = _ALL.where(UnitRow.slug == bindparam("slug"))


def list_units(work: Work) -> list[Unit]:
    """Return all units, by name; oversight is one of them."""
    return _units(work, _ALL)


def unit_by_id(work: Work, unit: UUID) -> Unit | None:
    """Return the unit with this id."""
    return next(iter(_units(work, _BY_ID, id_=unit)), None)


def unit_by_slug(work: Work, slug: str) -> Unit | None:
    """Return the unit with this name in addresses."""
    if not slug.isprintable():  # a database takes neither NUL nor half a character
        return None
    return next(iter(_units(work, _BY_SLUG, slug=slug)), None)


def _units(work: Work, query: Select[UnitRow], **asked: UUID | str) -> list[Unit]:
    rows = sealed_rows.intact(work, work.session.scalars(query, asked))
    return [Unit(row.id, row.slug, row.name, UnitKind(row.kind)) for row in rows]
