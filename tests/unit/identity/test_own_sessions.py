from uuid import uuid4

from caseflow.identity.own_sessions import (
    end_other_sessions,
    end_own_session,
    knock_at_session,
    list_sessions,
)
from caseflow.identity.sessions import live_session
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from tests.factories.house import House
from tests.unit.identity.people import entries, logged_in, wait


def test_this_one_comes_first_then_the_last_seen(house: House) -> None:
    first = logged_in(house, "berta")
    wait(house, minutes=2)
    second, third = logged_in(house, "berta"), logged_in(house, "berta")
    logged_in(house, "lea")
    work = house.work()
    found = list_sessions(work, Person(first.staff, first.session))
    assert found[0].id == first.session
    assert found[0].this_one
    assert {each.id for each in found[1:]} == {second.session, third.session}
    assert not any(each.this_one for each in found[1:])
    assert found[0].since < found[1].since == found[1].last_seen
    assert found[0].ends_at == first.ends_at


def test_what_has_lapsed_is_left_out(house: House) -> None:
    logged_in(house, "berta")
    wait(house, minutes=15)
    second = logged_in(house, "berta")
    found = list_sessions(house.work(), Person(second.staff, second.session))
    assert [each.id for each in found] == [second.session]


def test_one_is_ended_and_nobody_elses(house: House) -> None:
    berta, other = logged_in(house, "berta"), logged_in(house, "berta")
    lea = logged_in(house, "lea")
    work, who = house.work(), Person(berta.staff, berta.session)
    assert knock_at_session(work, who, other.session) is None
    assert end_own_session(work, who, other.session) == Done(other.session)
    for session in (other.session, lea.session, uuid4()):
        assert knock_at_session(work, who, session) == Refused()
        assert end_own_session(work, who, session) == Refused()
    assert live_session(work, other.token) is None
    assert live_session(work, lea.token) is not None
    (told,) = [each for each in entries(work, Act.LOGOUT) if each["decision"] == "permitted"]
    assert told["details"] == {"session": str(other.session)}
    assert told["session"] == str(berta.session)


def test_all_others_are_ended_at_once(house: House) -> None:
    berta, others = logged_in(house, "berta"), [logged_in(house, "berta") for _ in range(2)]
    work = house.work()
    assert end_other_sessions(work, Person(berta.staff, berta.session)) == Done(2)
    assert live_session(work, berta.token) is not None
    assert all(live_session(work, each.token) is None for each in others)
    assert len(entries(work, Act.LOGOUT)) == 2
