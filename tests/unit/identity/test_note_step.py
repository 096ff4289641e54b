from caseflow.identity.note_step import note_step
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import the_entry


def test_the_first_step_is_traced(house: House) -> None:
    work = house.work()
    note_step(work, house.staff["berta"])
    assert the_entry(work, Act.LOGIN_STEP)["staff"] == str(house.staff["berta"])
