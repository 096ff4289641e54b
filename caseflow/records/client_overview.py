"""Show of a client what is open, without opening a field: code, units, drawers."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.entries import DrawerName
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import code_of
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.bases import Basis


@dataclass(frozen=True, slots=True)
class DrawerView:
    """A drawer that is open, and what opened it."""

    unit: UUID
    category: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Overview:
    """A client as far as she is open to the acting unit."""

    id: UUID
    code: str  # empty in an emergency without a case or a desk
    case: UUID | None  # the unit's open one, else the one closed last
    units: tuple[UUID, ...]  # those with an open drawer, and the own one if it has a case
    drawers: tuple[DrawerView, ...]


def client_overview(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Overview] | Refused:
    """Return what is open of a client; a closed case opens with a reason only."""
    given = permit(work, actor, Ask(Act.CLIENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    named = tuple(DrawerName(each.drawer, each.unit, each.category) for each in given.openings)
    trace(work, given, Deeds(drawers=named))
    work.finish()
    return Disclosed(_overview(work, given))


def _overview(work: Work, given: Permit) -> Overview:
    case = given.gathered.case
    known = case or given.gathered.desk
    own = set() if case is None else {case.unit_id}
    return Overview(
        id=given.ask.client,
        code="" if known is None else code_of(work, known),
        case=None if case is None else case.id,
        units=tuple(sorted(own | {each.unit for each in given.openings})),
        drawers=tuple(DrawerView(each.unit, each.category, each.basis) for each in given.openings),
    )
