"""The keys of lawful exceptions: by the owning unit alone, and away at their end."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import ExceptionAgreement, LawfulException
from caseflow.vault.exception_keys import hand_out
from caseflow.vault.permit import Ask, permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.matrices import Action
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    new_client,
    permitted,
    withdrawn,
    write,
)
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import answered, ended, excepted, exception_row, ground, next_request
from tests.unit.vault.reading import done_by, log, newest, read, texts


@pytest.fixture
def known(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    made = new_client(house, berta)
    write(house, berta, made, entry("Gewalt"), entry("Adresse", "whereabouts"))
    write(house, berta, made, entry("Asthma", "health"))
    case_at(house, frieda, made)
    return made


@pytest.fixture
def exception(house: House, known: Known) -> UUID:
    """The shelter asks counselling for its history of violence, and its lead agrees."""
    frieda = house.actor("frieda", "frauenhaus")
    asked = ground([house.units["beratung"]], "violence")
    made = excepted(house, frieda, known, asked)
    assert answered(house, house.actor("lea", "beratung"), made) == Done(None)
    return made


def readers(house: House, known: Known, category: str = "violence") -> set[UUID]:
    with house.sessions() as session:
        drawer = select(Drawer.id).where(Drawer.client_id == known.id, Drawer.category == category)
        found = select(Envelope.reader_id).where(
            Envelope.drawer_id == drawer.scalar_subquery(), Envelope.reader == "unit"
        )
        return set(session.scalars(found))


def alarms(house: House) -> list[str]:
    return [each["act"] for each in log(house) if each["act"].startswith("alarm.")]


def test_the_key_waits_for_the_owning_unit_and_that_is_no_alarm(
    house: House, known: Known, exception: UUID
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    next_request(house, frieda)
    assert texts(read(house, frieda, known)) == []
    assert alarms(house) == []
    next_request(house, berta)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    assert alarms(house) == []
    told = newest(house, Act.STORY_READ)
    assert ("exception", str(exception), 2) in {
        (each["kind"], each["id"], each["use"]) for each in told["bases"]
    }
    handed = newest(house, Act.KEY_GRANT)
    assert handed["details"] == {"exception": str(exception)}
    assert (handed["client"], done_by(handed, berta)) == (str(known.id), True)
    with house.sessions() as session:
        made = session.scalars(select(Envelope).where(Envelope.basis_id == exception)).one()
        agreed = session.scalars(select(ExceptionAgreement)).one()
    assert str(made.act) == handed["id"]
    assert agreed.done_at == house.around.clock.now()
    assert [each["reader_id"] for each in handed["keys"]] == [str(frieda.unit)]


def test_without_the_agreement_a_missing_key_is_an_alarm(
    house: House, known: Known, exception: UUID
) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    next_request(house, house.actor("berta", "beratung"))
    with house.sessions() as session:
        for each in session.scalars(select(Envelope).where(Envelope.basis_id == exception)):
            session.delete(each)
        session.commit()
    assert texts(read(house, frieda, known)) == []
    assert alarms(house) == ["alarm.key"]


def test_a_drawer_that_is_born_or_turned_later_keeps_its_reader(
    house: House, known: Known, exception: UUID
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    lea = house.actor("lea", "frauenhaus")
    second = ground([berta.unit], "violence", "family")
    later = excepted(house, frieda, known, second)
    assert answered(house, house.actor("olga", "datenschutz"), later) == Done(None)
    next_request(house, berta)
    write(house, berta, known, entry("Kind", "family"))
    consent = consented(house, berta, known, [house.units["wohnen"]], ["violence"])
    withdrawn(house, berta, known, consent)
    write(house, berta, known, entry("Neues"))
    assert texts(read(house, frieda, known)) == ["Gewalt", "Kind", "Neues"]
    assert ended(house, lea, exception) == Done(known.id)
    # The other one still opens it.
    assert frieda.unit in readers(house, known)
    assert ended(house, lea, later) == Done(known.id)
    assert frieda.unit not in readers(house, known) | readers(house, known, "family")
    assert alarms(house) == []


def test_at_its_end_keys_go_and_the_drawer_turns(
    house: House, known: Known, exception: UUID, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    next_request(house, berta)
    assert frieda.unit in readers(house, known)
    clock.advance(timedelta(days=15))
    assert texts(read(house, frieda, known)) == []
    next_request(house, frieda)
    assert readers(house, known) == {berta.unit}
    told = newest(house, Act.EXCEPTION_END)
    assert [(each["kind"], each["id"]) for each in told["ended"]] == [("exception", str(exception))]
    assert (told["client"], done_by(told, frieda)) == (str(known.id), True)
    assert [each["reader_id"] for each in told["keys"]] == [str(frieda.unit)]
    row = exception_row(house, exception)
    assert (row.ended_at, row.settled_at) == (row.until, clock.now())
    next_request(house, berta)
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
    assert (drawer.key_version, drawer.turn_due) == (2, None)
    assert alarms(house) == []


def test_an_officer_opens_no_whereabouts_and_a_lead_does(house: House, known: Known) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    asked = ground([berta.unit], "health", expressly=frozenset({"whereabouts"}))
    made = excepted(house, frieda, known, asked)
    assert answered(house, house.actor("olga", "datenschutz"), made) == Done(None)
    next_request(house, berta)
    assert texts(read(house, frieda, known)) == ["Asthma"]
    assert frieda.unit not in readers(house, known, "whereabouts")
    assert answered(house, house.actor("lea", "beratung"), made) == Done(None)
    next_request(house, berta)
    assert texts(read(house, frieda, known)) == ["Adresse", "Asthma"]


def test_what_ended_before_its_keys_were_handed_out_hands_none(
    house: House, known: Known, exception: UUID
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    assert ended(house, frieda, exception) == Done(known.id)
    next_request(house, berta)
    assert readers(house, known) == {berta.unit}
    assert newest(house, Act.KEY_GRANT).get("keys", []) == []


def put_back(house: House) -> None:
    """Let whoever writes to the database put the row back as it was before its end."""
    work = house.work()
    for row in work.session.scalars(select(LawfulException)):
        change(work, row, ended_at=None, settled_at=None, ended_by=None)
    work.finish()


def test_put_back_as_it_was_it_hands_out_nothing(
    house: House, known: Known, exception: UUID
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    assert ended(house, frieda, exception) == Done(known.id)
    put_back(house)
    next_request(house, berta)
    assert readers(house, known) == {berta.unit}
    assert alarms(house) == ["alarm.seal"]


def test_put_back_as_it_was_it_gets_no_key_of_a_turn(
    house: House, known: Known, exception: UUID
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    next_request(house, berta)
    assert ended(house, frieda, exception) == Done(known.id)
    put_back(house)
    write(house, berta, known, entry("Neues"))
    assert readers(house, known) == {berta.unit}
    assert alarms(house) == ["alarm.seal"]


def test_an_agreement_to_what_is_not_there_hands_out_nothing(
    house: House, known: Known, exception: UUID
) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    for gone in work.session.scalars(select(LawfulException)):
        work.session.delete(gone)
    work.finish()
    row = work.session.scalars(select(ExceptionAgreement)).one()
    assert hand_out(work, berta, row)
    work.finish()
    assert newest(house, Act.KEY_GRANT)["details"] == {"exception": str(exception)}
    assert readers(house, known) == {berta.unit}


def test_what_it_opens_is_read_and_not_copied(house: House, known: Known, exception: UUID) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    next_request(house, house.actor("berta", "beratung"))
    work = house.work(frieda)
    given = permitted(work, frieda, Ask(Act.STORY_READ, known.id))
    assert exception in {each.basis.id for each in given.openings}
    work.abandon()
    copying = Ask(Act.STORY_READ, known.id, action=Action.COPY)
    assert permit(work, frieda, copying) == Refused(Reason.NOT_OPEN)
