"""Load partner organisations, each with its seal checked, and say whether they may be told now."""

import dataclasses
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.policy import outside
from caseflow.policy.facts import PartnerFact
from caseflow.vault.gather import Gathered
from caseflow.vocabulary.clock import end_of_day, start_of_day
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.partners import Partner


def with_partner(work: Work, gathered: Gathered, consent: UUID | None) -> Gathered:
    """Return the facts with the partner that a consent names; asked alike for every consent."""
    if consent is None:
        return gathered
    row = gathered.consents.get(consent)
    named = None if row is None else row.partner_id
    found = partner_row(work, named or new_id())
    partners = () if found is None else (partner_fact(found, work.configuration.zone),)
    facts = dataclasses.replace(gathered.facts, partners=partners)
    return dataclasses.replace(gathered, facts=facts)


def hold_partners(work: Work, gathered: Gathered) -> bool:
    """Say whether whom a decision saw is still as it was, and let nobody end it meanwhile.

    A partner is no basis of the act: its row is what telling it and its end wait for each other by.
    """
    return all(_held(work, fact) for fact in gathered.facts.partners)


def _held(work: Work, seen: PartnerFact) -> bool:
    hold = update(PartnerRow).where(PartnerRow.id == seen.id)
    found = select(PartnerRow).where(PartnerRow.id == seen.id)
    try:
        work.session.execute(
            hold.values(version=PartnerRow.version),
            execution_options={"synchronize_session": False},
        )
    except OperationalError:
        return False
    rows = work.session.scalars(found, execution_options={"populate_existing": True})
    return [partner_fact(row, work.configuration.zone) for row in intact(work, rows)] == [seen]


def partner_row(work: Work, partner: UUID) -> PartnerRow | None:
    """Return the row of a partner; None where there is none, or its seal is broken."""
    rows = intact(work, work.session.scalars(select(PartnerRow).where(PartnerRow.id == partner)))
    return next(iter(rows), None)


def partner_fact(row: PartnerRow, zone: ZoneInfo) -> PartnerFact:
    """Return a partner as a decision sees it: the last day of the agreement is included."""
    until = None if row.agreed_until is None else end_of_day(row.agreed_until, zone)
    return PartnerFact(row.id, start_of_day(row.agreed_from, zone), until, row.ended_at)


def all_partners(work: Work) -> tuple[Partner, ...]:
    """Return all partners whose seals hold, those that have ended too, by name."""
    rows = work.session.scalars(select(PartnerRow).order_by(PartnerRow.name, PartnerRow.id))
    return tuple(shown_partner(work, row) for row in intact(work, rows))


def shown_partner(work: Work, row: PartnerRow) -> Partner:
    """Return a partner as rooms hand it to each other."""
    fact = partner_fact(row, work.configuration.zone)
    return Partner(
        id=row.id,
        name=row.name,
        kind=row.kind,
        address=row.address,
        telephone=row.telephone,
        email=row.email,
        duties=row.duties,
        agreed_from=row.agreed_from,
        agreed_until=row.agreed_until,
        version=row.version,
        ended=row.ended_at is not None,
        runs=outside.cooperates(fact, work.clock.now()),
    )
