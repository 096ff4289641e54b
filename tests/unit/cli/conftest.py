"""A command line over an environment of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.api.blueprint import interface
from caseflow.app import create_app
from caseflow.cli.handed import Handed
from caseflow.cli.program import run
from caseflow.settings.environment import read_environment
from caseflow.settings.read_configuration import read_configuration
from tests.factories.house import ROOT, TRUSTEE

HANDED = Handed(read_environment, read_configuration, create_app, interface)


DATABASE = "caseflow.db"


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'data' / DATABASE}"


@pytest.fixture
def caseflow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str
) -> Callable[..., int]:
    """Return the command, which gives its exit code back."""
    return commanding(tmp_path, monkeypatch, database_url)


def commanding(folder: Path, patch: pytest.MonkeyPatch, url: str) -> Callable[..., int]:
    """Return the command over an environment whose files lie in this folder."""
    for name, key in (("ROOT_KEY", ROOT), ("TRUSTEE_KEY", TRUSTEE)):
        file = folder / "keys" / name / "key"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(key.hex())
        file.chmod(0o400)
        patch.setenv(f"CASEFLOW_{name}_FILE", str(file))
    for name, locale in (("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "en_GB.UTF-8")):
        patch.setenv(name, locale)
    patch.setenv("CASEFLOW_DATA_DIR", str(folder / "data"))
    patch.setenv("CASEFLOW_DATABASE_URL", url)
    return lambda *arguments: run(HANDED, arguments)
