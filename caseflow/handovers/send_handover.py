"""Propose a client to another unit, with a slip that is sealed to both."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.handovers.letters import SLIP, sealed_to_both
from caseflow.handovers.slip import Slip, WrittenSlip, read_slip
from caseflow.identity.units import unit_by_id
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.codes import code_of
from caseflow.vault.consent_states import IDENTITY, opened_now
from caseflow.vault.contents import joined
from caseflow.vault.identity_cards import own_card_text
from caseflow.vault.letters import resting_on
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import HandoverState
from caseflow.vocabulary.units import UnitKind


def send_handover(
    work: Work, actor: Actor, client: UUID, to_unit: UUID, consent: UUID | None, slip: Slip
) -> Done[UUID] | Invalid | Refused:
    """Send a handover and return its id; without a consent the slip says nothing of who she is.

    Raises Stale when others were faster again and again.
    """
    return again(work, partial(_attempt, work, actor, client, (to_unit, consent), slip))


def _attempt(
    work: Work, actor: Actor, client: UUID, way: tuple[UUID, UUID | None], slip: Slip
) -> Done[UUID] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.HANDOVER_SEND, client))
    if isinstance(given, Refused):
        return given
    to_unit, consent_id = way
    consent = None if consent_id is None else given.gathered.consents.get(consent_id)
    opened = _opened(work, given, to_unit, consent)
    today = local_day(work.clock.now(), work.configuration.zone)
    read = read_slip(slip, today, consented=consent_id is not None)
    problems = _check(work, actor, to_unit)
    if consent_id is not None and not opened:
        problems.append(Problem("consent", "opens_nothing"))
    if isinstance(read, tuple) or problems:
        begin_again(work)
        return Invalid((*problems, *(read if isinstance(read, tuple) else ())))
    return _send(work, given, to_unit, (consent, opened), read)


def _opened(work: Work, given: Permit, to_unit: UUID, consent: Consent | None) -> frozenset[str]:
    if consent is None:
        return frozenset()
    return opened_now(work, consent, given.actor.unit, to_unit, given.gathered.person)


def _check(work: Work, actor: Actor, to_unit: UUID) -> list[Problem]:
    unit = unit_by_id(work, to_unit)
    receives = unit is not None and unit.kind is not UnitKind.OVERSIGHT and unit.id != actor.unit
    return [] if receives else [Problem("to_unit", "not_a_choice")]


def _send(
    work: Work,
    given: Permit,
    to_unit: UUID,
    carrying: tuple[Consent | None, frozenset[str]],
    slip: WrittenSlip,
) -> Done[UUID]:
    consent, opened = carrying
    told = Deeds()
    if consent is not None:
        given = resting_on(work, given, consent)
        slip, told = _named(work, given, slip, opened)
    row = _row(work, given, to_unit, consent, slip)
    trace(work, given, joined(told, Deeds(rows=(digest_of(row),), details=_details(row))))
    return Done(row.id)


def _named(
    work: Work, given: Permit, slip: WrittenSlip, opened: frozenset[str]
) -> tuple[WrittenSlip, Deeds]:
    """Return the slip with who she is, as far as the consent opens it, and the trace of that."""
    case = given.gathered.case
    slip = replace(slip, code="" if case is None else code_of(work, case))
    if IDENTITY not in opened:
        return slip, Deeds()
    card, told = own_card_text(work, given)
    return replace(slip, name=card.name, birth_year=card.birth_year), told


def _row(
    work: Work, given: Permit, to_unit: UUID, consent: Consent | None, slip: WrittenSlip
) -> Handover:
    row, now, from_unit = new_id(), work.clock.now(), given.actor.unit
    mine, theirs = sealed_to_both(work, from_unit, to_unit, row, SLIP, slip.written())
    case = given.gathered.case
    handover = Handover(
        # Of her ids the one that the code on the slip is the code of.
        client_id=given.ask.client if case is None else case.client_id,
        id=row,
        from_unit=from_unit,
        to_unit=to_unit,
        consent_id=None if consent is None else consent.id,
        state=HandoverState.OPEN,
        slip_from=mine,
        slip_to=theirs,
        sent_by=given.actor.staff,
        sent_at=now,
        expires_at=now + work.configuration.limits.handover,
    )
    work.session.add(handover)
    work.session.flush()
    return handover


def _details(row: Handover) -> dict[str, str]:
    consent = {} if row.consent_id is None else {"consent": str(row.consent_id)}
    return {"handover": str(row.id), "to_unit": str(row.to_unit), **consent}
