from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import coverage
import pytest

from tests.machine import counted_lines
from tests.machine.counted_lines import counted_once, counts, uncounted
from tests.machine.workplace import ROOT


def item(place: str, engine: str | None = None, *, alone: bool = False) -> pytest.Item:
    chosen = {} if engine is None else {"callspec": SimpleNamespace(params={"house": engine})}
    made = SimpleNamespace(
        path=ROOT / "tests" / Path(place),
        get_closest_marker=lambda name: alone if name == "one_engine" and alone else None,
        **chosen,
    )
    return cast("pytest.Item", made)


@pytest.mark.parametrize(
    "counted",
    [
        item("unit/vault/test_permit.py"),
        item("unit/vault/test_permit.py", "sqlite"),
        item("unit/vault/test_permit.py", "postgresql", alone=True),
    ],
    ids=["pure", "sqlite", "what postgresql alone can do"],
)
def test_the_tests_beside_the_rooms_are_counted_once(counted: pytest.Item) -> None:
    assert counts(counted)


@pytest.mark.parametrize(
    "slow",
    [
        item("unit/vault/test_permit.py", "postgresql"),
        item("functional/test_demo.py"),
        item("security/test_seals.py", "sqlite"),
        item("reliability/test_done_once.py"),
        item("browser/test_every_page.py"),
    ],
    ids=["a second time", "functional", "harness", "race", "browser"],
)
def test_what_lines_a_harness_takes_is_not_counted(slow: pytest.Item) -> None:
    assert not counts(slow)


class Counting:
    """Stands for the one who counts, and notes what she is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def stop(self) -> None:
        self.told.append("stop")

    def start(self) -> None:
        self.told.append("start")


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    made = Counting()
    monkeypatch.setattr(coverage.Coverage, "current", lambda: made)
    monkeypatch.setattr(counted_lines, "_paused", False)
    return made


def test_nothing_is_counted_meanwhile_and_counting_goes_on_behind(counting: Counting) -> None:
    with uncounted():
        assert counting.told == ["stop"]
        with uncounted():
            assert counting.told == ["stop"]
        assert counting.told == ["stop"]
    assert counting.told == ["stop", "start"]


def test_it_goes_on_behind_a_failure_too(counting: Counting) -> None:
    with pytest.raises(ZeroDivisionError), uncounted():
        _ = 1 / 0
    assert counting.told == ["stop", "start"]


def test_another_thread_stops_nobody(counting: Counting) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_pause).result()
    assert counting.told == []


def test_what_is_always_the_same_is_counted_the_first_time(counting: Counting) -> None:
    what = object()
    with uncounted(), counted_once(what):
        assert counting.told == ["stop"]
    counting.told.clear()
    with counted_once(what):
        assert counting.told == []
    with counted_once(what):
        assert counting.told == ["stop"]
    assert counting.told == ["stop", "start"]


def test_what_failed_was_not_counted(counting: Counting) -> None:
    what = object()
    with pytest.raises(ZeroDivisionError), counted_once(what):
        _ = 1 / 0
    with counted_once(what):
        assert counting.told == []


def _pause() -> None:
    with uncounted():
        pass
