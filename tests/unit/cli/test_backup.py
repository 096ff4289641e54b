import json
from pathlib import Path

import pytest

from tests.factories.command_line import Installed


def test_a_backup_says_what_it_wrote_and_until_when_its_keys_are_kept(
    installed: Installed, tmp_path: Path
) -> None:
    told = installed.told("backup", "--to", str(tmp_path / "backups"))
    manifest = json.loads(Path(told["manifest"]).read_text(encoding="utf-8"))
    assert manifest["id"] == told["backup"]
    assert manifest["keys_until"][:10] == told["keys_until"][:10]
    assert {each.name for each in (tmp_path / "backups").iterdir()} == {
        Path(told["manifest"]).name,
        told["content"],
        told["keys"],
    }


def test_it_is_said_in_words_too(installed: Installed, tmp_path: Path) -> None:
    said = installed.said("backup", "--to", str(tmp_path / "backups"))
    assert "Backed up: caseflow-" in said
    assert ".keys is to be deleted on 20" in said


@pytest.mark.usefixtures("installed")
def test_a_folder_that_cannot_be_written_is_a_sentence(
    installed: Installed, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert "cannot be read or written" in installed.refused("backup", "--to", str(file / "in"))
