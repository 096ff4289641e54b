"""By what a unit knows a client, and that another id of hers is no such thing."""

from datetime import timedelta

from caseflow.database.sealed_rows import change
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.records import look_up_client
from caseflow.vault.gather import gather
from caseflow.vault.known_by import known_by
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.merges import later, merged
from tests.unit.vault.reading import read, texts


def pair(house: House) -> tuple[Known, Known]:
    berta = house.actor("berta", "beratung")
    one = new_client(house, berta)
    later(house)
    other = new_client(house, berta)
    write(house, berta, one, entry("Aus der ersten."))
    write(house, berta, other, entry("Aus der zweiten."))
    merged(house, berta, house.actor("lea", "beratung"), one, other)
    return one, other


def test_an_id_by_which_the_unit_does_not_have_her_gives_no_ground(house: House) -> None:
    one, other = pair(house)
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    work = house.work(frieda)
    known = known_by(work, frieda, person_of(work, one.id))
    assert [case.client_id for case in known.cases] == [one.id]
    none = known_by(work, frieda, person_of(work, other.id))
    assert (none.cases, none.desks, none.emergencies, none.handovers) == ([], [], [], [])
    assert none.desk() is None
    assert gather(work, frieda, other.id).facts.case is None
    now = work.clock.now()
    urgent = EmergencyAccess(
        client_id=other.id,
        staff_id=frieda.staff,
        unit_id=frieda.unit,
        categories=("health",),
        reason=b"",
        reason_digest=b"",
        declared_at=now,
        until=now + timedelta(hours=4),
    )
    work.session.add(urgent)
    work.session.flush()
    assert known_by(work, frieda, person_of(work, other.id)).emergencies == [urgent]
    change(work, urgent, ended_at=now)
    assert known_by(work, frieda, person_of(work, other.id)).emergencies == []
    work.abandon()


def test_whom_she_shows_her_other_card_finds_her_case(house: House) -> None:
    one, other = pair(house)
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    assert read(house, frieda, other) == Refused(Reason.NOT_OPEN)
    work = house.work(frieda)
    look_up_client(work, frieda, other.code)
    work.finish()
    assert texts(read(house, frieda, other)) == []
    house.around.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    assert read(house, frieda, other) == Refused(Reason.NOT_OPEN)


def test_of_two_open_cases_the_older_one_stands_and_what_one_restricts_both_do(
    house: House,
) -> None:
    one, other = pair(house)
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    gathered = gather(work, berta, other.id)
    assert gathered.case is not None
    assert gathered.case.client_id == one.id
    assert {case.client_id for case in gathered.cases} == {one.id, other.id}
    assert gathered.case_under(other.id) is not None


def test_a_handover_waits_with_a_consent_that_speaks_for_all_alone(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    one, other = new_client(house, berta), new_client(house, berta)
    consent = consented(house, berta, one, [frieda.unit], ["violence"])
    sent(house, berta, one, "frauenhaus", consent)
    assert _handed_over(house, frieda, one)
    merged(house, berta, lea, one, other)
    assert not _handed_over(house, frieda, one)
    new = consented(house, berta, one, [frieda.unit], ["violence"])
    sent(house, berta, one, "frauenhaus", new)
    assert _handed_over(house, frieda, one)


def _handed_over(house: House, actor: Actor, known: Known) -> bool:
    work = house.work()
    found = gather(work, actor, known.id).facts.handed_over
    work.finish()
    return found
