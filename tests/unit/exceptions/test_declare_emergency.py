from datetime import timedelta

import pytest
from sqlalchemy import select

from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import Danger, declare_emergency, end_emergency
from caseflow.vault.settle import settle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest, read, texts


def test_the_person_who_declares_reads_the_needed_emergency_categories(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"), entry("Kind", "family"))
    write(house, berta, known, entry("Gewalt"), entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == []
    declared(house, frieda, known, "health")
    assert texts(read(house, frieda, known)) == ["Asthma"]


def test_it_is_hers_and_not_her_units(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    lea = house.actor("lea", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    declared(house, frieda, known, "health")
    assert texts(read(house, lea, known)) == []


def test_it_ends_by_itself_and_its_keys_go(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    answer = declared(house, frieda, known, "health")
    assert answer.until == clock.now() + timedelta(hours=4)
    clock.advance(timedelta(hours=4, microseconds=-1))
    assert texts(read(house, frieda, known)) == ["Asthma"]
    clock.advance(timedelta(microseconds=1))
    assert texts(read(house, frieda, known)) == []
    work = house.work(frieda)
    settle(work, frieda)
    with house.sessions() as session:
        to_staff = select(Envelope.id).where(Envelope.reader == KeyReader.STAFF)
        assert session.scalars(to_staff).all() == []


@pytest.mark.parametrize("category", ["whereabouts", "violence", "evidence", "nonsense"])
def test_only_emergency_categories_can_be_needed(house: House, category: str) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    answer = declare_emergency(
        house.work(frieda), frieda, known.id, DANGER, frozenset({category, "health"})
    )
    problem = Problem("needed_categories", "no_emergency_category", {"category": category})
    assert answer == Invalid((problem,))


def test_nothing_may_be_left_empty_and_nothing_is_kept(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    work = house.work(frieda)
    answer = declare_emergency(work, frieda, known.id, Danger(" ", "", "x"), frozenset())
    work.finish()
    assert answer == Invalid(
        (
            Problem("danger", "required"),
            Problem("threatened", "required"),
            Problem("needed_categories", "required"),
        )
    )
    with house.sessions() as session:
        assert session.scalars(select(EmergencyAccess)).all() == []
        assert session.scalars(select(SealedReason)).all() == []


def test_who_has_no_case_no_desk_and_no_handover_of_hers_learns_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(frieda)
    answer = declare_emergency(work, frieda, known.id, DANGER, frozenset({"health"}))
    assert answer == Refused(Reason.NOT_OPEN)


def test_the_reason_is_sealed_and_the_trace_names_it_by_its_digest(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    answer = declared(house, frieda, known, "health")
    told = newest(house, Act.EMERGENCY_DECLARE)
    with house.sessions() as session:
        row = session.scalars(select(EmergencyAccess)).one()
    assert told["reason_digest"] == row.reason_digest.hex()
    assert told["details"] == {"emergency": str(answer.id)}
    assert b"Messer" not in row.reason


def test_a_drawer_that_is_due_turns_first(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    first = declared(house, frieda, known, "health")
    work = house.work(frieda)
    assert end_emergency(work, frieda, known.id, first.id) == Done(None)
    work.finish()
    declared(house, frieda, known, "health")
    assert texts(read(house, frieda, known)) == ["Asthma"]
