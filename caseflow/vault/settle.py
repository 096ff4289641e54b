"""Settle what is due, at the start of a request, bounded, in units of work of its own.

Whatever ends by time closes at its instant by policy; here its keys are taken back, drawers that
are due turn, keys that waited for this unit are handed out, and cards are filed.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, intact, uses_of
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, ExceptionAgreement, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.policy.facts import ConsentFact
from caseflow.policy.preview import preview
from caseflow.policy.validity import part_withdrawn
from caseflow.vault.build_index import UNBUILT
from caseflow.vault.card_inbox import INBOX
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.contents import joined
from caseflow.vault.destroy_copies import COPIES, destroy_copy
from caseflow.vault.emergencies import take_back
from caseflow.vault.end_consent import end_consent
from caseflow.vault.exception_keys import end_by_time, hand_out
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import Standing, grant_pairs
from caseflow.vault.honoured import honoured
from caseflow.vault.identity_cards import send_after_grant
from caseflow.vault.majority import bind_to_majority, told_in_drawer
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.row_by_row import Due, asked_of, row_by_row
from caseflow.vault.settle_cards import settle_cards
from caseflow.vault.turn_behind import turn_due
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id

# Built once: every request asks whether anything is due.
_UNIT: BindParameter[UUID] = bindparam("unit")
_NOW: BindParameter[datetime] = bindparam("now")
_CONSENTS = Due(
    Consent, (Consent.settled_at.is_(None), Consent.valid_until <= _NOW), Consent.valid_until
)
_MAJORITIES = Due(
    Consent, (Consent.settled_at.is_(None), Consent.majority_at <= _NOW), Consent.majority_at
)
_EMERGENCIES = Due(
    EmergencyAccess,
    (EmergencyAccess.settled_at.is_(None), EmergencyAccess.until <= _NOW),
    EmergencyAccess.until,
)
_EXCEPTIONS = Due(
    LawfulException,
    (LawfulException.settled_at.is_(None), LawfulException.until <= _NOW),
    LawfulException.until,
)
_DRAWERS = Due(Drawer, (Drawer.unit_id == _UNIT, Drawer.turn_due.is_not(None)), Drawer.turn_due)
_GRANTS = Due(GrantDue, (GrantDue.unit_id == _UNIT, GrantDue.done_at.is_(None)), GrantDue.due_since)
_AGREED = Due(
    ExceptionAgreement,
    (ExceptionAgreement.unit_id == _UNIT, ExceptionAgreement.done_at.is_(None)),
    ExceptionAgreement.agreed_at,
)
_ANYTHING = select(
    _CONSENTS.exists(),
    _MAJORITIES.exists(),
    _EMERGENCIES.exists(),
    _EXCEPTIONS.exists(),
    _DRAWERS.exists(),
    _GRANTS.exists(),
    _AGREED.exists(),
    COPIES.exists(),
    INBOX.exists(),
    UNBUILT.exists(),
)


def settle(work: Work, actor: Actor) -> None:
    """Do what is due and can be done with the acting unit's key.

    One statement finds out that there is nothing to do, which is the rule.
    """
    keys = ring(work).unit
    asked = {**asked_of(work, actor), "unit_key": b"" if keys is None else keys.key_id}
    if not any(work.session.execute(_ANYTHING, asked).one()):
        return
    row_by_row(work, actor, _CONSENTS, _end_consent)
    row_by_row(work, actor, _MAJORITIES, _end_consent)
    row_by_row(work, actor, _EMERGENCIES, _end_emergency)
    row_by_row(work, actor, _EXCEPTIONS, end_by_time)
    row_by_row(work, actor, COPIES, destroy_copy)
    row_by_row(work, actor, _DRAWERS, turn_due)  # those too that fell due just now
    row_by_row(work, actor, _GRANTS, _grant_due)
    row_by_row(work, actor, _AGREED, hand_out)
    settle_cards(work, actor)


def _end_consent(work: Work, actor: Actor, consent: Consent) -> bool:
    end_consent(work, actor, consent)
    return True


def _end_emergency(work: Work, actor: Actor, emergency: EmergencyAccess) -> bool:
    ended_at = emergency.ended_at or emergency.until
    change(work, emergency, settled_at=work.clock.now(), ended_at=ended_at)
    events = take_back(work, emergency)
    told = Trace(
        act=Act.EMERGENCY_END,
        client=emergency.client_id,
        ended=(UsedBasis(BasisKind.EMERGENCY, emergency.id, uses_of(work, emergency)),),
        rows=(digest_of(emergency),),
        keys=listed(events),
        **by(actor),
    )
    record(work, told)
    return True


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
