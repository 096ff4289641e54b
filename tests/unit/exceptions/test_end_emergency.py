from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.exceptions import end_emergency
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest, read, texts


def test_it_is_over_at_once_with_its_keys(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    answer = declared(house, frieda, known, "health")
    assert texts(read(house, frieda, known)) == ["Asthma"]
    work = house.work(frieda)
    assert end_emergency(work, frieda, known.id, answer.id) == Done(None)
    work.finish()
    assert texts(read(house, frieda, known)) == []
    with house.sessions() as session:
        to_staff = select(Envelope.id).where(Envelope.reader == KeyReader.STAFF)
        assert session.scalars(to_staff).all() == []
        health = session.scalars(select(Drawer).where(Drawer.category == "health")).one()
        assert health.turn_due is not None


def test_the_trace_tells_its_last_use(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    answer = declared(house, frieda, known, "health")
    read(house, frieda, known)
    work = house.work(frieda)
    end_emergency(work, frieda, known.id, answer.id)
    work.finish()
    told = newest(house, Act.EMERGENCY_END)
    # One reading, and the ending itself, for which she stands on it.
    assert told["ended"] == [{"kind": "emergency", "id": str(answer.id), "use": 2}]


def test_an_unknown_one_an_ended_one_and_anothers_are_refused(
    house: House, clock: StoppedClock
) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    first = declared(house, frieda, known, "health")
    clock.advance(timedelta(minutes=1))
    declared(house, frieda, known, "health")
    work = house.work(frieda)
    assert end_emergency(work, frieda, known.id, new_id()) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.EMERGENCY_END)["decision"] == "refused"
    work = house.work(frieda)
    assert end_emergency(work, frieda, known.id, first.id) == Done(None)
    assert end_emergency(work, frieda, known.id, first.id) == Refused(Reason.TOO_LATE)
    work.finish()
    work = house.work(lea)
    assert end_emergency(work, lea, known.id, first.id) == Refused(Reason.NOT_OPEN)
