"""List what waits for a second person, and to the officers the tombstones."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import may_know, state_of
from caseflow.subject_rights.erasure.erasure_views import ErasureView, view_of_erasure
from caseflow.subject_rights.erasure.last_copy import load_backups
from caseflow.subject_rights.erasure.told_before import load_overtaken
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import Deeds, permit_member
from caseflow.vault.same_person import everybody
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.retention import ErasureState

_NAMED = 1000  # of clients in one entry of the log


def list_erasures(
    work: Work, actor: Actor, *, done: bool = True
) -> Disclosed[tuple[ErasureView, ...]] | Refused:
    """Return them, the newest first; to a lead those of clients of her unit that wait.

    Without those that are `done` the log names no tombstone, either.
    """
    given = permit_member(work, actor, Act.ERASURE_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = select(Erasure).order_by(Erasure.proposed_at.desc(), Erasure.id)
    sound = intact(work, work.session.scalars(found))
    rows = [row for row in sound if done or state_of(row) is ErasureState.WAITING]
    hidden = hidden_clients(work, actor, {row.client_id for row in rows})
    open_ones = _there(work) if actor.role is Role.OFFICER else _of_unit(work, actor.unit)
    seen = [row for row in rows if row.client_id not in hidden and _seen(actor, row, open_ones)]
    backups, overtaken = load_backups(work), load_overtaken(work)
    views = tuple(view_of_erasure(work, actor, row, backups, overtaken) for row in seen)
    shown = tuple(dict.fromkeys(view.client for view in views))[:_NAMED]
    trace_in_sheets(work, given, Deeds(clients=shown, details={"erasures": str(len(views))}))
    work.finish()
    return Disclosed(views)


def _seen(actor: Actor, row: Erasure, open_ones: set[UUID]) -> bool:
    """Say whether it is listed: of what waits, only while there is somebody to erase."""
    waits = state_of(row) is ErasureState.WAITING
    if waits and row.client_id not in open_ones:
        return False
    return may_know(actor, row) and (waits or actor.role is Role.OFFICER)


def _there(work: Work) -> set[UUID]:
    return set(work.session.scalars(select(Client.id)))


def _of_unit(work: Work, unit: UUID) -> set[UUID]:
    """Return the clients of a unit, under all their ids."""
    people = everybody(work)
    known = work.session.scalars(select(Case.client_id).where(Case.unit_id == unit))
    return _all_ids(people.who(client).ids for client in known)


def _all_ids(found: Iterable[Iterable[UUID]]) -> set[UUID]:
    return {each for ids in found for each in ids}
