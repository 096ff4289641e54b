"""Withdraw all of a client's consents in one act, without being shown what they were."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.take_back import EVERYTHING, close_keys, surely, take_back, write_down
from caseflow.consents.withdrawn import Withdrawn, what_was_seen
from caseflow.database.column_types import unreadable
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import is_over
from caseflow.vault.contents import joined
from caseflow.vault.freeze_copies import stands
from caseflow.vault.permit import Ask, Deeds, Permit, permit
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def withdraw_everything(work: Work, actor: Actor, client: UUID) -> Done[Withdrawn] | Refused:
    """Withdraw every consent that is not over: at a desk, as officer, or with a case of hers."""
    return surely(work, actor, partial(_attempt, work, actor, client))


def _attempt(
    work: Work, actor: Actor, client: UUID, turning: UUID | None
) -> Done[Withdrawn] | Refused:
    given = permit(work, actor, Ask(Act.CONSENT_WITHDRAW, client))
    if isinstance(given, Refused):
        return given
    at = work.clock.now()
    # In ascending id, as every use of a basis goes: two requests never wait for each other.
    rows = sorted(given.gathered.consents.values(), key=lambda row: row.id)
    copied = _copied_under(given)
    running = [row for row in rows if not is_over(row, at) or row.id in copied]
    taken = [take_back(work, given, row, EVERYTHING) for row in running]
    taken += [write_down(work, given, consent) for consent in _forged(work, given)]
    keys = close_keys(work, given, turning)
    told = Deeds(details={"consents": str(len(taken))})
    trace_in_sheets(work, given, joined(*taken, keys, told))
    return Done(what_was_seen(work, given, running, at))


def _copied_under(given: Permit) -> set[UUID | None]:
    """Return the consents under which something was copied that stands: an expired one too.

    By itself it leaves the copy; whoever takes everything back takes that back as well.
    """
    drawers = given.gathered.drawers.values()
    return {drawer.copied_under for drawer in drawers if stands(drawer)}


def _forged(work: Work, given: Permit) -> list[UUID]:
    """Return the consents of the client whose row is not as it was recorded."""
    hers = Consent.client_id.in_(given.gathered.person.ids)
    found = work.session.scalars(select(Consent.id).where(hers))
    forged = set(found) - given.gathered.consents.keys()
    # An id that cannot be read is no name to write down, and nothing rests on it.
    return sorted(each for each in forged if not unreadable(each))
