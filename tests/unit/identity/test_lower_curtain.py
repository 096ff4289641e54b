from caseflow.identity.log_out import log_out
from caseflow.identity.lower_curtain import lower_curtain
from caseflow.identity.own_sessions import list_sessions
from caseflow.identity.resume import resume
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import entries, logged_in, the_entry, wait


def test_nobody_is_behind_the_cookie_until_it_is_lifted(house: House) -> None:
    begun, other = logged_in(house, "berta"), logged_in(house, "berta")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    assert lower_curtain(work, who, begun.token)
    assert not lower_curtain(work, who, begun.token)  # pressed twice
    work.finish()
    assert resume(work, begun.token) is None
    seen = resume(work, other.token)
    assert seen is not None
    assert {each.id for each in list_sessions(work, seen)} == {begun.session, other.session}
    assert the_entry(work, Act.CURTAIN_LOWER)["session"] == str(begun.session)
    log_out(work, begun.token)
    assert [each.id for each in list_sessions(work, seen)] == [other.session]


def test_a_session_that_is_over_has_no_curtain(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    wait(house, hours=11)
    assert not lower_curtain(work, who, begun.token)
    assert entries(work, Act.CURTAIN_LOWER) == []
