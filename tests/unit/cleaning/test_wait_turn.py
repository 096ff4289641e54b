from threading import BoundedSemaphore

import pytest

from caseflow.cleaning import wait_turn as room
from caseflow.cleaning.wait_turn import wait_turn


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_working", BoundedSemaphore(1))
    monkeypatch.setattr(room, "_inside", BoundedSemaphore(2))
    monkeypatch.setattr(room, "PATIENCE", 0.01)


def test_one_after_the_other_has_its_turn() -> None:
    for _ in range(3):
        with wait_turn() as first:
            assert first
            with wait_turn() as second:
                assert not second


def test_who_finds_too_many_waiting_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PATIENCE", 600)
    room._inside.acquire()  # noqa: SLF001 - somebody who waits
    with wait_turn() as first:
        assert first
        with wait_turn() as crowded:
            assert not crowded


def test_a_turn_that_breaks_off_is_over() -> None:
    with pytest.raises(OSError, match="a disk"), wait_turn():
        raise OSError("a disk")
    with wait_turn() as again:
        assert again
