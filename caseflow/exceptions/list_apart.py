"""List who is kept apart: to a lead the pairs that her unit recorded, to the officers every one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.vault.apart_rows import all_apart, apart_of
from caseflow.vault.permit import Ask, Deeds, permit, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused


@dataclass(frozen=True, slots=True)
class ApartView:
    """A pair as a lead sees it who stands before one of both: not a word of the other."""

    id: UUID
    recorded_by: UUID
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as the officers see it: by ids alone, as the log names them."""

    id: UUID
    clients: tuple[UUID, UUID]
    unit: UUID
    recorded_by: UUID
    recorded_at: datetime


def list_apart(
    work: Work, actor: Actor, client: UUID
) -> Disclosed[tuple[ApartView, ...]] | Refused:
    """Return the standing pairs of a client that the acting unit recorded, the newest first."""
    given = permit(work, actor, Ask(Act.APART_READ, client))
    if isinstance(given, Refused):
        work.finish()
        return given
    pairs = _in_order(pair for pair in apart_of(work, client).pairs if pair.unit_id == actor.unit)
    trace(work, given, Deeds(details={"pairs": str(len(pairs))}))
    work.finish()
    return Disclosed(tuple(ApartView(row.id, row.recorded_by, row.recorded_at) for row in pairs))


def list_all_apart(work: Work, actor: Actor) -> Disclosed[tuple[PairView, ...]] | Refused:
    """Return every standing pair of the house to an officer, the newest first."""
    given = permit_member(work, actor, Act.APART_READ)
    if isinstance(given, Refused) or actor.role is not Role.OFFICER:
        role = Reason.NOT_YOUR_ROLE  # a lead's is the list of one client
        answer = given if isinstance(given, Refused) else refuse(work, given, role)
        work.finish()
        return answer
    pairs = _in_order(all_apart(work).pairs)
    shown = dict.fromkeys(each for pair in pairs for each in (pair.client_id, pair.other_id))
    trace(work, given, Deeds(clients=tuple(shown), details={"pairs": str(len(pairs))}))
    work.finish()
    return Disclosed(tuple(map(_view, pairs)))


def _in_order(pairs: Iterable[KeptApart]) -> list[KeptApart]:
    return sorted(pairs, key=lambda pair: (pair.recorded_at, pair.id), reverse=True)


def _view(row: KeptApart) -> PairView:
    both = (row.client_id, row.other_id)
    return PairView(row.id, both, row.unit_id, row.recorded_by, row.recorded_at)
