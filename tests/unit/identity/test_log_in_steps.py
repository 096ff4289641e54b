from caseflow.database.tables.second_factors import LogInStep
from caseflow.identity.log_in_steps import drop_steps, find_step, keep_step, take_step
from caseflow.keys.keyring import ring
from tests.factories.house import House
from tests.unit.identity.people import wait


def test_a_step_is_taken_once(house: House) -> None:
    work = house.work_as("berta", "beratung")
    step = keep_step(work, ring(work).staff, 3)
    found = find_step(work, step.token)
    assert found is not None
    taken = take_step(work, step.token)
    assert taken is not None
    assert (taken.staff_id, taken.tries) == (house.staff["berta"], 3)
    assert take_step(work, step.token) is None
    assert take_step(work, "another") is None
    assert find_step(work, "\ud800") is None
    assert step.token not in repr(step)


def test_one_that_failed_is_kept_alike(house: House) -> None:
    work = house.work()
    step = keep_step(work, None, 1)
    taken = take_step(work, step.token)
    assert taken is not None
    assert taken.staff_id is None


def test_it_is_over_after_five_minutes_and_swept_away(house: House) -> None:
    work = house.work()
    step = keep_step(work, None, 1)
    wait(house, minutes=4, seconds=59)
    assert find_step(work, step.token) is not None
    wait(house, seconds=1)
    assert take_step(work, step.token) is None
    wait(house, seconds=1)
    keep_step(work, None, 1)
    assert work.session.query(LogInStep).count() == 1


def test_hers_are_dropped_and_no_others(house: House) -> None:
    work = house.work_as("berta", "beratung")
    hers, nobodys = keep_step(work, ring(work).staff, 1), keep_step(work, None, 1)
    drop_steps(work, house.staff["lea"])
    assert find_step(work, hers.token) is not None
    drop_steps(work, house.staff["berta"])
    assert find_step(work, hers.token) is None
    assert find_step(work, nobodys.token) is not None


def test_of_two_at_once_one_wins(house: House) -> None:
    first, second = house.work(), house.work()
    step = keep_step(first, None, 1)
    first.finish()
    assert find_step(second, step.token) is not None
    second.finish()
    assert take_step(first, step.token) is not None
    first.finish()
    assert take_step(second, step.token) is None
