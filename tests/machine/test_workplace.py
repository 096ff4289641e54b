from pathlib import Path

import pytest

from tests.machine import workplace
from tests.machine.workplace import Workplace, choose_workplace


def test_nothing_from_the_shell_disturbs_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disturbing = {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PIP_USER", "CASEFLOW_DATABASE_URL"}
    for name in (*disturbing, "CASEFLOW_TEST_SCALE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    made = Workplace(tmp_path).environment()
    assert not disturbing & made.keys()
    assert made["CASEFLOW_TEST_SCALE"] == "1"
    assert made["HOME"] == str(tmp_path)
    assert made["PATH"].startswith(f"{tmp_path}/bin:")


def test_a_writable_home_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Workplace(tmp_path / "place").environment()["HOME"] == str(tmp_path)


def test_a_quiet_program_is_heard_only_when_it_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Workplace(tmp_path)
    assert place.run(["sh", "-c", "echo well"], quiet=True)
    assert not place.run(["sh", "-c", "echo wrong; exit 3"], quiet=True)
    assert capsys.readouterr().out == "wrong\n\n"


def test_the_workplace_is_beside_the_code_or_among_the_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workplace, "ROOT", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert choose_workplace().folder == tmp_path / ".venv-tests"
    monkeypatch.setattr("os.access", lambda *_: False)
    assert choose_workplace().folder.parent == tmp_path / "caches"
    assert choose_workplace() == choose_workplace()
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert choose_workplace().folder.parent == tmp_path
