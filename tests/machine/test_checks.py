import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.machine import run as whole
from tests.machine.checks import BANDIT, run_checks, run_tests
from tests.machine.workplace import Unprepared, Workplace


class Noted:
    """A workplace whose programs are only noted; those with a certain word in them fail."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place = Workplace(folder)
        self.lines: list[str] = []
        self.failing = "no program"
        monkeypatch.setattr(Workplace, "run", self.run)

    def run(self, command: Sequence[str | Path], *, quiet: bool = False) -> bool:
        self.lines.append(" ".join(map(str, command)))
        assert quiet is ("-m pytest" not in self.lines[-1])
        return self.failing not in self.lines[-1]


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Noted:
    return Noted(tmp_path, monkeypatch)


def test_all_checks_are_run_and_pass(noted: Noted, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_checks(noted.place) == 0
    assert len(noted.lines) == 8
    assert "-m pytest" in noted.lines[6]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("failing", "name"),
    [
        ("ruff check", "ruff check"),
        ("ruff format", "ruff format"),
        ("mypy", "mypy"),
        ("lint-imports", "import contracts"),
        ("bandit", "bandit"),
        ("--collect-only", "collection"),
        ("-m pytest", "pytest"),
        ("coverage report", "full coverage of the guarding rooms"),
    ],
)
def test_one_failure_fails_the_run_and_stops_nothing(
    noted: Noted, capsys: pytest.CaptureFixture[str], failing: str, name: str
) -> None:
    noted.failing = failing
    assert run_checks(noted.place) == 1
    assert len(noted.lines) == 8
    assert capsys.readouterr().err == f"Failed: {name}.\n"


@pytest.mark.parametrize(
    ("line", "passes"),
    [
        ("import hashlib\n\nhashlib.sha256(b'').hexdigest()\n", True),
        ("import hashlib\n\nhashlib.md5(b'').hexdigest()\n", False),
        ("import subprocess\n\nsubprocess.call(input(), shell=True)\n", False),
        ("import yaml\n\nyaml.load(input())\n", False),
    ],
)
def test_what_bandit_finds_fails_the_check(tmp_path: Path, line: str, *, passes: bool) -> None:
    (tmp_path / "seeded.py").write_text(line, encoding="utf-8")
    assert Workplace(Path(sys.prefix)).run([*BANDIT, str(tmp_path)], quiet=True) is passes


def test_a_path_runs_only_those_tests(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "prepare", lambda: noted.place)
    monkeypatch.setattr(whole, "ensure_chromium", lambda _: None)
    assert whole.run(["tests/unit/policy"]) == 0
    assert len(noted.lines) == 1
    assert noted.lines[0].endswith("tests/unit/policy")
    assert whole.run([]) == 0
    assert len(noted.lines) == 9
    noted.failing = "-m pytest"
    assert run_tests(noted.place, []) == 1


def test_an_unprepared_machine_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare() -> Workplace:
        raise Unprepared("Install the package.")

    monkeypatch.setattr(whole, "prepare", prepare)
    assert whole.run([]) == 1
    assert capsys.readouterr().err == "Install the package.\n"
