"""Settle what waits for a unit's key: drawers that turn, and keys promised to others."""

from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import ExceptionAgreement
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.policy.facts import ConsentFact
from caseflow.policy.preview import preview
from caseflow.policy.validity import part_withdrawn
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.contents import joined
from caseflow.vault.exception_keys import hand_out
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import Standing, grant_pairs
from caseflow.vault.honoured import honoured
from caseflow.vault.identity_cards import send_after_grant
from caseflow.vault.majority import bind_to_majority, told_in_drawer
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.row_by_row import Due, Pace, row_by_row
from caseflow.vault.suspended import is_suspended
from caseflow.vault.turn_behind import turn_due
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id

_UNIT: BindParameter[UUID] = bindparam("unit")
DRAWERS = Due(Drawer, (Drawer.unit_id == _UNIT, Drawer.turn_due.is_not(None)), Drawer.turn_due)
GRANTS = Due(GrantDue, (GrantDue.unit_id == _UNIT, GrantDue.done_at.is_(None)), GrantDue.due_since)
AGREED = Due(
    ExceptionAgreement,
    (ExceptionAgreement.unit_id == _UNIT, ExceptionAgreement.done_at.is_(None)),
    ExceptionAgreement.agreed_at,
)


def settle_with_key(work: Work, actor: Actor, pace: Pace | None = None) -> int:
    """Do what is due with the acting unit's key; return how many rows were settled."""
    at = () if pace is None else (pace,)
    settled = row_by_row(work, actor, DRAWERS, turn_due, *at)
    if is_suspended(work):
        return settled  # keys that are promised stay due: what promised them may have ended since
    settled += row_by_row(work, actor, GRANTS, _grant_due, *at)
    return settled + row_by_row(work, actor, AGREED, hand_out, *at)


def _grant_due(work: Work, actor: Actor, due: GrantDue) -> bool:
    entry = new_id()
    events = _granted(work, actor, due, entry)
    bound = _bind(work, actor, due)
    change(work, due, done_at=work.clock.now())
    told = Trace(
        act=Act.KEY_GRANT,
        client=due.client_id,
        drawers=bound.drawers,
        fields=bound.fields,
        rows=(digest_of(due), *bound.rows),
        keys=listed(events),
        details={"consent": str(due.consent_id)},
        **by(actor),
    )
    record(work, told, entry)
    return True


def _bind(work: Work, actor: Actor, due: GrantDue) -> Deeds:
    """End a guardian's consent at her majority, if the acting unit has known the day before it."""
    where = (Consent.client_id == due.client_id, Consent.id == due.consent_id)
    found = select(Consent).where(*where, Consent.majority_at.is_not(None))
    consents = intact(work, work.session.scalars(found))
    told = [told_in_drawer(work, drawer) for drawer in _identity(work, actor, due) if consents]
    seen = joined(*(deeds for _, deeds in told))
    days = [day for day, _ in told if day is not None]
    return joined(seen, bind_to_majority(work, actor, consents, min(days))) if days else seen


def _identity(work: Work, actor: Actor, due: GrantDue) -> list[Drawer]:
    """Return where the acting unit may know her day of birth from, copies that stand too."""
    return [
        drawer
        for drawer in drawers_of(work, due.client_id)
        if (drawer.unit_id, drawer.category) == (actor.unit, IDENTITY) and drawer.frozen_at is None
    ]


def _granted(work: Work, actor: Actor, due: GrantDue, entry: UUID) -> tuple[KeyEvent, ...]:
    consents = honoured(work, due.client_id, consent_facts(work, due.client_id))
    fact = next((each for each in consents if each.id == due.consent_id), None)
    if fact is None:
        return ()
    opened = preview(fact.matrix, actor.unit, category_rules(work.configuration)).pairs
    mine = [pair for pair in opened if pair[0] == actor.unit and not _taken_back(work, fact, pair)]
    standing = Standing(consents, fact.id, entry)
    # The trustee opens none here: this is no act that somebody records.
    own = [drawer for drawer in drawers_of(work, due.client_id) if drawer.unit_id == actor.unit]
    events = grant_pairs(work, actor.unit, own, standing, mine)
    send_after_grant(work, actor.unit, own, fact)
    return events


def _taken_back(work: Work, fact: ConsentFact, pair: tuple[UUID, UUID, str]) -> bool:
    _, to_unit, category = pair
    return part_withdrawn(fact, to_unit, category, work.clock.now())
