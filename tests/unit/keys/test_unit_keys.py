from tests.factories.house import House


def test_a_member_opens_the_unit(house: House) -> None:
    work = house.work_as("lea", "frauenhaus")
    assert work.alarms == []
