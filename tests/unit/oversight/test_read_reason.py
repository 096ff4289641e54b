import pytest
from sqlalchemy import select, update

from caseflow.database.tables.audit_log import Leaf, SealedReason
from caseflow.oversight import read_reason
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known, new_client
from tests.factories.emergencies import DANGER, declared
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.officers_walls import wall_off
from tests.unit.vault.reading import log, newest


@pytest.fixture
def position(house: House) -> int:
    """Return where the log tells of an emergency."""
    frieda = house.actor("frieda", "frauenhaus")
    declared(house, frieda, new_client(house, frieda), "health")
    integrated(house)
    with house.sessions() as session:
        of_emergency = Leaf.act == Act.EMERGENCY_DECLARE
        return session.scalars(select(Leaf.position).where(of_emergency)).one()


def test_an_officer_reads_it_and_that_is_an_entry(house: House, position: int) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = read_reason(house.work(olga), olga, position)
    assert answer == Disclosed(DANGER.written())
    assert newest(house, Act.REASON_READ)["details"]["position"] == str(position)


@pytest.mark.parametrize("away", [1, 1000])
def test_an_entry_without_a_reason_and_none_are_refused(
    house: House, position: int, away: int
) -> None:
    olga = house.actor("olga", "datenschutz")
    at = position - 1 if away == 1 else position + away
    assert read_reason(house.work(olga), olga, at) == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.REASON_READ)["decision"] == "refused"


def test_another_text_than_the_log_names_is_an_alarm(house: House, position: int) -> None:
    olga = house.actor("olga", "datenschutz")
    with house.sessions() as session:
        session.execute(update(SealedReason).values(sealed=b"another"))
        session.commit()
    assert read_reason(house.work(olga), olga, position) == Disclosed(None)
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "sealed_reasons"


def test_a_text_that_is_gone_is_an_alarm(house: House, position: int) -> None:
    olga = house.actor("olga", "datenschutz")
    with house.sessions() as session:
        session.delete(session.scalars(select(SealedReason)).one())
        session.commit()
    assert read_reason(house.work(olga), olga, position) == Disclosed(None)
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "sealed_reasons"


def test_a_text_that_does_not_open_is_an_alarm(
    house: House, position: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    monkeypatch.setattr("caseflow.vault.reasons.PURPOSE", "another")
    assert read_reason(work, olga, position) == Disclosed(None)
    assert newest(house, Act.ALARM_KEY)


def test_nobody_but_an_officer_reads_it(house: House, position: int) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    answer = read_reason(house.work(frieda), frieda, position)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)


def test_what_went_with_an_erased_client_is_no_alarm(house: House, position: int) -> None:
    with house.sessions() as session:
        client = session.scalars(select(Leaf.client_id).where(Leaf.position == position)).one()
    assert client is not None
    erased(house, client)
    olga = house.actor("olga", "datenschutz")
    assert read_reason(house.work(olga), olga, position) == Disclosed("")
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]


def test_what_was_said_of_a_client_behind_a_wall_is_for_another_officer(
    house: House, position: int
) -> None:
    olga = house.actor("olga", "datenschutz")
    with house.sessions() as session:
        client = session.scalars(select(Leaf.client_id).where(Leaf.position == position)).one()
    assert client is not None
    wall_off(house, Known(client, ""))
    assert read_reason(house.work(olga), olga, position) == Refused(Reason.NOT_OPEN)
