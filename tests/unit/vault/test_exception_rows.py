"""Exceptions with their agreements, each with its seal checked."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from caseflow.database.tables.exceptions import ExceptionAgreement, LawfulException
from caseflow.policy.facts import Agreement
from caseflow.vault.exception_rows import (
    exception_of,
    exceptions_of_unit,
    readers_by_exception,
    running_exceptions,
    running_exceptions_of,
)
from caseflow.vault.same_person import Person
from tests.factories.clients import Known, case_at, new_client
from tests.factories.house import House
from tests.factories.lawful import answered, ended, excepted, ground, next_request


@pytest.fixture
def known(house: House) -> Known:
    made = new_client(house, house.actor("berta", "beratung"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made


@pytest.fixture
def exception(house: House, known: Known) -> UUID:
    frieda = house.actor("frieda", "frauenhaus")
    made = excepted(house, frieda, known, ground([house.units["beratung"]], "violence"))
    answered(house, house.actor("lea", "beratung"), made)
    return made


def test_an_exception_comes_whole(house: House, known: Known, exception: UUID) -> None:
    counselling, shelter = house.units["beratung"], house.units["frauenhaus"]
    work = house.work()
    found = exception_of(work, exception)
    assert found is not None
    agreed = Agreement(counselling, house.around.clock.now(), by_lead=True)
    assert (found.fact.unit, found.fact.agreements) == (shelter, (agreed,))
    assert found.handed_out.agreements == ()
    assert exception_of(work, uuid4()) is None
    assert [each.row.id for each in exceptions_of_unit(work, Person((known.id,)), shelter)] == [
        exception
    ]
    assert exceptions_of_unit(work, Person((known.id,)), counselling) == []
    assert exceptions_of_unit(work, Person((uuid4(),)), shelter) == []


def test_what_has_ended_does_not_run(house: House, known: Known, exception: UUID) -> None:
    work = house.work()
    assert [each.row.id for each in running_exceptions(work)] == [exception]
    assert [each.row.id for each in running_exceptions_of(work, known.id)] == [exception]
    work.finish()
    ended(house, house.actor("frieda", "frauenhaus"), exception)
    assert running_exceptions(work) == running_exceptions_of(work, known.id) == []
    work.put_away()


def test_readers_are_those_whom_the_owning_unit_gave_the_key(
    house: House, known: Known, exception: UUID
) -> None:
    counselling, shelter = house.units["beratung"], house.units["frauenhaus"]
    work = house.work()
    assert readers_by_exception(work, known.id, counselling, "violence") == {}
    work.finish()
    next_request(house, house.actor("berta", "beratung"))
    assert readers_by_exception(work, known.id, counselling, "violence") == {shelter: exception}
    assert readers_by_exception(work, known.id, counselling, "health") == {}
    assert readers_by_exception(work, known.id, house.units["wohnen"], "violence") == {}


@pytest.mark.parametrize("table", [LawfulException, ExceptionAgreement])
def test_a_forged_row_opens_nothing(
    house: House,
    known: Known,
    exception: UUID,
    table: type[LawfulException] | type[ExceptionAgreement],
) -> None:
    next_request(house, house.actor("berta", "beratung"))
    work = house.work()
    work.session.execute(update(table).values(row_seal=bytes(32)))
    work.finish()
    counselling = house.units["beratung"]
    assert readers_by_exception(work, known.id, counselling, "violence") == {}
    assert [alarm.table for alarm in work.alarms] == [table.__tablename__]
    assert (exception_of(work, exception) is None) is (table is LawfulException)
