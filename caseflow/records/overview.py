"""A client as far as she is open to the acting unit, without any field of hers."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from caseflow.vocabulary.bases import Basis


@dataclass(frozen=True, slots=True)
class DrawerView:
    """A drawer that is open, and what opened it."""

    unit: UUID
    category: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Overview:
    """What the head of each of her pages shows."""

    id: UUID
    code: str  # empty in an emergency without a case or a desk
    case: UUID | None  # the unit's open one, else the one closed last
    units: tuple[UUID, ...]  # those with an open drawer, and the own one if it has a case
    drawers: tuple[DrawerView, ...]
    also: tuple[str, ...] = ()  # codes by which the own unit has her too: two records, one person


def overview(
    client: UUID, code: str, case: UUID | None, own_unit: UUID, drawers: Iterable[DrawerView]
) -> Overview:
    """Return the overview of a client whose case, if any, is the own unit's."""
    views = tuple(dict.fromkeys(drawers))  # what was copied lies beside the unit's own
    own = set() if case is None else {own_unit}
    return Overview(client, code, case, tuple(sorted(own | {each.unit for each in views})), views)
