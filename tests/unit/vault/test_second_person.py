"""Whom a lawful exception waits for."""

from uuid import UUID

import pytest

from caseflow.database.tables.clients import Wall
from caseflow.vault.exception_rows import exception_of
from caseflow.vault.second_person import (
    answerable,
    is_running,
    state_of_exception,
    waiting_for,
)
from caseflow.vocabulary.states import ExceptionState
from tests.factories.clients import Known, case_at, new_client
from tests.factories.house import House
from tests.factories.lawful import answered, ended, excepted, ground


@pytest.fixture
def known(house: House) -> Known:
    made = new_client(house, house.actor("berta", "beratung"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made


@pytest.fixture
def exception(house: House, known: Known) -> UUID:
    """The shelter asks counselling, which knows her, and housing, which does not."""
    asked = ground([house.units["beratung"], house.units["wohnen"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), known, asked)


def waiting(house: House, name: str, slug: str) -> list[UUID]:
    actor = house.actor(name, slug)
    work = house.work(actor)
    found = [each.row.id for each in waiting_for(work, actor)]
    work.put_away()
    return found


def may_answer(house: House, name: str, slug: str, exception: UUID) -> tuple[UUID, ...]:
    actor = house.actor(name, slug)
    work = house.work(actor)
    found = exception_of(work, exception)
    assert found is not None
    units = answerable(work, actor, found)
    work.put_away()
    return units


def test_it_waits_for_officers_and_for_leads_of_owning_units_that_know_her(
    house: House, exception: UUID
) -> None:
    assert waiting(house, "olga", "datenschutz") == [exception]
    assert waiting(house, "lea", "beratung") == [exception]
    # Housing is asked and knows nothing of her; the shelter asks; the others are no second person.
    for name, slug in (("wanda", "wohnen"), ("lea", "frauenhaus"), ("berta", "beratung")):
        assert waiting(house, name, slug) == []


def test_an_officer_answers_for_all_a_lead_for_her_own(house: House, exception: UUID) -> None:
    asked = tuple(sorted([house.units["beratung"], house.units["wohnen"]]))
    assert may_answer(house, "olga", "datenschutz", exception) == asked
    assert may_answer(house, "lea", "beratung", exception) == (house.units["beratung"],)
    assert may_answer(house, "frieda", "frauenhaus", exception) == ()
    answered(house, house.actor("lea", "beratung"), exception)
    assert may_answer(house, "lea", "beratung", exception) == ()
    assert may_answer(house, "olga", "datenschutz", exception) == (house.units["wohnen"],)


def test_who_declared_it_is_no_second_person(house: House, known: Known) -> None:
    asked = ground([house.units["beratung"]], "violence")
    own = excepted(house, house.actor("lea", "frauenhaus"), known, asked)
    assert waiting(house, "lea", "beratung") == []
    assert may_answer(house, "lea", "beratung", own) == ()


@pytest.mark.usefixtures("exception")
def test_behind_a_wall_nothing_waits(house: House, known: Known) -> None:
    work = house.work()
    for name in ("olga", "lea"):
        work.session.add(
            Wall(
                client_id=known.id,
                staff_id=house.staff[name],
                unit_id=house.units["beratung"],
                recorded_by=house.staff["berta"],
                recorded_at=work.clock.now(),
            )
        )
    work.finish()
    assert waiting(house, "olga", "datenschutz") == waiting(house, "lea", "beratung") == []


def test_its_state_and_whether_it_runs(house: House, exception: UUID) -> None:
    def now() -> tuple[ExceptionState, bool]:
        work = house.work()
        found = exception_of(work, exception)
        assert found is not None
        said = state_of_exception(work, found), is_running(work, found)
        work.put_away()
        return said

    assert now() == (ExceptionState.WAITING, True)
    answered(house, house.actor("lea", "beratung"), exception)
    assert now() == (ExceptionState.AGREED, True)
    ended(house, house.actor("frieda", "frauenhaus"), exception)
    assert now() == (ExceptionState.ENDED, False)
