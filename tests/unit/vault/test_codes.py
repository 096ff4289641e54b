import pytest
from sqlalchemy import select

from caseflow.database.tables.clients import Case, Client
from caseflow.vault.codes import code_of, sealed_code, tag_of
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.house import House


def test_a_unit_opens_the_code_on_its_own_case_and_no_other_unit_does(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    work = house.work(berta)
    cases = {case.unit_id: case for case in work.session.scalars(select(Case))}
    assert code_of(work, cases[berta.unit]) == known.code
    with pytest.raises(MissingKey):
        code_of(work, cases[frieda.unit])


def test_a_code_moved_to_another_case_does_not_open(house: House) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta)
    new_client(house, berta)
    work = house.work(berta)
    one, other = work.session.scalars(select(Case))
    moved = Case(
        client_id=one.client_id,
        id=one.id,
        unit_id=one.unit_id,
        opened_at=one.opened_at,
        opened_by=one.opened_by,
        code=other.code,
        code_key_id=other.code_key_id,
    )
    with pytest.raises(BrokenKey):
        code_of(work, moved)


def test_no_code_is_sealed_for_a_unit_whose_key_is_not_at_hand(house: House) -> None:
    work = house.work_as("berta", "beratung")
    with pytest.raises(MissingKey):
        sealed_code(work, house.units["wohnen"], new_id(), "x")


def test_a_client_is_found_by_the_tag_of_her_code(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    work = house.work()
    found = select(Client.id).where(Client.code_tag == tag_of(work, known.code))
    assert work.session.scalars(found).one() == known.id
