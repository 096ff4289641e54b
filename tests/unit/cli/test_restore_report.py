from pathlib import Path

import pytest

from caseflow.cli.restore_report import checked_text, restored_object, restored_text
from caseflow.merkle.checkpoints import Checkpoint
from caseflow.operations.backups.check_backup import Checked
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.replay import Replayed
from caseflow.operations.backups.restore import Restored
from caseflow.oversight import Report
from tests.unit.operations.backups.test_manifest import MANIFEST

FOUND = FoundBackup(Path("a.backup.json"), b"", MANIFEST)
REPORT = Report(entries=3, size=3, root=bytes(32), findings=())


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def _checked(**changed: object) -> Checked:
    checked = Checked(keys=None, rows=7, log_agrees=True)  # type: ignore[arg-type]  # never looked at
    for name, value in changed.items():
        setattr(checked, name, value)
    return checked


def test_a_sound_backup_is_verified_and_a_broken_one_says_why() -> None:
    assert checked_text(FOUND, _checked()).endswith("verified")
    said = checked_text(FOUND, _checked(broken_count=1, broken_seals=["staff 1"], log_agrees=False))
    assert "1 rows are not as they were written: staff 1" in said
    assert "entries of the log are not" in said
    assert "verified" not in said


def test_what_is_left_to_the_officers_is_named() -> None:
    head = Checkpoint("o", 9, bytes(32))
    replayed = Replayed(head, further=True, known=1, done=2, left=["wall.record (7)"])
    restored = Restored(12, _checked(), replayed, suspended=True)
    said = restored_text(FOUND, restored, REPORT)
    assert "2 ends were done again, 1 were known" in said
    assert "Could not be done again: wall.record (7)" in said
    assert "Sharing is suspended" in said
    assert "another line" not in said
    told = restored_object(FOUND, restored, REPORT)
    assert (told["left"], told["further"]) == (["wall.record (7)"], True)
    replayed.further = False
    assert "another line of the log" in restored_text(FOUND, restored, REPORT)


def test_rows_that_were_broken_before_are_named() -> None:
    checked = _checked(broken_count=1, broken_seals=["staff 1"], log_agrees=False)
    restored = Restored(12, checked, None, suspended=True)
    assert "staff 1" in restored_text(FOUND, restored, REPORT)
    told = restored_object(FOUND, restored, REPORT)
    assert (told["broken_seals"], told["log_agrees"]) == (1, False)


def test_without_a_witness_nothing_is_said_of_one() -> None:
    restored = Restored(12, _checked(), None, suspended=False)
    said = restored_text(FOUND, restored, REPORT)
    assert "witness had seen" not in said
    assert "Sharing goes on" in said
    assert restored_object(FOUND, restored, REPORT)["replayed"] is None
