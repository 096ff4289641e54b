from datetime import UTC, datetime

from sqlalchemy import update

from caseflow.database.tables.partners import PartnerRow
from caseflow.vault.gather import gather
from caseflow.vault.partners import all_partners, partner_fact, partner_row, with_partner
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented
from tests.factories.house import House
from tests.factories.partners import partner
from tests.factories.telling import Ready


def test_the_last_day_of_an_agreement_belongs_to_it(house: House) -> None:
    added = partner(house)
    work = house.work()
    row = partner_row(work, added)
    assert row is not None
    fact = partner_fact(row, house.around.configuration.zone)
    assert fact.agreed_from == datetime(2025, 12, 31, 23, tzinfo=UTC)
    assert fact.agreed_until == datetime(2027, 6, 30, 22, tzinfo=UTC)
    assert partner_row(work, new_id()) is None


def test_a_changed_row_names_nobody_and_is_an_alarm(house: House) -> None:
    added = partner(house)
    with house.sessions() as session:
        session.execute(update(PartnerRow).values(agreed_until=None))
        session.commit()
    work = house.work()
    assert all_partners(work) == ()
    assert partner_row(work, added) is None
    assert [alarm.row for alarm in work.alarms] == [added, added]


def test_the_partner_comes_with_the_consent_that_names_it(house: House) -> None:
    ready = Ready(house)
    ours = consented(house, ready.berta, ready.known, [house.units["frauenhaus"]], ["health"]).id
    work = house.work(ready.berta)
    gathered = gather(work, ready.berta, ready.known.id)
    assert with_partner(work, gathered, None) is gathered
    found = with_partner(work, gathered, ready.consent).facts.partners
    assert [each.id for each in found] == [ready.police]
    for consent in (ours, new_id()):
        assert with_partner(work, gathered, consent).facts.partners == ()
