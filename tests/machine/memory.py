"""A folder in memory for what tests write and throw away: databases take a tenth of the time.

What a test leaves in it is gone after the run; `--basetemp DIR` keeps the files of the tests.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

PLACE = Path("/dev/shm")  # noqa: S108 - mkdtemp makes the name
_NAME = "caseflow-tests"
NEEDED = 2 * 2**30  # bytes; a whole run was seen to need a quarter of it


def pytest_configure(config: pytest.Config) -> None:
    # A worker writes where the process that started it does.
    if not hasattr(config, "workerinput"):
        run = ExitStack()
        run.enter_context(writing_in_memory(PLACE))
        # At the very end: further processes keep their addresses there until this one ends.
        atexit.register(run.close)


@contextmanager
def writing_in_memory(place: Path) -> Iterator[None]:
    """Let this process and those it starts write in this place, and leave nothing there."""
    folder = folder_in_memory(place)
    if folder is None:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", str(folder))
        yield
    shutil.rmtree(folder, ignore_errors=True)


def folder_in_memory(place: Path) -> Path | None:
    """Return a new folder in this place; none where it is too small, or may hold no program."""
    if not _is_roomy(place):
        return None
    _sweep(place)
    folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}-{os.getpid()}-", dir=place))
    folder.chmod(0o711)  # the owner of the PostgreSQL server walks through it
    return folder


def _is_roomy(place: Path) -> bool:
    if not os.access(place, os.W_OK | os.X_OK):
        return False
    there = os.statvfs(place)
    free = min(there.f_bavail * there.f_frsize, _free_memory())
    return free >= NEEDED and not there.f_flag & os.ST_NOEXEC


def _sweep(place: Path) -> None:
    """Remove what runs have left that were killed: nobody else gives the memory back."""
    for folder in place.glob(f"{_NAME}-*-*"):
        if not Path("/proc", folder.name.split("-")[2]).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _free_memory() -> int:
    """Return the bytes that programs may still take without driving others out."""
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    sizes = dict(line.split(":") for line in lines)
    return int(sizes["MemAvailable"].split()[0]) * 1024
