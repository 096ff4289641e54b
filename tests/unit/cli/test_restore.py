import sys
from pathlib import Path

import pytest

from caseflow.cli.restore import _target
from tests.factories.command_line import Installed


@pytest.fixture
def backup(installed: Installed, tmp_path: Path) -> str:
    folder = str(tmp_path / "backups")
    installed.said("backup", "--to", folder)
    return folder


def test_a_backup_is_checked_without_writing_anything(installed: Installed, backup: str) -> None:
    told = installed.told("restore", "--from", backup, "--verify")
    assert told == {"sound": True, "rows": told["rows"], "broken_seals": 0, "log_agrees": True}
    assert "verified" in installed.said("restore", "--from", backup, "--verify")


def test_a_restored_installation_verifies_and_is_suspended(
    installed: Installed, backup: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", f"sqlite:///{tmp_path / 'again.db'}")
    told = installed.told("restore", "--from", backup)
    assert (told["suspended"], told["verified"], told["replayed"]) == (True, True, None)
    with monkeypatch.context() as patched:
        # What is there may be of another release, and is not migrated.
        patched.setattr(sys.modules[_target.__module__], "upgrade", None)
        assert "not empty" in installed.refused("restore", "--from", backup)
    assert installed.run("audit", "verify") == 0


def test_content_alone_and_what_opens_then(
    installed: Installed, backup: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", f"sqlite:///{tmp_path / 'again.db'}")
    next(Path(backup).glob("*.keys")).unlink()
    assert "nothing that a client said opens" in installed.refused("restore", "--from", backup)
    assert "nothing of it opens" in installed.said("restore", "--from", backup, "--content-only")


def test_where_there_is_no_backup_or_no_witness_is_a_sentence(
    installed: Installed, backup: str, tmp_path: Path
) -> None:
    assert "no backup in" in installed.refused("restore", "--from", str(tmp_path / "data"))
    witness = tmp_path / "witness.json"
    witness.write_text("{}")
    said = installed.refused("restore", "--from", backup, "--witness", str(witness))
    assert "no witness file" in said
