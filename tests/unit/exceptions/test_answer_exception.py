from datetime import timedelta
from importlib import import_module
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.exceptions import ExceptionAgreement
from caseflow.database.unit_of_work import Work
from caseflow.exceptions import answer_exception
from caseflow.vault.exception_rows import Exceptional
from caseflow.vault.second_person import answerable
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import (
    answered,
    ended,
    excepted,
    exception_row,
    ground,
    next_request,
)
from tests.unit.vault.reading import newest, read, texts


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)


@pytest.mark.parametrize(("name", "slug"), [("lea", "beratung"), ("olga", "datenschutz")])
def test_after_a_second_person_has_agreed_the_unit_reads(
    house: House, shared: Known, exception: UUID, name: str, slug: str
) -> None:
    frieda, second = house.actor("frieda", "frauenhaus"), house.actor(name, slug)
    assert answered(house, second, exception) == Done(None)
    told = newest(house, Act.EXCEPTION_ANSWER)
    assert told["details"] == {"exception": str(exception), "agreed": "yes"}
    assert {each["table"] for each in told["rows"]} == {
        "exception_agreements",
        "lawful_exceptions",
    }
    next_request(house, house.actor("berta", "beratung"))
    assert texts(read(house, frieda, shared)) == ["Gewalt"]


def test_the_note_is_sealed_and_named_by_its_digest(house: House, exception: UUID) -> None:
    answered(house, house.actor("lea", "beratung"), exception)
    told = newest(house, Act.EXCEPTION_ANSWER)
    with house.sessions() as session:
        note = session.get(SealedReason, UUID(told["id"]))
    assert note is not None
    assert told["reason_digest"]
    assert "Geprüft".encode() not in note.sealed


def test_a_refusal_ends_it(house: House, exception: UUID) -> None:
    lea, frieda = house.actor("lea", "beratung"), house.actor("frieda", "frauenhaus")
    assert answered(house, lea, exception, agreed=False) == Done(None)
    row = exception_row(house, exception)
    assert (row.refused, row.ended_by, row.ended_at) == (True, lea.staff, row.settled_at)
    told = newest(house, Act.EXCEPTION_ANSWER)
    assert told["details"]["agreed"] == "no"
    assert [each["id"] for each in told["ended"]] == [str(exception)]
    late = Refused(Reason.TOO_LATE)
    assert answered(house, lea, exception) == ended(house, frieda, exception) == late


def test_a_note_is_needed_and_nothing_is_kept_without(house: House, exception: UUID) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    answer = answer_exception(work, lea, exception, " ", agreed=True)
    work.finish()
    assert answer == Invalid((Problem("note", "required"),))
    with house.sessions() as session:
        assert session.scalars(select(ExceptionAgreement)).all() == []


def test_nobody_agrees_to_her_own(house: House, shared: Known) -> None:
    asked = ground([house.units["beratung"]], "violence")
    own = excepted(house, house.actor("lea", "frauenhaus"), shared, asked)
    role = Refused(Reason.NOT_YOUR_ROLE)
    assert answered(house, house.actor("lea", "beratung"), own) == role


def test_to_where_she_is_an_officer_cannot_agree(house: House, shared: Known) -> None:
    olga = house.actor("olga", "datenschutz")
    asked = ground([house.units["beratung"]], expressly=frozenset({"whereabouts"}))
    made = excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)
    assert answered(house, olga, made) == Refused(Reason.NOT_YOUR_ROLE)
    assert answered(house, house.actor("lea", "beratung"), made) == Done(None)
    assert answered(house, olga, made) == Refused(Reason.TOO_LATE)


def test_what_has_run_out_is_too_late(house: House, exception: UUID, clock: StoppedClock) -> None:
    clock.advance(timedelta(days=15))
    answer = answered(house, house.actor("lea", "beratung"), exception)
    assert answer == Refused(Reason.TOO_LATE)


def test_who_ends_it_meanwhile_is_faster(
    house: House, shared: Known, exception: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The declarer takes it back between the look at it and the agreement to it."""
    lea, frieda = house.actor("lea", "beratung"), house.actor("frieda", "frauenhaus")
    second = house.work(lea)
    looks = iter([True])

    def overtaken(work: Work, actor: Actor, asked: Exceptional) -> tuple[UUID, ...]:
        units = answerable(work, actor, asked)
        if next(looks, False):
            # SQLite has one writer; what she has seen stays at hand.
            work.session.expunge_all()
            work.session.rollback()
            assert ended(house, frieda, exception) == Done(shared.id)
        return units

    room = import_module("caseflow.exceptions.answer_exception")
    monkeypatch.setattr(room, "answerable", overtaken)
    answer = answer_exception(second, lea, exception, "Geprüft.", agreed=True)
    second.finish()
    assert answer == Refused(Reason.TOO_LATE)
    with house.sessions() as session:
        assert session.scalars(select(ExceptionAgreement)).all() == []


def test_an_end_that_comes_later_finds_it_agreed_to(house: House, exception: UUID) -> None:
    answered(house, house.actor("lea", "beratung"), exception)
    assert isinstance(ended(house, house.actor("frieda", "frauenhaus"), exception), Done)
    assert newest(house, Act.EXCEPTION_END)["details"] == {"exception": str(exception)}
