"""Count which lines the tests try, in those tests alone that are there to try lines.

Tracing every line makes a test slower by half. So the tests beside each room are traced, on one of
the databases and on the other where only that one can do it; harnesses, browsers and races are
not: they show what the whole house does, whatever lines that takes.
"""

from collections.abc import Generator

import coverage
import pytest

from tests.machine.workplace import ROOT

COUNTED = "unit"
_ONCE = "sqlite"


def counts(item: pytest.Item) -> bool:
    """Say whether the lines that this test tries are counted."""
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    chosen = getattr(item, "callspec", None)
    engine = "postgresql" if chosen and "postgresql" in chosen.params.values() else _ONCE
    alone = item.get_closest_marker("one_engine") is not None
    return folder == COUNTED and (engine == _ONCE or alone)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    counting = coverage.Coverage.current()
    if counting is None or counts(item):
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()
