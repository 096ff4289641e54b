from caseflow.disclosures.disclosure_rows import client_of_disclosure, named_row
from caseflow.vocabulary.ids import new_id
from tests.factories.telling import Ready


def test_a_disclosure_names_its_client_and_an_unknown_one_nobody(ready: Ready) -> None:
    made, other = ready.told(), new_id()
    work = ready.house.work()
    assert client_of_disclosure(work, made.id) == ready.known.id
    assert client_of_disclosure(work, other) == other
    assert client_of_disclosure(work, made.id, other) == made.id


def test_a_row_is_found_for_its_own_unit_and_client_alone(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    work = ready.house.work()
    found = named_row(work, ready.berta, ready.known.id, made.id)
    assert found is not None
    assert found.id == made.id
    assert named_row(work, frieda, ready.known.id, made.id) is None
    assert named_row(work, ready.berta, new_id(), made.id) is None
