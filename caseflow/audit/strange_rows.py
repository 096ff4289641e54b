"""Say what was done to a row that is not as the log tells."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from caseflow.audit.findings import Fault
from caseflow.crypto.encoding import Value, row_digest
from caseflow.database.base import Base, SealedRow
from caseflow.database.row_values import all_values, covered_values, row_id, table_name


@dataclass(frozen=True, slots=True)
class StrangeRow:
    """A row, its digest as it stands, and those that it should have."""

    name: tuple[str, UUID]
    values: dict[str, Value]
    digest: bytes | None  # None: a value that no row of ours can have
    told: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, row: Base) -> Self:
        """Return a row as it stands."""
        values = covered_values(row) if isinstance(row, SealedRow) else all_values(row)
        table = table_name(row)
        return cls((table, row_id(row)), values, _digest(table, values))

    def with_told(self, told: frozenset[bytes]) -> "StrangeRow":
        """Return it with the digests that it should have."""
        return replace(self, told=told)


def name_fault(
    row: StrangeRow, others: Iterable[StrangeRow], former: Collection[tuple[str, UUID]]
) -> Fault:
    """Return what was done to it: put back, exchanged with another, or changed."""
    if row.name in former:
        return Fault.ROW_ROLLED_BACK
    if any(_is_now_at(each, row) for each in others):
        return Fault.ROW_SWAPPED
    return Fault.ROW_CHANGED


def _is_now_at(other: StrangeRow, row: StrangeRow) -> bool:
    """Say whether what should stand in another row stands in this one."""
    if other.name == row.name or other.name[0] != row.name[0]:
        return False
    moved = row.values | {"id": other.name[1]}
    places = [moved]
    if "client_id" in moved:
        places.append(moved | {"client_id": other.values["client_id"]})
    return any(_digest(row.name[0], each) in other.told for each in places)


def _digest(table: str, values: dict[str, Value]) -> bytes | None:
    try:
        return row_digest(table, values)
    except (TypeError, ValueError):
        return None
