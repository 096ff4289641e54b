from datetime import timedelta

import pytest
from sqlalchemy import select

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import review_emergency
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock, add_member
from tests.unit.vault.reading import log, newest, read, texts


def _row(house: House) -> EmergencyAccess:
    with house.sessions() as session:
        return session.scalars(select(EmergencyAccess)).one()


@pytest.mark.parametrize(("finding", "left"), [("justified", ["Asthma"]), ("unjustified", [])])
def test_an_unjustified_one_ends_and_a_justified_one_runs_on(
    house: House, finding: str, left: list[str]
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    olga = house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health").id
    work = house.work(olga)
    assert review_emergency(work, olga, emergency, finding, "Gesprochen.") == Done(None)
    work.finish()
    assert texts(read(house, frieda, known)) == left
    row = _row(house)
    assert (row.finding, row.reviewed_by) == (finding, olga.staff)
    assert row.note is not None
    assert b"Gesprochen" not in row.note
    told = newest(house, Act.EMERGENCY_REVIEW)
    assert told["details"] == {"emergency": str(emergency), "finding": finding}
    assert bool(told.get("ended")) == (finding == "unjustified")


def test_an_end_that_was_before_stays(house: House, clock: StoppedClock) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    clock.advance(timedelta(hours=5))
    work = house.work(olga)
    assert review_emergency(work, olga, emergency, "unjustified", "") == Done(None)
    work.finish()
    row = _row(house)
    assert (row.ended_at, row.note) == (None, None)


def test_it_is_reviewed_once(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    work = house.work(olga)
    assert review_emergency(work, olga, emergency, "justified", "") == Done(None)
    again = review_emergency(work, olga, emergency, "unjustified", "")
    assert again == Refused(Reason.TOO_LATE)


def test_nobody_reviews_her_own(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    work = house.work(olga)
    add_member(house, work, "frieda", "datenschutz", Role.OFFICER)
    work.finish()
    officer = house.actor("frieda", "datenschutz")
    answer = review_emergency(house.work(officer), officer, emergency, "justified", "")
    assert answer == Refused(Reason.NOT_YOUR_ROLE)


def test_another_finding_is_no_finding(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    answer = review_emergency(house.work(olga), olga, emergency, "perhaps", "")
    assert answer == Invalid((Problem("finding", "not_a_choice"),))


def test_an_unknown_one_and_a_reviewer_of_another_role_are_refused(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    before = len(log(house))
    work = house.work(olga)
    assert review_emergency(work, olga, new_id(), "justified", "") == Refused(Reason.NOT_OPEN)
    work.finish()
    assert len(log(house)) == before + 1
    work = house.work(frieda)
    refused = review_emergency(work, frieda, emergency, "justified", "")
    assert refused == Refused(Reason.NOT_YOUR_ROLE)
