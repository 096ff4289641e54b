import gc

from tests.machine.young_heap import EVERY, pytest_runtest_logfinish


def test_what_stays_is_looked_at_no_more() -> None:
    before = gc.get_freeze_count()
    kept: list[list[object]] = [[] for _ in range(1000)]
    for _ in range(EVERY):
        pytest_runtest_logfinish()
    assert gc.get_freeze_count() > before + len(kept) // 2
