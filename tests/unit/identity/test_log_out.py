from caseflow.database.tables.accounts import StaffSession
from caseflow.identity.log_out import log_out
from caseflow.identity.resume import resume
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import entries, logged_in, the_entry


def test_a_log_out_ends_the_session_and_empties_it(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    log_out(work, begun.token)
    work.finish()
    assert resume(work, begun.token) is None
    assert work.session.get_one(StaffSession, begun.session).wrapped == b""
    assert the_entry(work, Act.LOGOUT)["session"] == str(begun.session)


def test_other_sessions_go_on(house: House) -> None:
    left, goes_on = logged_in(house, "berta"), logged_in(house, "berta")
    work = house.work()
    log_out(work, left.token)
    assert resume(work, goes_on.token) is not None


def test_a_second_log_out_changes_nothing(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    log_out(work, begun.token)
    log_out(work, begun.token)
    log_out(work, "unknown")
    assert len(entries(work, Act.LOGOUT)) == 1
