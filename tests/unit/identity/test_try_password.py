from caseflow.identity.try_password import Tried, refuse_log_in, try_password
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import address, entries, the_entry


def test_the_password_opens_her_key_and_the_try_is_counted(house: House) -> None:
    work = house.work()
    tried = try_password(work, address("berta"), PASSWORD)
    assert isinstance(tried, Tried)
    assert tried.opened is not None
    assert tried.opened.staff == house.staff["berta"]
    again = try_password(work, address("berta"), "falsch")
    assert isinstance(again, Tried)
    assert (again.opened, again.tries) == (None, 2)


def test_after_too_many_nothing_is_worked_on(house: House) -> None:
    work = house.work()
    for _ in range(work.configuration.limits.login.free):
        assert isinstance(try_password(work, "nobody@example.org", "x"), Tried)
    assert try_password(work, "nobody@example.org", "x") == Refused(Reason.TOO_MANY)
    assert the_entry(work, Act.LOGIN_FAIL)["reason"] == "too_many"


def test_a_series_is_told_with_its_last_free_failure(house: House) -> None:
    work = house.work()
    free = work.configuration.limits.login.free
    for tries in range(1, free + 3):
        refuse_log_in(work, house.staff["berta"], tries, Refused())
    assert len(entries(work, Act.LOGIN_FAIL)) == free + 2
    assert len(entries(work, Act.ALARM_GUESSING)) == 1
