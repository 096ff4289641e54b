import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.machine import debian, environment
from tests.machine.environment import prepare
from tests.machine.workplace import Unprepared, Workplace


class Fresh:
    """A machine on which everything is noted and nothing made; what is named in it fails."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[str] = []
        self.failing: list[str] = []
        self.lock = folder / "lock.txt"
        self.lock.write_text("flask==3.1.3", encoding="utf-8")
        monkeypatch.setattr(environment, "LOCK", self.lock)
        monkeypatch.setattr(environment, "choose_workplace", lambda: Workplace(folder))
        monkeypatch.setattr(environment, "_venv", lambda _: self.does("venv"))
        monkeypatch.setattr(debian, "install", self.does)
        monkeypatch.setattr(Workplace, "run", self.run)

    def does(self, step: str) -> bool:
        self.steps.append(step)
        if step in self.failing:
            self.failing.remove(step)
            return False
        return True

    def run(self, command: Sequence[str], *, quiet: bool) -> bool:
        assert quiet
        return self.does("locked packages" if "--require-hashes" in command else "caseflow")


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fresh:
    return Fresh(tmp_path, monkeypatch)


def test_a_second_run_installs_nothing_until_the_lock_changes(fresh: Fresh) -> None:
    everything = ["venv", "locked packages", "caseflow"]
    prepare()
    prepare()
    assert fresh.steps == everything
    fresh.lock.write_text("flask==3.1.4", encoding="utf-8")
    prepare()
    assert fresh.steps == everything * 2


@pytest.mark.parametrize("step", ["locked packages", "caseflow"])
def test_a_failed_installation_is_tried_again(fresh: Fresh, step: str) -> None:
    fresh.failing = [step]
    with pytest.raises(Unprepared, match="pip says above why"):
        prepare()
    prepare()
    assert fresh.steps[-3:] == ["venv", "locked packages", "caseflow"]


def test_the_package_that_a_virtual_environment_needs_is_installed(fresh: Fresh) -> None:
    fresh.failing = ["venv"]
    prepare()
    assert fresh.steps[1].endswith("-venv")
    assert fresh.steps[2] == "venv"


def test_without_that_package_one_sentence_says_what_to_do(fresh: Fresh) -> None:
    fresh.failing = ["venv", "venv"]
    with pytest.raises(Unprepared, match="install the package `python3"):
        prepare()


def test_what_is_made_is_neither_hidden_nor_open_to_all(fresh: Fresh) -> None:
    before = os.umask(0o077)
    try:
        prepare()
        assert os.umask(before) == 0o022
    finally:
        os.umask(before)
    assert fresh.steps
