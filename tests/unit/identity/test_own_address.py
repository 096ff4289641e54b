import pytest

from caseflow.database.tables.own_addresses import OwnAddress
from caseflow.identity.change_password import change_password
from caseflow.identity.own_address import (
    TypedAddress,
    keep_own_address,
    remove_own_address,
    show_own_address,
)
from caseflow.identity.resume import resume
from caseflow.identity.sessions import end_sessions
from caseflow.identity.take_keys import take_keys
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import entries, forge, logged_in

HOME = TypedAddress("Lindenstraße 12a", "33602")


def test_she_writes_it_down_sees_it_and_removes_it(house: House) -> None:
    work = house.work()
    who = resume(work, logged_in(house, "berta").token)
    assert who is not None
    assert show_own_address(work, who) is None
    typed = TypedAddress("  Lindenstraße \t 12a ", " 33602")
    assert keep_own_address(work, who, typed) == Done(None)
    assert show_own_address(work, who) == HOME
    assert remove_own_address(work, who) == Done(None)
    assert show_own_address(work, who) is None
    told = entries(work, Act.ADDRESS_KEEP)
    assert {each["details"]["address"] for each in told} == {"kept", "removed"}
    assert "Linden" not in str(told)
    assert "Linden" not in repr(HOME)


@pytest.mark.parametrize(
    "typed",
    [
        TypedAddress("Lindenstraße", "33602"),
        TypedAddress("Lindenstraße 12a", ""),
        TypedAddress("L" * 119 + " 1", "33602"),
        TypedAddress("", "1" * 121),
        TypedAddress("\udc00", "\x00"),
    ],
)
def test_what_is_no_whole_address_is_said(house: House, typed: TypedAddress) -> None:
    work = house.work()
    who = resume(work, logged_in(house, "berta").token)
    assert who is not None
    assert isinstance(keep_own_address(work, who, typed), Invalid)
    assert show_own_address(work, who) is None


def test_with_a_new_password_it_stays_hers(house: House) -> None:
    work = house.work()
    who = resume(work, logged_in(house, "berta").token)
    assert who is not None
    keep_own_address(work, who, HOME)
    begun = change_password(work, who, PASSWORD, "ein ganz neuer anfang")
    assert isinstance(begun, Done)
    work.finish()
    work.put_away()
    work = house.work()
    who = resume(work, begun.value.token)
    assert who is not None
    assert show_own_address(work, who) == HOME
    take_keys(work, who.staff, new_id())
    assert work.session.query(OwnAddress).count() == 0


def test_a_session_that_has_ended_keeps_nothing(house: House) -> None:
    work = house.work()
    who = resume(work, logged_in(house, "berta").token)
    assert who is not None
    end_sessions(work, who.staff)
    assert keep_own_address(work, who, HOME) == Refused(Reason.TOO_LATE)


def test_a_changed_row_is_told_when_she_looks(house: House) -> None:
    work = house.work()
    token = logged_in(house, "berta").token
    who = resume(work, token)
    assert who is not None
    keep_own_address(work, who, HOME)
    forge(work, OwnAddress, work.session.query(OwnAddress).one().id, sealed=b"x")
    assert show_own_address(work, who) is None
    assert len(entries(work, Act.ALARM_SEAL)) == 1
