"""What a consent that names a partner leads where, and what of it may be told now."""

from uuid import UUID

from sqlalchemy import select

from caseflow.consents.take_back import Choice
from caseflow.database.tables.consents import Consent
from caseflow.vault.consent_states import leads, still_open
from caseflow.vault.gather import consent_facts
from tests.factories.clients import consented
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.telling import Ready


def told(ready: Ready, consent: UUID, unit: UUID) -> frozenset[str]:
    work = ready.house.work()
    facts = consent_facts(work, ready.known.id)
    found = still_open(work, facts, {consent}, (unit, ready.police))
    work.put_away()
    return found


def test_it_leads_to_the_partner_and_to_no_unit(house: House) -> None:
    ready = Ready(house)
    work = house.work()
    consent = work.session.scalars(select(Consent).where(Consent.id == ready.consent)).one()
    unit = ready.berta.unit
    assert leads(consent, unit, ready.police, "violence")
    assert not leads(consent, unit, ready.police, "health")
    assert not leads(consent, house.units["wohnen"], ready.police, "violence")
    assert not leads(consent, unit, house.units["frauenhaus"], "violence")


def test_what_was_taken_back_may_not_be_told_any_more(house: House) -> None:
    ready = Ready(house)
    assert told(ready, ready.consent, ready.berta.unit) == {"identity", "violence"}
    assert told(ready, ready.consent, house.units["wohnen"]) == frozenset()
    part = Choice(categories=frozenset({"violence"}))
    took_back(house, ready.berta, ready.known, ready.consent, part)
    assert told(ready, ready.consent, ready.berta.unit) == {"identity"}


def test_a_consent_for_units_tells_nobody_outside(house: House) -> None:
    ready = Ready(house)
    ours = consented(house, ready.berta, ready.known, [house.units["wohnen"]], ["violence"])
    assert told(ready, ours.id, ready.berta.unit) == frozenset()
