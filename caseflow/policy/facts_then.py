"""Say what the facts about a client and a staff member were at the instant of an access."""

from dataclasses import replace
from uuid import UUID

from caseflow.policy.case_then import case_then, cases_then
from caseflow.policy.facts import (
    ConsentFact,
    DeskFact,
    EmergencyFact,
    ExceptionFact,
    Facts,
)
from caseflow.policy.past import Access, HandoverPast, Past
from caseflow.policy.then import (
    Her,
    Then,
    consent_then,
    membership_then,
    person_then,
    walled_then,
)
from caseflow.policy.validity import valid_at
from caseflow.vocabulary.bases import BasisKind


def facts_then(past: Past, access: Access, client: UUID, then: Then) -> Facts:
    """Return the facts about one client and whoever the access names."""
    her = person_then(past, client, then)
    cases = cases_then(past, access, her, then)
    desks = _desks(past, access, her, then)
    emergencies = _emergencies(past, access, her, then)
    handed_over = [
        each
        for each in past.handovers
        if each.client in her.ids and each.unit == access.unit and _waits(each, access, then)
    ]
    known = {each.client for each in cases} | {each.client for each in desks}
    known |= {each.client for each in emergencies} | {each.client for each in handed_over}
    if client not in known:
        cases, desks, emergencies, handed_over = [], [], [], []
    consents = _consents(past, her, then)
    carried = {each.id for each in consents if valid_at(each, then.at)}
    return Facts(
        membership=membership_then(past, access, then),
        case=case_then(past, access, cases, then),
        walled=walled_then(past, access.staff, her, then),
        drawers=tuple(
            replace(each.fact, frozen=then.ended(each.frozen_at))
            for each in past.drawers.values()
            if each.fact.client in her.ids
        ),
        consents=consents,
        emergencies=tuple(emergencies),
        desk=max(desks, key=lambda desk: desk.until, default=None),
        categories=past.categories,
        handed_over=any(each.consent in carried for each in handed_over),
        exceptions=_exceptions(past, access, her, then),
        same_person=frozenset(her.ids[1:]),
        partners=past.partners,
    )


def _desks(past: Past, access: Access, her: Her, then: Then) -> list[DeskFact]:
    named = {each.id for each in access.bases if each.kind is BasisKind.DESK}
    hers = [
        replace(each, until=then.later(each.until))
        for each in past.desks.values()
        if each.client in her.ids
        and (each.session, each.unit) == (access.session, access.unit)
        and then.held(each.opened_at, each.until)
        and each.id not in access.rows
    ]
    return [each for each in hers if each.id in named] or hers


def _emergencies(past: Past, access: Access, her: Her, then: Then) -> list[EmergencyFact]:
    return [
        replace(
            each,
            until=then.later(each.until),
            ended_at=None if each.ended_at is None else then.later(each.ended_at),
            unheard=her.unheard(each.client, each.declared_at),
        )
        for each in past.emergencies.values()
        if each.client in her.ids
        and (each.staff, each.unit) == (access.staff, access.unit)
        and then.held(each.declared_at, each.until)
        and not then.ended(each.ended_at)
    ]


def _consents(past: Past, her: Her, then: Then) -> tuple[ConsentFact, ...]:
    return tuple(
        consent_then(fact, her.unheard(of.client, of.since), then)
        for of, fact in past.consents.values()
        if of.client in her.ids
    )


def _exceptions(past: Past, access: Access, her: Her, then: Then) -> tuple[ExceptionFact, ...]:
    return tuple(
        replace(
            each,
            until=then.later(each.until),
            ended_at=None if each.ended_at is None else then.later(each.ended_at),
            unheard=her.unheard(each.client, each.declared_at),
        )
        for each in past.exceptions.values()
        if each.client in her.ids and each.unit == access.unit
    )


def _waits(handover: HandoverPast, access: Access, then: Then) -> bool:
    """Say whether a handover waited; one that the act itself decided did until then."""
    return handover.id in access.rows or then.held(handover.since, handover.until)
