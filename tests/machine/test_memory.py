import os
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.machine import memory
from tests.machine.memory import folder_in_memory, writing_in_memory


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    _offer(monkeypatch)
    return tmp_path


def test_a_folder_is_made_through_which_others_walk_and_see_nothing(place: Path) -> None:
    folder = folder_in_memory(place)
    assert folder is not None
    assert folder.parent == place
    assert folder.stat().st_mode & 0o777 == 0o711


def test_what_a_killed_run_left_is_removed_and_nothing_else(place: Path) -> None:
    killed, running = place / "caseflow-tests-0-a", place / f"caseflow-tests-{os.getpid()}-b"
    for folder in (killed, running):
        folder.mkdir()
        (folder / "caseflow.db").touch()
    assert folder_in_memory(place) is not None
    assert not killed.exists()
    assert (running / "caseflow.db").exists()


@pytest.mark.parametrize("lack", [{"f_bavail": 2**18}, {"f_flag": os.ST_NOEXEC}])
def test_a_small_place_and_one_without_programs_are_left(
    monkeypatch: pytest.MonkeyPatch, place: Path, lack: dict[str, int]
) -> None:
    _offer(monkeypatch, **lack)
    assert folder_in_memory(place) is None
    assert list(place.iterdir()) == []


def test_a_machine_short_of_memory_keeps_what_it_has(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(memory, "_free_memory", lambda: 2**30)
    assert folder_in_memory(place) is None


def test_where_there_is_no_such_place_the_disk_will_do(place: Path) -> None:
    assert folder_in_memory(place / "none") is None


def test_the_system_tells_how_much_memory_is_free() -> None:
    assert 2**20 < memory._free_memory() < 2**50  # noqa: SLF001 - nothing above shows its unit


def test_all_is_written_there_until_the_run_ends(place: Path) -> None:
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")
    with writing_in_memory(place):
        assert Path(tempfile.gettempdir()).parent == place
        assert os.environ["TMPDIR"] == tempfile.gettempdir()
        tempfile.mkdtemp()
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == before
    assert list(place.iterdir()) == []


def test_without_such_a_place_everything_stays_as_it_is(place: Path) -> None:
    before = tempfile.gettempdir()
    with writing_in_memory(place / "none"):
        assert tempfile.gettempdir() == before


def _offer(monkeypatch: pytest.MonkeyPatch, **lack: int) -> None:
    there = SimpleNamespace(**{"f_bavail": 2**20, "f_frsize": 2**12, "f_flag": 0, **lack})
    monkeypatch.setattr("os.statvfs", lambda _: there)
    monkeypatch.setattr(memory, "_free_memory", lambda: 2**32)
