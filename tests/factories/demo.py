"""A demo whose way is walked once, for the tests that look at it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from caseflow.api.blueprint import interface
from caseflow.app import create_app
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.walk import Walked, walk
from caseflow.cli.handed import Handed
from caseflow.settings.environment import read_environment
from caseflow.settings.read_configuration import read_configuration

HANDED = Handed(read_environment, read_configuration, create_app, interface)


@dataclass(frozen=True)
class WalkedDemo:
    """A demo in its directory, and what its walk has shown."""

    folder: Path
    walked: Walked


@pytest.fixture(scope="session")
def walked_demo(tmp_path_factory: pytest.TempPathFactory) -> WalkedDemo:
    """Return a demo that nobody changes."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    return WalkedDemo(folder, play_on(HANDED, folder, walk))
