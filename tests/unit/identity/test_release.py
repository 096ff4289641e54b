from caseflow.identity.callers import Caller
from caseflow.identity.check_factor import has_factor
from caseflow.identity.disable import disable
from caseflow.identity.known_browsers import browser_of
from caseflow.identity.log_in import begin_log_in
from caseflow.identity.login_throttle import count_try, used_up
from caseflow.identity.memberships import memberships
from caseflow.identity.release import release
from caseflow.identity.sessions import LoggedIn, live_session
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.second_factors import with_codes
from tests.unit.identity.people import address, administrator, entries, the_entry


def test_the_failures_are_forgotten_and_nothing_else(house: House, clock: StoppedClock) -> None:
    ada, work, lea = administrator(house), house.work(), house.staff["lea"]
    known = begin_log_in(work, address("lea"), PASSWORD, Caller(""))
    assert isinstance(known, LoggedIn)
    work.finish()
    made, work = with_codes(house, "lea"), house.work()
    while isinstance(count_try(work, address("lea")), int):
        clock.advance(work.configuration.limits.login.longest_delay)
    clock.at = StoppedClock().at
    everybody = [address(name) for name in house.staff]
    assert used_up(work, everybody) == {address("lea")}
    assert release(work, ada, lea) == Done(lea)
    assert used_up(work, everybody) == frozenset()
    assert count_try(work, address("lea")) == 1
    assert has_factor(work, lea)
    assert len(memberships(work, lea)) == 2
    assert live_session(work, made.token) is not None
    assert browser_of(work, lea, known.browser) is not None
    told = the_entry(work, Act.USER_RELEASE)
    assert (told["staff"], told["details"]) == (str(ada.staff), {"staff_id": str(lea)})


def test_only_an_administrator_releases_and_nobody_herself(house: House) -> None:
    ada, work = administrator(house), house.work()
    lea = house.actor("lea", "beratung")
    assert release(work, lea, house.staff["berta"]) == Refused(Reason.NOT_YOUR_ROLE)
    assert release(work, ada, new_id()) == Refused(Reason.NOT_OPEN)
    assert isinstance(disable(work, ada, house.staff["berta"]), Done)
    assert release(work, ada, house.staff["berta"]) == Refused(Reason.NOT_OPEN)
    assert len(entries(work, Act.USER_RELEASE)) == 3
    assert isinstance(release(work, ada, ada.staff), Invalid)
