from caseflow.subject_rights.retention.due import Listed
from caseflow.subject_rights.retention.find_due import (
    find_kept,
    is_due,
    kept_for_her,
    still_due,
)
from tests.factories.house import House
from tests.factories.retention import closed_client, held, years_later


def test_a_listed_file_is_due_still_until_it_is_held(house: House) -> None:
    known = closed_client(house)
    work = house.work()
    [due] = find_kept(work)
    assert not is_due(work, due)
    years_later(house, 5)
    assert is_due(work, due)
    assert still_due(work, Listed.of(due.listed()))
    olga = house.actor("olga", "datenschutz")
    assert kept_for_her(work, olga, [due]) == (due,)
    work.finish()
    held(house, known.id)
    work = house.work()
    assert not still_due(work, Listed.of(due.listed()))
    work.finish()
