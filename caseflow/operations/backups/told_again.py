"""What an end that is done again goes by: its leaf, and the rows that the backup knows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.database.base import SealedRow
from caseflow.database.sealed_rows import intact
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.actors import Actor, Role

R = TypeVar("R", bound=SealedRow)
Leaf = Mapping[str, Any]  # what the leaf of an end says

NOTHING = Deeds()  # the backup knows of it already, or of nobody whom it concerns
NOBODY = UUID(int=0)
# Where the entry of a restore keeps by whom and when it was done first.
_FIRST = {"staff": "first_staff", "unit": "first_unit", "at": "first_at"}


class NotTold(LookupError):
    """The leaf does not say enough to do it again."""


def as_first_told(leaf: Leaf) -> Leaf:
    """Return the leaf of an end that a restore did again as if it told of the first time."""
    told = leaf.get("details", {})
    return {**leaf, **{name: told[key] for name, key in _FIRST.items() if key in told}}


def first_told(leaf: Leaf) -> dict[str, str]:
    """Return what the entry of a restore keeps of a leaf: another restore has it alone to go by."""
    first = {key: leaf[name] for name, key in _FIRST.items() if name in leaf}
    return {**leaf.get("details", {}), **first}


def doer_of(leaf: Leaf) -> Actor:
    """Return who did it then: what is changed once more names her."""
    staff, unit = (UUID(leaf[key]) if key in leaf else NOBODY for key in ("staff", "unit"))
    return Actor(staff, NOBODY, NOBODY, unit, Role.OFFICER)


def rows_of(work: Work, table: type[R], ids: Iterable[UUID]) -> list[R]:
    """Return those of these rows that the backup knows."""
    found = select(table).where(table.id.in_(list(ids)))  # type: ignore[attr-defined]  # all have one
    return intact(work, work.session.scalars(found))


def is_known(work: Work, table: type[R], row: UUID) -> bool:
    """Say whether the backup knows a row."""
    return bool(rows_of(work, table, [row]))


def named_rows(leaf: Leaf, table: str) -> Iterator[UUID]:
    """Yield the rows of a table that the act had written."""
    yield from (UUID(each["id"]) for each in leaf.get("rows", ()) if each["table"] == table)
