"""Settle what is due, at the start of a request, bounded, in units of work of its own.

Whatever ends by time closes at its instant by policy; here its keys are taken back, drawers that
are due turn, keys that waited for this unit are handed out, and cards are filed.
"""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Exists, Select, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, intact, uses_of
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.policy.facts import ConsentFact
from caseflow.policy.preview import preview
from caseflow.policy.validity import lasts_beyond, part_withdrawn
from caseflow.vault.begin_again import begin_again
from caseflow.vault.emergencies import take_back
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import Standing, grant_pairs
from caseflow.vault.name_cards import file_inbox, inbox_of
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.permit import listed
from caseflow.vault.revocations import close_drawers
from caseflow.vault.turn import turn
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.ids import new_id

AT_ONCE = 8  # of each kind in one request: nobody waits long for what others left


def settle(work: Work, actor: Actor) -> None:
    """Do what is due and can be done with the acting unit's key.

    One statement finds out that there is nothing to do, which is the rule.
    """
    due = work.session.execute(select(*_questions(work, actor))).one()
    for step, is_due in zip(_STEPS, due, strict=True):
        if is_due:
            _in_own_work(work, actor, step)


def _questions(work: Work, actor: Actor) -> list[Exists]:
    """Return, for each step in order, whether it has anything to do."""
    here = (_due_drawers(actor), _waiting(actor), inbox_of(actor.unit))
    return [_over_consents(work).exists(), _over_emergencies(work).exists()] + [
        each.exists() for each in here
    ]


def _in_own_work(work: Work, actor: Actor, step: Callable[[Work, Actor], None]) -> None:
    try:
        step(work, actor)
    except (Stale, BrokenKey):
        # Another request is at it, it waits for a key, or something in a drawer is damaged: it
        # stays due, and nobody is kept from her work by it.
        begin_again(work)
        return
    work.finish()


def _over_consents(work: Work) -> Select[Consent]:
    return (
        select(Consent)
        .where(Consent.settled_at.is_(None), Consent.valid_until <= work.clock.now())
        .limit(AT_ONCE)
    )


def _over_emergencies(work: Work) -> Select[EmergencyAccess]:
    return (
        select(EmergencyAccess)
        .where(EmergencyAccess.settled_at.is_(None), EmergencyAccess.until <= work.clock.now())
        .limit(AT_ONCE)
    )


def _due_drawers(actor: Actor) -> Select[Drawer]:
    return (
        select(Drawer)
        .where(Drawer.unit_id == actor.unit, Drawer.turn_due.is_not(None))
        .limit(AT_ONCE)
    )


def _waiting(actor: Actor) -> Select[GrantDue]:
    return (
        select(GrantDue)
        .where(GrantDue.unit_id == actor.unit, GrantDue.done_at.is_(None))
        .limit(AT_ONCE)
    )


def _end_consents(work: Work, actor: Actor) -> None:
    now = work.clock.now()
    for consent in intact(work, work.session.scalars(_over_consents(work))):
        entry = new_id()
        change(work, consent, settled_at=now)
        facts = consent_facts(work, consent.client_id)
        drawers = drawers_of(work, consent.client_id)
        events = close_drawers(work, actor.unit, drawers, facts, entry)
        told = Trace(
            act=Act.CONSENT_EXPIRE,
            client=consent.client_id,
            ended=(UsedBasis(BasisKind.CONSENT, consent.id, uses_of(work, consent)),),
            rows=(digest_of(consent),),
            keys=listed(events),
            **by(actor),
        )
        record(work, told, entry)


def _end_emergencies(work: Work, actor: Actor) -> None:
    now = work.clock.now()
    for emergency in intact(work, work.session.scalars(_over_emergencies(work))):
        change(work, emergency, settled_at=now, ended_at=emergency.ended_at or emergency.until)
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


def _turn_due(work: Work, actor: Actor) -> None:
    for drawer in intact(work, work.session.scalars(_due_drawers(actor))):
        if bring_key(work, drawer, actor.unit) is not None:
            turn(work, consent_facts(work, drawer.client_id), drawer, new_id())


def _grant_due(work: Work, actor: Actor) -> None:
    for due in intact(work, work.session.scalars(_waiting(actor))):
        entry = new_id()
        events = _granted(work, actor, due, entry)
        change(work, due, done_at=work.clock.now())
        told = Trace(
            act=Act.KEY_GRANT,
            client=due.client_id,
            rows=(digest_of(due),),
            keys=listed(events),
            details={"consent": str(due.consent_id)},
            **by(actor),
        )
        record(work, told, entry)


def _granted(work: Work, actor: Actor, due: GrantDue, entry: UUID) -> tuple[KeyEvent, ...]:
    consents = consent_facts(work, due.client_id)
    fact = next((each for each in consents if each.id == due.consent_id), None)
    if fact is None or not lasts_beyond(fact, work.clock.now()):
        return ()
    opened = preview(fact.matrix, actor.unit, category_rules(work.configuration)).pairs
    mine = [pair for pair in opened if pair[0] == actor.unit and not _taken_back(work, fact, pair)]
    standing = Standing(consents, fact.id, entry)
    return grant_pairs(work, actor.unit, drawers_of(work, due.client_id), standing, mine)


def _taken_back(work: Work, fact: ConsentFact, pair: tuple[UUID, UUID, str]) -> bool:
    _, to_unit, category = pair
    return part_withdrawn(fact, to_unit, category, work.clock.now())


def _file_cards(work: Work, actor: Actor) -> None:
    file_inbox(work, actor.unit, AT_ONCE)


_STEPS = (_end_consents, _end_emergencies, _turn_due, _grant_due, _file_cards)
