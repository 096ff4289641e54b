"""Work out from policy who gets an envelope when a drawer's key is born or turned."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.policy.copies import copy_readers
from caseflow.policy.facts import ConsentFact, DrawerFact
from caseflow.policy.reach import reaches
from caseflow.policy.readers import readers
from caseflow.vault.exception_rows import readers_by_exception
from caseflow.vault.facts_of_rows import category_rules, drawer_fact
from caseflow.vault.honoured import Honoured, honoured_emergencies
from caseflow.vault.same_person import person_of
from caseflow.vault.suspended import stays_suspended


def reader_plan(
    work: Work, running: Honoured, client: UUID, unit: UUID, category: str
) -> ReaderPlan:
    """Return to whom the key goes of a drawer that a unit keeps about a category, with their bases.

    While sharing is suspended to nobody else: what opened it to others may have ended since.
    """
    if stays_suspended(work):
        return newcomer_plan(work, unit, category)
    return _reader_plan(work, running, client, unit, category)


def plan_of(work: Work, running: Honoured, drawer: Drawer) -> ReaderPlan:
    """Return to whom the key goes of a drawer that is there, be it one of copies."""
    if drawer.copied_from is not None:
        return copy_plan(work, running, drawer_fact(drawer))
    return reader_plan(work, running, drawer.client_id, drawer.unit_id, drawer.category)


def copy_plan(work: Work, running: Honoured, copy: DrawerFact) -> ReaderPlan:
    """Return to whom the key goes of a drawer of copies, while sharing is suspended to nobody."""
    return _copy_plan(work, Honoured(()) if stays_suspended(work) else running, copy)


def units_let_in(work: Work, running: Honoured, drawer: Drawer) -> frozenset[UUID]:
    """Return the other units that may keep the key of a drawer which they have, suspended or not.

    What was suspended goes on one day: a withdrawal meanwhile takes nobody's key but its own.
    """
    if drawer.copied_from is not None:
        return frozenset(_copy_plan(work, running, drawer_fact(drawer)).units)
    whose = drawer.client_id, drawer.unit_id, drawer.category
    return frozenset(_reader_plan(work, running, *whose).units)


def _reader_plan(
    work: Work, running: Honoured, client: UUID, unit: UUID, category: str
) -> ReaderPlan:
    now = work.clock.now()
    plan = readers(unit, category, running, category_rules(work.configuration), now)
    by_exception = readers_by_exception(work, client, unit, category)
    by_consent = {reader: _basis(running, unit, reader, category) for reader in plan.units}
    return ReaderPlan(
        units={**by_exception, **by_consent},
        staff=_declarers(work, client, category),
        trustee=plan.trustee,
        recovery=plan.recovery,
    )


def _copy_plan(work: Work, running: Honoured, copy: DrawerFact) -> ReaderPlan:
    """Return the readers of a drawer of copies: nobody without consent, in no emergency either."""
    plan = copy_readers(copy, running, category_rules(work.configuration), work.clock.now())
    units = {reader: _basis(running, copy.unit, reader, copy.category) for reader in plan.units}
    return ReaderPlan(units, trustee=plan.trustee, recovery=plan.recovery)


def newcomer_plan(work: Work, unit: UUID, category: str) -> ReaderPlan:
    """Return the readers of a drawer of a client whom nobody else knows of yet."""
    plan = readers(unit, category, (), category_rules(work.configuration), work.clock.now())
    return ReaderPlan(dict.fromkeys(plan.units), trustee=plan.trustee, recovery=plan.recovery)


def emergency_categories(work: Work) -> frozenset[str]:
    """Return what an emergency can open: the trustee must have the key to hand it out."""
    rules = work.configuration
    return (rules.emergency_categories & rules.trustee_categories) - rules.closed_categories


def _basis(consents: Iterable[ConsentFact], unit: UUID, reader: UUID, category: str) -> UUID | None:
    """Return the consent by which a reader is one: the newest, as the decision chooses."""
    fitting = [consent for consent in consents if reaches(consent.matrix, unit, reader, category)]
    newest = max(fitting, key=lambda consent: (consent.recorded_at, consent.id), default=None)
    return None if newest is None else newest.id


def _declarers(work: Work, client: UUID, category: str) -> Mapping[UUID, UUID | None]:
    """Return whoever has a running emergency that opens this category of one record of hers."""
    if category not in emergency_categories(work):
        return {}
    person = person_of(work, client)
    found = work.session.scalars(
        select(EmergencyAccess).where(
            EmergencyAccess.client_id.in_(person.ids),
            EmergencyAccess.ended_at.is_(None),
            EmergencyAccess.until > work.clock.now(),
        )
    )
    opening = [
        each
        for each in intact(work, found)
        if category in each.categories
        and client not in person.unheard(each.client_id, each.declared_at)
    ]
    return {each.staff_id: each.id for each in honoured_emergencies(work, client, opening)}
