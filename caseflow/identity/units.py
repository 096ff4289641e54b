"""Name the units of the provider."""

from uuid import UUID

from sqlalchemy import Select, select

from caseflow.database import sealed_rows
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.units import Unit, UnitKind


def list_units(work: Work) -> list[Unit]:
    """Return all units, by name; oversight is one of them."""
    return _units(work, select(UnitRow))


def unit_by_id(work: Work, unit: UUID) -> Unit | None:
    """Return the unit with this id."""
    return next(iter(_units(work, select(UnitRow).where(UnitRow.id == unit))), None)


def unit_by_slug(work: Work, slug: str) -> Unit | None:
    """Return the unit with this name in addresses."""
    if not slug.isprintable():  # a database takes neither NUL nor half a character
        return None
    return next(iter(_units(work, select(UnitRow).where(UnitRow.slug == slug))), None)


def _units(work: Work, query: Select[UnitRow]) -> list[Unit]:
    rows = sealed_rows.intact(work, work.session.scalars(query.order_by(UnitRow.name, UnitRow.id)))
    return [Unit(row.id, row.slug, row.name, UnitKind(row.kind)) for row in rows]
