import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.machine import debian


class Machine:
    """A machine that notes each command and lets those fail that hold a certain word."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, root: bool, programs: set[str]) -> None:
        self.commands: list[str] = []
        self.failing: list[str] = []
        self.plan = ""
        found = {name: f"/usr/bin/{name}" for name in programs}
        monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr("shutil.which", found.get)
        monkeypatch.setattr("subprocess.run", self.run)

    def run(self, command: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(command)
        self.commands.append(line)
        failing = next((word for word in self.failing if word in line), None)
        if failing:
            self.failing.remove(failing)
        return subprocess.CompletedProcess(command, 1 if failing else 0, self.plan, "")


def test_root_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=True, programs={"apt-get"})
    assert debian.install("chromium")
    assert [line.split()[-1] for line in machine.commands] == ["chromium"]


def test_a_machine_without_package_lists_fetches_them_once(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=True, programs={"apt-get"})
    machine.failing = ["install"]
    assert debian.install("chromium")
    assert [line.split()[-1] for line in machine.commands] == ["chromium", "update", "chromium"]


def test_somebody_with_a_silent_sudo_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=False, programs={"apt-get", "sudo"})
    assert debian.install("chromium")
    assert all(line.startswith("sudo -n ") for line in machine.commands)


def test_without_right_or_apt_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Machine(monkeypatch, root=False, programs={"apt-get"}).commands
    assert not debian.install("chromium")
    machine = Machine(monkeypatch, root=False, programs={"apt-get", "sudo"})
    machine.failing = ["true"]
    assert not debian.install("chromium")
    Machine(monkeypatch, root=True, programs=set())
    assert not debian.install("chromium")


def test_unpacking_fetches_exactly_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine = Machine(monkeypatch, root=False, programs={"apt-get", "dpkg"})
    machine.plan = "Reading\nInst libnss3 (3.87)\nInst chromium (150)\nConf chromium (150)\n"
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "libnss3.deb").touch()
    assert debian.unpack("chromium", tmp_path)
    assert machine.commands[-2].endswith("download libnss3 chromium")
    assert machine.commands[-1] == f"dpkg -x {tmp_path}/files/libnss3.deb {tmp_path}/tree"


@pytest.mark.parametrize("failing", ["update", "download", "-x"])
def test_unpacking_says_when_it_failed(
    failing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine = Machine(monkeypatch, root=False, programs={"apt-get", "dpkg"})
    machine.plan = "Inst chromium (150)\n"
    machine.failing = [failing]
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "chromium.deb").touch()
    assert not debian.unpack("chromium", tmp_path)


def test_unpacking_needs_the_tools_and_something_to_unpack(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Machine(monkeypatch, root=False, programs={"apt-get"})
    assert not debian.unpack("chromium", tmp_path)
    Machine(monkeypatch, root=False, programs={"apt-get", "dpkg"})
    assert not debian.unpack("chromium", tmp_path)
