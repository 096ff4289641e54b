"""An installation that was founded from the command line, and what its commands said."""

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from caseflow.cli.opened import opened, work_of
from caseflow.identity import join
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.answers import Done
from tests.factories.house import CHEAP, PASSWORD
from tests.unit.cli.conftest import DATABASE, HANDED, commanding

FOUNDER = "anna@example.org"
INIT = (
    *("init", "--provider", "Musterträger", "--founder", FOUNDER, "--json"),
    *("--units", "counselling", "--recovery-shares", "2-of-3"),
)


@dataclass(frozen=True)
class Installed:
    """A founded installation whose founder's password lies in a file."""

    run: Callable[..., int]
    capsys: pytest.CaptureFixture[str]
    shares: list[str]

    def said(self, *arguments: str) -> str:
        """Return what a command that is done printed."""
        assert self.run(*arguments) == 0, self.capsys.readouterr().err
        return self.capsys.readouterr().out

    def told(self, *arguments: str) -> dict[str, Any]:
        """Return the one object that a command printed."""
        found: dict[str, Any] = json.loads(self.said(*arguments, "--json"))
        return found

    def refused(self, *arguments: str) -> str:
        """Return the one sentence with which a command was refused."""
        self.capsys.readouterr()
        assert self.run(*arguments) == 1
        said = self.capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1, said.err
        return said.err

    def take_up(self, link: str, password: str) -> None:
        """Set the password of an invited person, as the page behind her link does."""
        with opened(HANDED) as installation, work_of(installation) as work:
            assert isinstance(join(work, link.rpartition("/")[2], password), Done)


@pytest.fixture
def password_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that holds the password, which every command finds."""
    return lay_password(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def first_installation(tmp_path_factory: pytest.TempPathFactory) -> "tuple[Path, list[str]]":
    """Return the data of an installation that was founded once, and its recovery shares."""
    folder = tmp_path_factory.mktemp("installation")
    with pytest.MonkeyPatch.context() as patch:
        command = commanding(folder, patch, f"sqlite:///{folder / 'data' / DATABASE}")
        lay_password(folder, patch)
        quicken(patch)
        with redirect_stdout(StringIO()) as said:
            assert command(*INIT) == 0
    shares: list[str] = json.loads(said.getvalue())["recovery_shares"]
    return folder / "data", shares


@pytest.fixture
def installed(
    caseflow: Callable[..., int],
    password_path: Path,  # noqa: ARG001 - the founder's password must lie there
    tmp_path: Path,
    first_installation: "tuple[Path, list[str]]",
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Installed:
    """Return an installation with one unit, whose passwords are opened quickly."""
    quicken(monkeypatch)
    data, shares = first_installation
    shutil.copytree(data, tmp_path / "data", dirs_exist_ok=True)
    return Installed(caseflow, capsys, list(shares))


def lay_password(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Return the file that holds the password, which every command finds."""
    file = folder / "password"
    file.write_text(f"{PASSWORD}\n")
    file.chmod(0o600)
    patch.setenv("CASEFLOW_PASSWORD_FILE", str(file))
    return file


def quicken(patch: pytest.MonkeyPatch) -> None:
    """Let passwords be opened quickly."""
    quick = partial(OutsideKeys, password_cost=CHEAP)
    for module in ("init", "opened"):
        patch.setattr(f"caseflow.cli.{module}.OutsideKeys", quick)
