from uuid import uuid4

from caseflow.identity.known_browsers import browser_of, remember_browser
from caseflow.identity.own_browsers import end_browser, list_browsers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from tests.factories.house import House
from tests.unit.identity.people import entries, person, wait


def test_the_last_used_comes_first_and_this_one_is_told(house: House) -> None:
    work, berta = house.work(), person(house, "berta")
    here = remember_browser(work, berta.staff, "")
    remember_browser(work, house.staff["lea"], here)
    wait(house, hours=1)
    remember_browser(work, berta.staff, "")
    found = list_browsers(work, berta, here)
    assert [each.this_one for each in found] == [False, True]
    assert found[0].since == found[0].last_log_in > found[1].since
    assert found[0].ends_at == found[0].since + work.configuration.limits.known_browser
    assert not any(each.this_one for each in list_browsers(work, berta, ""))


def test_one_is_ended_and_nobody_elses(house: House) -> None:
    work, berta = house.work(), person(house, "berta")
    here = remember_browser(work, berta.staff, "")
    remember_browser(work, house.staff["lea"], here)
    (own,) = list_browsers(work, berta, here)
    (of_lea,) = list_browsers(work, person(house, "lea"), here)
    for browser in (of_lea.id, uuid4()):
        assert end_browser(work, berta, browser) == Refused()
    assert end_browser(work, berta, own.id) == Done(own.id)
    assert browser_of(work, berta.staff, here) is None
    assert browser_of(work, house.staff["lea"], here) is not None
    told = entries(work, Act.BROWSER_FORGET)
    assert sorted(each["decision"] for each in told) == ["permitted", "refused", "refused"]
    (ended,) = [each for each in told if each["decision"] == "permitted"]
    assert ended["details"] == {"browser": str(own.id)}
