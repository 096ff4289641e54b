"""A copy of config/ in which one thing can be changed, and the sentence that this earns."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.settings.config_folder import config_folder
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.errors import BadConfiguration

Complaint = Callable[[str, str, str], str]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(config_folder(), tmp_path / "config"))


@pytest.fixture
def complaint(own: Path) -> Complaint:
    """Return a function that replaces the first `old` in a file and reads the configuration."""

    def complain(name: str, old: str, new: str) -> str:
        file = own / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(BadConfiguration) as raised:
            read_configuration(own)
        return str(raised.value)

    return complain
