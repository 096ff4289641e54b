"""The folder a test run lives in, and the calm environment its programs get."""

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Each of these, left over in somebody's shell, would change what is installed or tested.
_DISTURBING = frozenset(
    {"PYTHONPATH", "PYTHONHOME", "PYTEST_ADDOPTS", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    | {"PYTHONDONTWRITEBYTECODE"}  # each program would translate all modules again
)
_SCALES = "CASEFLOW_TEST"


class Unprepared(Exception):
    """The machine cannot run the tests; the message says what to do."""


@dataclass(frozen=True)
class Workplace:
    """Where a run keeps its Python, its browser and its caches."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter with everything the tests need."""
        return self.folder / "bin" / "python"

    @property
    def caches(self) -> Path:
        """What the tools remember between two runs."""
        return self.folder / "cache"

    def environment(self) -> dict[str, str]:
        """Return the environment of every program: one locale, one PATH, nothing disturbing."""
        kept = {name: value for name, value in os.environ.items() if not _disturbs(name)}
        home = Path(kept.get("HOME") or "/nonexistent")
        return {
            **kept,
            "HOME": str(home if os.access(home, os.W_OK) else self.folder),
            "PATH": os.pathsep.join([str(self.folder / "bin"), kept.get("PATH", os.defpath)]),
            "VIRTUAL_ENV": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "COVERAGE_FILE": str(self.caches / "coverage"),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(self.caches / "hypothesis"),
            "MYPY_CACHE_DIR": str(self.caches / "mypy"),
            "RUFF_CACHE_DIR": str(self.caches / "ruff"),
        }

    def run(self, command: Sequence[str | Path], *, quiet: bool = False) -> bool:
        """Run a program in the repository and return whether it succeeded.

        A quiet program is heard only when it fails.
        """
        done = subprocess.run(  # noqa: S603 - commands of this folder's own making, no shell
            command,
            check=False,
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE if quiet else None,
            stderr=subprocess.STDOUT if quiet else None,
            text=True,
        )
        if quiet and done.returncode:
            print(done.stdout)  # noqa: T201 - the failed program's own words
        return done.returncode == 0


def choose_workplace() -> Workplace:
    """Return a place that this user can write: beside the code, else among the user's caches."""
    beside = ROOT / ".venv-tests"
    if os.access(beside if beside.exists() else ROOT, os.W_OK):
        return Workplace(beside)
    name = f"caseflow-tests-{hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]}"
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    try:
        caches.mkdir(parents=True, exist_ok=True)
        (caches / name).mkdir(exist_ok=True)
    except OSError:
        return Workplace(Path(tempfile.mkdtemp(prefix=f"{name}-")))
    return Workplace(caches / name)


def _disturbs(name: str) -> bool:
    ours = name.startswith("CASEFLOW_") and not name.startswith(_SCALES)
    return ours or name in _DISTURBING
