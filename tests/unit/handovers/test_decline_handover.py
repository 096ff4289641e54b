from sqlalchemy import select

from caseflow.database.tables.handovers import Handover
from caseflow.handovers import Direction, decline_handover
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from tests.factories.clients import consented, new_client
from tests.factories.handovers import answered, listed, sent
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def test_the_reason_is_read_by_both_units_and_nobody_else(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [ida.unit], ["violence"])
    handover = sent(house, berta, known, "wohnen", consent)
    work = house.work(ida)
    assert decline_handover(work, ida, handover, "Kein Platz.") == Done(handover)
    work.finish()
    [inward], [outward] = listed(house, ida, Direction.IN), listed(house, berta, Direction.OUT)
    for view in (inward, outward):
        assert (view.state, view.reason, view.decided_by) == ("declined", "Kein Platz.", ida.staff)
    assert inward.client is None
    told = newest(house, Act.HANDOVER_DECLINE)
    assert told["details"] == {"handover": str(handover)}
    assert "consent" in {basis["kind"] for basis in told["bases"]}
    with house.sessions() as session:
        row = session.scalars(select(Handover)).one()
    assert b"Platz" not in (row.answer_from or b"") + (row.answer_to or b"")


def test_a_reason_is_needed_and_nothing_is_done_without(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    before = len(log(house))
    work = house.work(frieda)
    answer = decline_handover(work, frieda, handover, "  ")
    work.finish()
    assert answer == Invalid((Problem("reason", "empty"),))
    assert len(log(house)) == before
    assert listed(house, frieda, Direction.IN)[0].state == "open"


def test_what_is_declined_can_be_neither_accepted_nor_declined_again(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    work = house.work(frieda)
    assert decline_handover(work, frieda, handover, "Kein Platz.") == Done(handover)
    work.finish()
    assert decline_handover(work, frieda, handover, "Doch.") == Refused(Reason.TOO_LATE)
    work.finish()
    assert answered(house, frieda, handover) == Refused(Reason.TOO_LATE)
