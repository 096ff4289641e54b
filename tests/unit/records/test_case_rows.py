import pytest

from caseflow.database.sealed_rows import change
from caseflow.records.case_rows import add_case
from caseflow.vault.codes import code_of
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_whoever_opens_a_case_is_assigned_and_the_unit_keeps_the_code(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    case = add_case(work, berta, new_id(), "AAAA")
    assert (case.unit_id, case.opened_by, case.assigned) == (
        berta.unit,
        berta.staff,
        (berta.staff,),
    )
    assert (case.closed_at, case.restricted, case.generation) == (None, False, 0)
    assert case.row_seal
    assert code_of(work, case) == "AAAA"


def test_a_case_after_a_restricted_one_is_for_the_same_staff(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    work = house.work(berta)
    client = new_id()
    former = add_case(work, lea, client, "AAAA")
    change(work, former, restricted=True, closed_at=work.clock.now())
    case = add_case(work, berta, client, "AAAA", former)
    assert (case.restricted, case.assigned) == (True, (lea.staff,))
    change(work, case, restricted=False, closed_at=work.clock.now())
    further = add_case(work, berta, client, "AAAA", case)
    assert (further.restricted, further.assigned) == (False, (berta.staff,))


def test_of_two_open_cases_at_once_the_second_is_too_late(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    client = new_id()
    add_case(work, berta, client, "AAAA")
    with pytest.raises(Stale):
        add_case(work, berta, client, "AAAA")
