from caseflow.identity.come_in import come_in
from caseflow.identity.login_throttle import count_try
from caseflow.identity.resume import resume
from caseflow.keys.staff_keys import open_staff
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import address, the_entry


def test_her_failures_are_forgotten_and_the_factor_is_told(house: House) -> None:
    work = house.work()
    assert [count_try(work, address("berta")) for _ in range(2)] == [1, 2]
    opened = open_staff(work, house.staff["berta"], PASSWORD)
    assert opened is not None
    begun = come_in(work, opened, "passkey")
    assert begun.language == "de"
    assert count_try(work, address("berta")) == 1
    assert the_entry(work, Act.LOGIN)["details"] == {"factor": "passkey"}
    who = resume(work, begun.token)
    assert isinstance(who, Actor)
    assert who.second_factor_at == work.clock.now()


def test_without_a_factor_none_was_shown(house: House) -> None:
    work = house.work()
    opened = open_staff(work, house.staff["lea"], PASSWORD)
    assert opened is not None
    who = resume(work, come_in(work, opened, None).token)
    assert who is not None
    assert who.second_factor_at is None
    assert "details" not in the_entry(work, Act.LOGIN)
