import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import create, do
from tests.unit.vault.reading import log


def _rename(house: House, name: str, to: str) -> None:
    work = house.work()
    change(work, work.session.get_one(Staff, house.staff[name]), name=to)
    work.finish()


@pytest.fixture
def known(house: House) -> Known:
    """Return a client whom Lea has admitted."""
    return create(house, house.actor("lea", "beratung"), {"client_name": "Häddad, Amal"})


def _alarms(house: House) -> list[tuple[str, str]]:
    told = [each for each in log(house) if each["act"] == Act.ALARM_KIN]
    return [(each["staff"], each["client"]) for each in told]


def test_whoever_reads_of_her_own_surname_is_told_of_and_not_told(
    house: House, known: Known
) -> None:
    berta = house.actor("berta", "beratung")
    _rename(house, "berta", "Berta Haddad-Kurz")
    seen = do(house, berta, open_story, known.id)
    assert isinstance(seen, Disclosed)
    assert _alarms(house) == []
    _rename(house, "berta", "Berta Haeddad-Kurz")
    assert do(house, berta, open_story, known.id) == seen
    assert _alarms(house) == [(str(berta.staff), str(known.id))]


def test_the_intake_form_is_such_a_look_too(house: House, known: Known) -> None:
    berta = house.actor("berta", "beratung")
    _rename(house, "berta", "Häddad, Berta")
    assert isinstance(do(house, berta, open_intake, known.id), Disclosed)
    assert _alarms(house) == [(str(berta.staff), str(known.id))]
