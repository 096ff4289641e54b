"""What several workers of a run need: made by the first who asks for it, read by all others."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import pytest

_WORKER = "PYTEST_XDIST_WORKER"  # set where this process is one of several


@dataclass(frozen=True)
class Kept:
    """A folder of this run alone."""

    folder: Path

    def once(self, name: str, make: Callable[[], object]) -> Any:  # noqa: ANN401 - what was made
        """Return what was made under this name, as JSON gives it back; others wait meanwhile."""
        file = self.folder / f"{name}.json"
        with (self.folder / f"{name}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not file.exists():
                file.write_text(json.dumps(make()), encoding="utf-8")
        return json.loads(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Return what is kept as long as the run goes on."""
    return kept_beside(tmp_path_factory.getbasetemp())


def kept_beside(own: Path) -> Kept:
    """Return what all workers keep, of whom this one's own folder is one, or what it alone does."""
    folder = (own.parent if _WORKER in os.environ else own) / "kept"
    folder.mkdir(exist_ok=True)
    return Kept(folder)
