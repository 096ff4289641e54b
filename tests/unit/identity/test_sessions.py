from caseflow.database.tables.accounts import StaffSession
from caseflow.identity.sessions import (
    acting,
    empty_lapsed,
    end_session,
    end_sessions,
    live_session,
    note_request,
    own_session,
    start_session,
)
from caseflow.keys.staff_keys import open_staff
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import logged_in, wait


def test_a_session_is_found_by_its_token_alone(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    found = live_session(work, begun.token)
    assert found is not None
    assert found.id == begun.session
    assert live_session(work, begun.token + "x") is None
    assert live_session(work, "\ud800") is None


def test_a_session_lapses_after_a_quarter_of_an_hour_without_a_request(house: House) -> None:
    token = logged_in(house, "berta").token
    work = house.work()
    wait(house, minutes=14, seconds=59)
    assert live_session(work, token) is not None
    wait(house, seconds=1)
    assert live_session(work, token) is None


def test_a_session_ends_after_ten_hours_however_busy(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    for _ in range(59):
        wait(house, minutes=10)
        found = live_session(work, begun.token)
        assert found is not None
        assert note_request(work, found)
    wait(house, minutes=10)
    assert live_session(work, begun.token) is None
    assert work.clock.now() == begun.ends_at


def test_one_that_has_lapsed_is_ended_by_whoever_comes_upon_it(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    wait(house, hours=10)
    assert live_session(work, begun.token) is None
    found = work.session.get(StaffSession, begun.session)
    assert found is not None
    assert (found.ended_at, found.wrapped) == (work.clock.now(), b"")
    wait(house, hours=-10)
    assert live_session(work, begun.token) is None


def test_a_request_is_noted_once_a_minute(house: House) -> None:
    token = logged_in(house, "berta").token
    work = house.work()
    session = live_session(work, token)
    assert session is not None
    begun = session.seen_at
    wait(house, seconds=59)
    assert not note_request(work, session)
    assert session.seen_at == begun
    wait(house, seconds=1)
    assert note_request(work, session)
    assert session.seen_at == work.clock.now()


def test_an_ended_session_is_over_and_holds_no_key(house: House) -> None:
    token = logged_in(house, "berta").token
    work = house.work()
    session = live_session(work, token)
    assert session is not None
    ended_at = work.clock.now()
    end_session(work, session)
    assert session.wrapped == b""
    assert live_session(work, token) is None
    wait(house, minutes=1)
    end_session(work, session)
    assert session.ended_at == ended_at


def test_all_sessions_of_one_person_end_and_no_others(house: House) -> None:
    mine = [logged_in(house, "berta").token for _ in range(2)]
    hers = logged_in(house, "lea").token
    work = house.work()
    end_sessions(work, house.staff["berta"])
    assert [live_session(work, token) for token in mine] == [None, None]
    assert live_session(work, hers) is not None


def test_only_lapsed_sessions_are_emptied(house: House) -> None:
    lapsed = logged_in(house, "berta")
    wait(house, minutes=15)
    lives = logged_in(house, "berta")
    work = house.work()
    empty_lapsed(work, house.staff["berta"])
    assert work.session.get_one(StaffSession, lapsed.session).ended_at is not None
    assert live_session(work, lives.token) is not None


def test_a_request_finds_its_own_session_until_it_ends(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    me = Person(begun.staff, begun.session)
    found = own_session(work, me)
    assert found is not None
    assert found.id == begun.session
    assert own_session(work, Person(begun.staff, new_id())) is None
    end_session(work, found)
    assert own_session(work, me) is None


def test_a_session_begins_in_the_unit_it_is_told(house: House) -> None:
    work = house.work()
    opened = open_staff(work, house.staff["lea"], PASSWORD)
    assert opened is not None
    member = house.memberships["lea", "frauenhaus"]
    begun = start_session(work, opened, member.id)
    row = work.session.get_one(StaffSession, begun.session)
    assert row.membership_id == member.id
    assert acting(row, member) == Actor(
        house.staff["lea"], begun.session, member.id, house.units["frauenhaus"], Role.LEAD
    )
