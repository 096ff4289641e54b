from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.exceptions import end_emergency
from caseflow.vault.gather import consent_facts
from caseflow.vault.honoured import honoured, honoured_emergencies
from caseflow.vault.same_person import Person, person_of
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.declarations import took_back
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.factories.merges import merged

EARLIER = Alarm.of_key("drawers", UUID(int=1))


@pytest.fixture
def known(house: House) -> Known:
    return new_client(house, house.actor("berta", "beratung"))


def agreed(house: House, known: Known, category: str = "violence") -> Consent:
    berta = house.actor("berta", "beratung")
    return consented(house, berta, known, [house.units["frauenhaus"]], [category])


def running(house: House, known: Known) -> set[UUID]:
    work = house.work()
    found = honoured(work, known.id, consent_facts(work, known.id))
    assert work.alarms == []
    work.put_away()
    return {each.id for each in found}


def test_those_that_run_are_left(house: House, known: Known, clock: StoppedClock) -> None:
    one, other = agreed(house, known), agreed(house, known, "health")
    assert running(house, known) == {one.id, other.id}
    took_back(house, house.actor("berta", "beratung"), known, one.id)
    assert running(house, known) == {other.id}
    clock.advance(timedelta(days=400))
    assert running(house, known) == set()


def test_one_that_is_taken_back_meanwhile_is_a_lost_race(house: House, known: Known) -> None:
    one = agreed(house, known)
    work = house.work()
    before = consent_facts(work, known.id)
    work.finish()
    took_back(house, house.actor("berta", "beratung"), known, one.id)
    with pytest.raises(Stale):
        honoured(work, known.id, before)
    assert work.alarms == []


def test_an_emergency_that_ends_meanwhile_is_a_lost_race(house: House, known: Known) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health").id
    work = house.work()
    before = work.session.query(EmergencyAccess).all()
    assert honoured_emergencies(work, known.id, before) == before
    work.finish()
    ending = house.work(frieda)
    assert end_emergency(ending, frieda, known.id, emergency) == Done(None)
    ending.finish()
    with pytest.raises(Stale):
        honoured_emergencies(work, known.id, before)
    assert work.alarms == []
    work.put_away()
    with house.sessions.begin() as session:  # somebody puts it back
        session.execute(update(EmergencyAccess).values(ended_at=None))
    work = house.work()
    back = work.session.query(EmergencyAccess).all()
    work.alarms.append(EARLIER)
    assert honoured_emergencies(work, known.id, back) == []
    assert work.alarms == [EARLIER, Alarm.of_seal("emergency_accesses", emergency)]


def test_one_that_is_put_back_is_an_alarm(house: House, known: Known) -> None:
    one, other = agreed(house, known), agreed(house, known, "health")
    with house.sessions() as session:
        row = session.get_one(Consent, (known.id, one.id))
        once = {each.key: getattr(row, each.key) for each in Consent.__table__.columns}
    took_back(house, house.actor("berta", "beratung"), known, one.id)
    with house.sessions.begin() as session:
        session.execute(update(Consent).where(Consent.id == one.id).values(**once))
    work = house.work()
    found = honoured(work, known.id, consent_facts(work, known.id))
    assert [each.id for each in found] == [other.id]
    assert work.alarms == [Alarm.of_seal("consents", one.id)]


def test_where_a_merge_that_the_log_knows_is_gone_nothing_is_honoured(
    house: House, known: Known
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    agreed(house, known)
    merge = merged(house, berta, lea, known, new_client(house, berta))
    with house.sessions.begin() as session:
        session.execute(delete(Merge))
    work = house.work()
    facts = consent_facts(work, known.id)
    work.alarms.append(EARLIER)
    assert honoured(work, known.id, facts) == ()
    assert work.alarms == [EARLIER, Alarm.of_seal("merges", merge)]


def test_one_who_is_merged_meanwhile_is_a_lost_race(
    house: House, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    agreed(house, known)
    merged(house, berta, lea, known, new_client(house, berta))
    work = house.work()
    facts = consent_facts(work, known.id)
    looks = [Person((known.id,), ever=frozenset({known.id}))]

    def look(work: Work, client: UUID) -> Person:
        return looks.pop() if looks else person_of(work, client)

    monkeypatch.setattr("caseflow.vault.honoured.person_of", look)
    with pytest.raises(Stale):
        honoured(work, known.id, facts)
    assert work.alarms == []
