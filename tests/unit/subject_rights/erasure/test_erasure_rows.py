from caseflow.subject_rights.erasure.erasure_rows import answerable, erasure_row, may_know, state_of
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import ErasureState
from tests.factories.clients import new_client
from tests.factories.erasing import tombstone
from tests.factories.house import House


def test_its_state_is_read_off_its_instants(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    row = tombstone(house, known.id, None)
    assert state_of(row) is ErasureState.WAITING
    row.answered_at = row.proposed_at
    assert state_of(row) is ErasureState.REFUSED
    row.answered_by = row.proposed_by
    assert state_of(row) is ErasureState.WITHDRAWN
    row.erased_at = row.proposed_at
    assert state_of(row) is ErasureState.DONE


def test_another_units_file_is_no_leads_business(house: House) -> None:
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    row = tombstone(house, new_id(), house.units["frauenhaus"])
    assert not may_know(lea, row)
    assert may_know(olga, row)
    row.proposed_as = Role.LEAD
    assert answerable(olga, row)
    assert not answerable(lea, row)
    work = house.work()
    assert erasure_row(work, new_id()) is None
