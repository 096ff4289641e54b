from dataclasses import replace

from caseflow.identity.note_guessing import note_guessing
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import entries, the_entry


def test_the_last_free_failure_is_told_and_no_other(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    free = work.configuration.limits.login.free
    for tries in range(free + 10):
        note_guessing(work, tries, berta)
    told = the_entry(work, Act.ALARM_GUESSING)
    assert told["staff"] == str(berta)
    assert told["details"] == {"failures": str(free)}


def test_an_unknown_person_is_not_named(house: House) -> None:
    work = house.work()
    note_guessing(work, work.configuration.limits.login.free, None)
    told = the_entry(work, Act.ALARM_GUESSING)
    assert told["details"]["unknown"] == "yes"
    assert "staff" not in told


def test_where_no_failure_is_free_the_first_one_is_told(house: House) -> None:
    limits = house.around.configuration.limits
    none_free = replace(limits, login=replace(limits.login, free=0))
    work = house.work()
    work.configuration = replace(work.configuration, limits=none_free)
    for tries in range(4):
        note_guessing(work, tries, None)
    assert len(entries(work, Act.ALARM_GUESSING)) == 1
