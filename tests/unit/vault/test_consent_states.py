from datetime import timedelta

from caseflow.vault.consent_states import is_over, leads, state_of, taken_back
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.factories.clients import Known, consent_row
from tests.factories.house import House


def test_a_row_is_read_as_the_policy_reads_it(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    work = house.work()
    row = consent_row(work, berta, Known(new_id(), ""), [shelter], ["violence", "health"])
    now = work.clock.now()
    assert state_of(row, now, pending=False) is ConsentState.ACTIVE
    assert state_of(row, now, pending=True) is ConsentState.PENDING
    assert (is_over(row, row.valid_until), is_over(row, now)) == (True, False)
    assert leads(row, berta.unit, shelter, "violence")
    assert not leads(row, shelter, berta.unit, "violence")
    part = taken_back(row, None, frozenset({"health"}), now)
    assert part == ((WithdrawnPart(shelter, "health", now),), False)
    row.withdrawn_parts = ({"to_unit": str(shelter), "category": "health", "at": now.isoformat()},)
    later = now + timedelta(hours=1)
    assert state_of(row, later, pending=False) is ConsentState.PARTLY_WITHDRAWN
    assert taken_back(row, None, None, later) == (
        (WithdrawnPart(shelter, "violence", later),),
        True,
    )
    row.withdrawn_at = now
    assert is_over(row, now)
