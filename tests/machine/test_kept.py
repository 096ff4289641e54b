from pathlib import Path
from threading import Event, Thread

import pytest

from tests.machine.kept import Kept, kept_beside


def test_what_was_made_is_not_made_again_and_what_failed_is(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        if len(made) == 1:
            raise ValueError
        return made

    with pytest.raises(ValueError, match=r"^$"):
        Kept(tmp_path).once("walk", make)
    assert [Kept(tmp_path).once("walk", make) for _ in "ab"] == [[1, 1], [1, 1]]
    assert made == [1, 1]
    assert Kept(tmp_path).once("other", lambda: "x") == "x"


def test_whoever_comes_second_waits_for_what_the_first_makes(tmp_path: Path) -> None:
    begun, go_on, found = Event(), Event(), list[str]()

    def make() -> str:
        begun.set()
        assert go_on.wait(20)
        return "the first"

    first = Thread(target=lambda: found.append(Kept(tmp_path).once("walk", make)))
    first.start()
    assert begun.wait(20)
    second = Thread(target=lambda: found.append(Kept(tmp_path).once("walk", lambda: "the second")))
    second.start()
    second.join(0.1)
    assert found == []
    go_on.set()
    for each in (first, second):
        each.join(20)
    assert found == ["the first", "the first"]


@pytest.mark.parametrize(("worker", "folder"), [("gw1", "kept"), (None, "gw1/kept")])
def test_workers_of_one_run_have_one_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: str | None, folder: str
) -> None:
    own = tmp_path / "gw1"
    own.mkdir()
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    if worker is not None:
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    assert kept_beside(own) == kept_beside(own) == Kept(tmp_path / folder)
    assert (tmp_path / folder).is_dir()
