from caseflow.records.case_rows import add_case
from caseflow.vault.codes import code_of
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
