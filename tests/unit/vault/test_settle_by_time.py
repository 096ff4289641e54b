from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.handovers import Handover
from caseflow.vault.row_by_row import Pace
from caseflow.vault.settle_by_time import AT_NIGHT, BY_TIME
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import HandoverState
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.copies import days_later
from tests.factories.emergencies import declared
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.unit.vault.reading import log
from tests.unit.vault.test_settle import readers


def test_at_night_a_consent_ends_without_anybodys_key_and_nobody_did_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    for _ in range(2):
        consented(house, berta, known, [frieda.unit], ["violence"])
    assert frieda.unit in readers(house, "violence")
    days_later(house, 366)
    work = house.work()
    consents = BY_TIME[0]
    assert consents.waiting(work) == 2
    assert consents.settle(work, None, Pace(settled=1, looked_at=1)) == 1
    assert consents.settle(work, None) == 1
    assert consents.waiting(work) == 0
    work.finish()
    assert frieda.unit not in readers(house, "violence")
    ends = [each for each in log(house) if each["act"] == Act.CONSENT_EXPIRE]
    assert len({each["ended"][0]["id"] for each in ends}) == 2
    for told in ends:
        assert told.keys().isdisjoint({"staff", "session", "unit", "role"})


def test_an_emergency_ends_in_its_row_and_the_log_says_who_had_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health").id
    days_later(house, 1)
    work = house.work()
    emergencies = BY_TIME[2]
    assert emergencies.settle(work, None) == 1
    row = work.session.scalars(select(EmergencyAccess)).one()
    assert (row.settled_at, row.ended_at) == (work.clock.now(), row.until)
    work.finish()
    [told] = [each for each in log(house) if each["act"] == Act.EMERGENCY_END]
    assert "staff" not in told
    assert told["client"] == str(known.id)
    assert [(each["kind"], each["id"]) for each in told["ended"]] == [("emergency", str(emergency))]
    assert ("emergency_accesses", str(emergency)) in [
        (each["table"], each["id"]) for each in told["rows"]
    ]
    assert [(each["act"], each["reader_id"]) for each in told["keys"]] == [
        ("key.revoke", str(frieda.staff))
    ]


def test_a_handover_that_nobody_answered_is_over_in_its_row_too(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    handover = sent(house, berta, known, "wohnen")
    house.around.clock.advance(timedelta(days=14))  # type: ignore[attr-defined]  # it stands still
    work = house.work()
    handovers = AT_NIGHT[-1]
    assert handovers.settle(work, None) == 1
    assert handovers.settle(work, None) == 0
    work.finish()
    with house.sessions() as session:
        row = session.scalars(select(Handover)).one()
        assert (row.state, row.decided_at) == (HandoverState.EXPIRED, None)
    [told] = [each for each in log(house) if each["act"] == Act.HANDOVER_EXPIRE]
    assert told["details"] == {"handover": str(handover)}
    assert told["client"] == str(known.id)
    assert ("handovers", str(handover)) in [(each["table"], each["id"]) for each in told["rows"]]


def test_each_kind_has_a_name_of_its_own() -> None:
    names = [each.name for each in AT_NIGHT]
    assert len(set(names)) == len(names)
