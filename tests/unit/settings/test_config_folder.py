from pathlib import Path

import pytest

from caseflow.settings import config_folder as module
from caseflow.settings.config_folder import config_folder, find_file, find_files
from caseflow.vocabulary.errors import BadConfiguration


def test_the_folder_of_the_source_tree() -> None:
    assert (config_folder() / "questions.toml").is_file()


def test_the_folder_inside_the_wheel_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "files", lambda _package: tmp_path / "caseflow")
    assert config_folder() == tmp_path / "config"
    (tmp_path / "caseflow" / "_config").mkdir(parents=True)
    assert config_folder() == tmp_path / "caseflow" / "_config"


def test_own_files_override_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "provider.toml").touch()
    assert find_file("provider.toml", tmp_path) == tmp_path / "provider.toml"
    assert find_file("questions.toml", tmp_path) == config_folder() / "questions.toml"
    assert find_file("questions.toml", None) == config_folder() / "questions.toml"


def test_a_file_that_is_nowhere() -> None:
    with pytest.raises(BadConfiguration, match="install the program again"):
        find_file("missing.toml", None)


def test_own_consent_texts_are_added_and_override(tmp_path: Path) -> None:
    folder = tmp_path / "consents"
    folder.mkdir()
    for name in ("sharing-1.de.toml", "sharing-2.de.toml", "notes.txt"):
        (folder / name).touch()
    found = {file.name: file.parent for file in find_files("consents", tmp_path)}
    assert found["sharing-1.de.toml"] == folder
    assert found["sharing-2.de.toml"] == folder
    assert found["sharing-1.en.toml"] == config_folder() / "consents"
    assert "notes.txt" not in found
    assert set(find_files("consents", None)) == {
        *(config_folder() / "consents").glob("*.toml"),
    }
