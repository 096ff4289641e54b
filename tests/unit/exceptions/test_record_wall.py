from sqlalchemy import select

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import declare_emergency, record_wall
from caseflow.vault.bases import use_all
from caseflow.vault.gather import gather
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read, texts


def test_the_walled_never_meets_her_again_and_is_not_told_why(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    write(house, frieda, known, entry("von ihr selbst"))
    work = house.work(lea)
    answer = record_wall(work, lea, known.id, frieda.staff)
    work.finish()
    assert isinstance(answer, Done)
    told = newest(house, Act.WALL_RECORD)["details"]
    assert told["wall"] == str(answer.value)
    assert str(frieda.staff) not in str(told)
    assert read(house, frieda, known) == Refused(Reason.NOT_OPEN)
    assert read(house, frieda, known) == read(house, frieda, type(known)(new_id(), known.code))
    work = house.work(frieda)
    shut = declare_emergency(work, frieda, known.id, DANGER, frozenset({"health"}))
    work.finish()
    assert shut == Refused(Reason.NOT_OPEN)
    assert texts(read(house, lea, known)) == ["von ihr selbst"]


def test_every_open_case_of_hers_is_read_anew(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    lea = house.actor("lea", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    reading = house.work(berta)
    before = gather(reading, berta, known.id)
    reading.finish()
    assert before.case is not None
    work = house.work(lea)
    record_wall(work, lea, known.id, berta.staff)
    work.finish()
    with house.sessions() as session:
        assert set(session.scalars(select(Case.generation))) == {1}
    basis = Basis(BasisKind.OWN_UNIT, before.case.id)
    assert use_all(house.work(), before, (basis,)) is None


def test_what_the_walled_declared_ends_with_its_keys(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    lea = house.actor("lea", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health").id
    work = house.work(lea)
    record_wall(work, lea, known.id, frieda.staff)
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(EmergencyAccess)).one().ended_at is not None
        to_staff = select(Envelope.id).where(Envelope.reader == KeyReader.STAFF)
        assert session.scalars(to_staff).all() == []
    ended = newest(house, Act.WALL_RECORD)["ended"]
    assert [each["id"] for each in ended] == [str(emergency)]


def test_a_wall_that_stands_stays_the_one(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    work = house.work(lea)
    first = record_wall(work, lea, known.id, frieda.staff)
    second = record_wall(work, lea, known.id, frieda.staff)
    work.finish()
    assert first == second
    with house.sessions() as session:
        assert len(session.scalars(select(Wall)).all()) == 1
    assert [each["act"] for each in log(house)][-2:] == [Act.WALL_RECORD, Act.WALL_RECORD]


def test_nobody_unknown_is_walled(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    known = new_client(house, lea)
    answer = record_wall(house.work(lea), lea, known.id, new_id())
    assert answer == Invalid((Problem("staff", "unknown_staff"),))


def test_a_caseworker_does_not_wall_a_colleague_out(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    answer = record_wall(house.work(frieda), frieda, known.id, lea.staff)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
