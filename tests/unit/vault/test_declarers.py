from dataclasses import replace
from datetime import date

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.family import Guardian
from caseflow.database.tables.records import Fact
from caseflow.vault import declarers
from caseflow.vault.declarers import OnDeclarers, what_is_known
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.states import FactState
from tests.factories.clients import consented
from tests.factories.declarations import at_a_desk
from tests.factories.guardians import FATHER, written_down
from tests.factories.house import House
from tests.unit.records.desk_work import (
    create,
    damage,
    do,
    keep_back,
    shared,
    tell,
    traces,
)

NOTHING = OnDeclarers()


def test_who_is_blocked_here_and_when_she_is_of_age(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    written_down(house, berta, known)
    written_down(house, berta, known, "Oma Schmidt", blocked="")
    tell(house, berta, known, "birth_date", "9.3.2010")
    found = do(house, berta, what_is_known, known.id)
    assert found == OnDeclarers((FATHER,), of_age=date(2028, 3, 9), surely=date(2028, 3, 9))
    assert found.bars("karim beispiel")
    assert not found.bars("Oma Schmidt")
    (told,) = traces(house, Act.GUARDIAN_CHECK)
    assert {each["category"] for each in told["drawers"]} == {"family", "identity"}


def test_what_is_closed_to_the_unit_is_not_compared(house: House) -> None:
    known, berta, frieda = shared(house, "health")
    written_down(house, berta, known)
    tell(house, berta, known, "birth_date", "9.3.2010")
    assert do(house, frieda, what_is_known, known.id) == NOTHING
    consented(house, berta, known, [frieda.unit], ["family"])
    assert do(house, frieda, what_is_known, known.id) == OnDeclarers((FATHER,))


def test_of_two_answers_the_earlier_day_ends_what_a_guardian_may_and_the_later_lets_a_carer_in(
    house: House,
) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "birth_date", "2008")
    tell(house, frieda, known, "birth_date", "9.3.2007")
    found = do(house, frieda, what_is_known, known.id)
    assert (found.of_age, found.surely) == (date(2025, 3, 9), date(2026, 12, 31))


def test_what_she_withholds_from_the_unit_is_not_told_by_a_refusal_either(house: House) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "birth_date", "9.3.2010")
    keep_back(house, frieda, known, "birth_date", FactState.WITHHELD)
    assert do(house, frieda, what_is_known, known.id) == NOTHING


def test_at_a_desk_nothing_is_open_and_nothing_is_traced(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = create(house, berta)
    written_down(house, berta, known)
    at_a_desk(house, ida, known)
    assert do(house, ida, what_is_known, known.id) == NOTHING
    assert traces(house, Act.GUARDIAN_CHECK) == []


def test_a_closed_case_blocks_as_an_open_one_does(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    written_down(house, berta, known)
    work = house.work(berta)
    case = work.session.query(Case).one()
    change(work, case, closed_at=work.clock.now())
    work.finish()
    assert do(house, berta, what_is_known, known.id).blocked == (FATHER,)


def test_a_damaged_guardian_is_told_of_and_a_damaged_answer_says_nothing(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    written_down(house, berta, known)
    tell(house, berta, known, "birth_date", "9.3.2010")
    damage(house, Guardian, "name")
    damage(house, Fact, "value")
    found = do(house, berta, what_is_known, known.id)
    assert found == replace(NOTHING, damaged=True)
    assert len(traces(house, Act.ALARM_KEY)) == 1


def test_what_was_closed_in_this_very_moment_says_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    monkeypatch.setattr(declarers, "disclose", lambda *_: Refused())
    assert do(house, berta, what_is_known, known.id) == NOTHING
