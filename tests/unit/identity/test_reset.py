from caseflow.identity.check_factor import has_factor
from caseflow.identity.disable import disable
from caseflow.identity.join import join
from caseflow.identity.log_in import log_in
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.memberships import memberships
from caseflow.identity.reset import reset
from caseflow.identity.sessions import live_session
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House
from tests.factories.second_factors import with_codes
from tests.unit.identity.people import (
    address,
    administrator,
    entries,
    logged_in,
    outrun,
    the_entry,
)

NEW = "ein ganz neuer anfang"


def test_she_begins_again_without_any_unit(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    answer = reset(work, ada, house.staff["lea"])
    assert isinstance(answer, Done)
    work.finish()
    assert log_in(work, address("lea"), PASSWORD) == Refused()
    assert isinstance(join(work, answer.value.token, NEW), Done)
    work.finish()
    begun = logged_in(house, "lea", NEW)
    assert memberships(work, begun.staff) == []
    entry = the_entry(work, Act.USER_RESET)
    assert len(entry["ended"]) == 2
    assert answer.value.token not in str(entry)


def test_a_disabled_person_comes_back(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    assert isinstance(disable(work, ada, house.staff["berta"]), Done)
    answer = reset(work, ada, house.staff["berta"])
    assert isinstance(answer, Done)
    assert isinstance(join(work, answer.value.token, NEW), Done)
    work.finish()
    assert logged_in(house, "berta", NEW).staff == house.staff["berta"]


def test_only_an_administrator_resets_and_nobody_herself(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    lea = house.actor("lea", "beratung")
    assert reset(work, lea, house.staff["berta"]) == Refused(Reason.NOT_YOUR_ROLE)
    assert reset(work, ada, new_id()) == Refused(Reason.NOT_OPEN)
    assert len(entries(work, Act.USER_RESET)) == 2
    assert isinstance(reset(work, ada, ada.staff), Invalid)


def test_whoever_is_slower_takes_nothing(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    held = memberships_of(work, house.staff["berta"])
    outrun(work, held[0])
    assert reset(work, ada, house.staff["berta"]) == Refused(Reason.TOO_LATE)
    work.finish()
    assert logged_in(house, "berta").staff == house.staff["berta"]


def test_her_second_factors_are_cleared(house: House) -> None:
    made = with_codes(house, "lea")
    ada, work = administrator(house), house.work()
    assert has_factor(work, house.staff["lea"])
    answer = reset(work, ada, house.staff["lea"])
    assert isinstance(answer, Done)
    assert not has_factor(work, house.staff["lea"])
    assert live_session(work, made.token) is None
