from datetime import timedelta

from caseflow.database.tables.handovers import Handover
from caseflow.subject_rights.around_her import Around, around_her
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import HandoverState
from tests.factories.clients import Known, new_client
from tests.factories.house import House


def _around(house: House, unit: str, known: Known) -> Around:
    work = house.work()
    found = around_her(work, house.units[unit], known.id)
    work.finish()
    return found


def test_of_handovers_what_was_sent_is_told_and_what_has_expired(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    now = house.around.clock.now()
    work = house.work()
    for state, until in (("open", 1), ("open", -1), ("declined", -1)):
        work.session.add(
            Handover(
                id=new_id(),
                client_id=known.id,
                from_unit=berta.unit,
                to_unit=frieda.unit,
                consent_id=None,
                state=state,
                slip_from=b"",
                slip_to=b"",
                sent_by=berta.staff,
                sent_at=now + timedelta(minutes=until),
                expires_at=now + timedelta(hours=until),
            )
        )
    work.finish()
    states = sorted(each.state for each in _around(house, "beratung", known).handovers)
    assert states == [HandoverState.DECLINED, HandoverState.EXPIRED, HandoverState.OPEN]
    assert _around(house, "frauenhaus", known).handovers == ()
