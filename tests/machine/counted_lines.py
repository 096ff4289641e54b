"""Count which lines the tests try, in those tests alone that are there to try lines.

Tracing every line makes a test slower by half. So the tests beside each room are traced, on one of
the databases and on the other where only that one can do it; harnesses, browsers and races are
not: they show what the whole house does, whatever lines that takes. Neither is what a test does
over and over before it comes to its own point, once it has been counted.
"""

from collections.abc import Generator, Hashable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages
from threading import current_thread, main_thread

import coverage
import pytest

import caseflow
from tests.machine.workplace import ROOT

COUNTED = "unit"
_ONCE = "sqlite"
_counted: set[Hashable] = set()
_paused = False


def counts(item: pytest.Item) -> bool:
    """Say whether the lines that this test tries are counted."""
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    chosen = getattr(item, "callspec", None)
    engine = "postgresql" if chosen and "postgresql" in chosen.params.values() else _ONCE
    alone = item.get_closest_marker("one_engine") is not None
    return folder == COUNTED and (engine == _ONCE or alone)


@contextmanager
def uncounted() -> Iterator[None]:
    """Count no lines meanwhile, as quick as without counting."""
    global _paused  # noqa: PLW0603 - the one who counts is one for the whole process
    counting = coverage.Coverage.current()
    if counting is None or _paused or current_thread() is not main_thread():
        yield
        return
    _paused = True
    counting.stop()
    try:
        yield
    finally:
        counting.start()
        _paused = False


@contextmanager
def counted_once(what: Hashable) -> Iterator[None]:
    """Count the lines of what is always the same when it is done for the first time only."""
    if what in _counted:
        with uncounted():
            yield
        return
    yield
    if not _paused:
        _counted.add(what)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    # While tests are found, only what a module does by itself is worth counting.
    shares_out = session.config.pluginmanager.hasplugin("dsession")
    if coverage.Coverage.current() is not None and not shares_out:
        for module in walk_packages(caseflow.__path__, "caseflow."):
            import_module(module.name)
    with uncounted():
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if counts(item):
        return (yield)
    with uncounted():
        return (yield)
