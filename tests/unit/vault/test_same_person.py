"""Who is one person, by the rows that say so; a row that is not as it was sealed says nothing."""

from datetime import datetime
from operator import attrgetter

import pytest
from sqlalchemy import event, update

from caseflow.database.tables.merges import Merge
from caseflow.policy.merging import NOBODY
from caseflow.vault.gather import consent_facts
from caseflow.vault.same_person import everybody, known_as, person_of, whose
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, new_client
from tests.factories.house import House
from tests.factories.merges import merged, proposed, undone


@pytest.fixture
def three(house: House) -> tuple[Known, Known, Known]:
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta), new_client(house, berta)


def test_all_that_are_one_person_are_found_from_each(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, third = three
    agreed = {merged(house, berta, lea, one, other), merged(house, berta, lea, third, other)}
    work = house.work()
    people = everybody(work)
    for known in three:
        person = person_of(work, known.id)
        assert person.ids[0] == known.id
        assert set(person.ids) == person.ever == {each.id for each in three}
        assert not person.doubtful
        assert person.by == agreed
        in_order = attrgetter("at", "first", "second")
        assert len(person.merges) == 2
        assert list(person.merges) == sorted(person.merges, key=in_order)
        assert people.who(known.id) == person
    assert people.merged == {each.id for each in three}


def test_what_waits_or_was_undone_makes_nobody_one(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, third = three
    undone(house, lea, merged(house, berta, lea, one, other))
    proposed(house, berta, one, third)
    fourth = new_client(house, berta)
    merged(house, berta, lea, third, fourth)
    work = house.work()
    person = person_of(work, one.id)
    assert person.ids == (one.id,)
    assert person.ever == {one.id, other.id}
    assert person.merges == ()
    assert everybody(work).who(one.id) == person
    assert everybody(work).who(third.id).ever == {third.id, fourth.id}


def test_of_an_unknown_id_there_is_nobody_else_and_the_statement_is_the_same(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merged(house, berta, lea, *three[:2])
    work, unknown = house.work(), new_id()
    run: list[str] = []

    def note(*told: object) -> None:
        run.append(str(told[2]))

    event.listen(house.engine, "before_cursor_execute", note)
    try:
        for client in (three[0].id, three[2].id, unknown):
            person_of(work, client)
    finally:
        event.remove(house.engine, "before_cursor_execute", note)
    asked = [each for each in run if "merges" in each]
    assert len(asked) == 3
    assert len(set(asked)) == 1
    assert person_of(work, unknown).ids == (unknown,)
    assert known_as(work, berta.unit, unknown) == unknown


def test_a_broken_row_unites_nobody_and_nothing_that_she_agreed_to_opens(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, _ = three
    consented(house, berta, one, [house.units["frauenhaus"]], ["violence"])
    merged(house, berta, lea, one, other)
    _forge(house, house.around.clock.now())
    work = house.work()
    person = person_of(work, one.id)
    assert person.ids == (one.id,)
    assert person.doubtful
    assert [alarm.table for alarm in work.alarms] == ["merges"]
    assert [fact.unheard for fact in consent_facts(work, one.id)] == [frozenset({NOBODY})]
    assert everybody(work).who(other.id).doubtful


def _forge(house: House, at: datetime) -> None:
    with house.sessions.begin() as session:
        session.execute(update(Merge).values(undone_at=at))


def test_a_unit_has_her_by_the_id_of_its_own_case_and_a_row_is_hers_by_any(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    one, other, third = three
    case_at(house, frieda, other)
    merged(house, berta, lea, one, other)
    work = house.work()
    assert known_as(work, frieda.unit, one.id) == other.id
    assert known_as(work, berta.unit, one.id) == one.id
    assert known_as(work, berta.unit, other.id) == other.id
    assert known_as(work, house.units["wohnen"], one.id) == one.id
    row = new_id()
    assert whose(work, row, other.id, one.id) == whose(work, row, other.id, None) == other.id
    assert whose(work, row, other.id, third.id) == whose(work, row, None, third.id) == row
