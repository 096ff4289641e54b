from caseflow.database.tables.accounts import StaffSession
from caseflow.database.unit_of_work import Work
from caseflow.identity.callers import STRANGER
from caseflow.identity.lift_curtain import behind_curtain, lift_curtain
from caseflow.identity.lower_curtain import lower_curtain
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import entries, logged_in, the_entry, wait

WRONG = "nicht das richtige"


def behind(house: House, name: str) -> tuple[Work, LoggedIn]:
    begun = logged_in(house, name)
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    assert lower_curtain(work, who, begun.token)
    work.finish()
    return work, begun


def test_the_password_lets_the_session_go_on_under_a_new_token(house: House) -> None:
    work, begun = behind(house, "berta")
    wait(house, minutes=10)
    again = lift_curtain(work, begun.token, PASSWORD, STRANGER)
    assert isinstance(again, LoggedIn)
    work.finish()
    assert (again.session, again.ends_at) == (begun.session, begun.ends_at)
    assert not behind_curtain(work, begun.token)
    assert resume(work, begun.token) is None
    wait(house, minutes=10)  # it counts as a sign of hers
    assert resume(work, again.token) is not None
    assert the_entry(work, Act.CURTAIN_LIFT)["session"] == str(begun.session)


def test_a_wrong_password_is_counted_traced_and_lets_nobody_in(house: House) -> None:
    work, begun = behind(house, "berta")
    for _ in range(work.configuration.limits.login.free):
        assert lift_curtain(work, begun.token, WRONG, STRANGER) == Refused()
    held = lift_curtain(work, begun.token, PASSWORD, STRANGER)
    assert isinstance(held, Refused)
    assert held.reason is Reason.TOO_MANY
    assert behind_curtain(work, begun.token)
    assert resume(work, begun.token) is None
    told = [each["decision"] for each in entries(work, Act.CURTAIN_LIFT)]
    assert told == ["refused"] * (work.configuration.limits.login.free + 1)
    assert len(entries(work, Act.ALARM_GUESSING)) == 1


def test_where_no_curtain_hangs_the_password_is_asked_for_all_the_same(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    assert lift_curtain(work, begun.token, WRONG, STRANGER) == Refused()
    assert isinstance(lift_curtain(work, begun.token, PASSWORD, STRANGER), LoggedIn)


def test_behind_an_old_curtain_there_is_nobody(house: House) -> None:
    work, begun = behind(house, "berta")
    wait(house, minutes=16)
    assert lift_curtain(work, begun.token, PASSWORD, STRANGER) is None
    wait(house, minutes=-16)  # a clock that is set back revives none
    assert not behind_curtain(work, begun.token)


def test_a_row_that_was_changed_meanwhile_opens_nothing(house: House) -> None:
    work, begun = behind(house, "berta")
    row = work.session.get_one(StaffSession, begun.session)
    row.second_factor_at = work.clock.now()
    work.finish()
    assert lift_curtain(work, begun.token, PASSWORD, STRANGER) is None
    work.finish()
    assert entries(work, Act.ALARM_KEY)
    assert not behind_curtain(work, begun.token)
