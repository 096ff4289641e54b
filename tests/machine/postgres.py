"""A PostgreSQL of our own for tests: one server a worker, one database a test."""

import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from tests.machine.cluster import OWNER, environment, make_cluster, make_folder, run_as
from tests.machine.kept_pool import KeptPool
from tests.machine.put_back import PutBack

ENGINES = ("sqlite", "postgresql")
START_SECONDS = 30.0


@dataclass(frozen=True)
class PostgresServer:
    """A running server, reached over a socket inside its own folder."""

    folder: Path
    process: subprocess.Popen[bytes]
    _clones: dict[str, PutBack] = field(default_factory=dict)  # by the URL of their template
    _pools: dict[str, KeptPool] = field(default_factory=dict)  # by the URL of their database

    def clones(self, template: str) -> PutBack:
        """Return the clones of the database at this URL, to which nobody may be connected."""
        return self._clones.setdefault(template, PutBack(self, template))

    def pool(self, url: str) -> KeptPool:
        """Return the connections to the database at this URL that are kept."""
        return self._pools.setdefault(url, KeptPool())

    def new_database(self, template: str | None = None) -> str:
        """Create a database, empty or a clone of the one at the URL `template`, and return its URL.

        Nobody may be connected to the template meanwhile.
        """
        name = f"test_{secrets.token_hex(6)}"
        source = "template0" if template is None else _name(template)
        # Copied as files: the other strategy sends every block through the log.
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(source)))
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.folder}"

    def drop(self, url: str) -> None:
        """Remove the database at this URL, whoever is still connected to it."""
        statement = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        self._execute(statement.format(sql.Identifier(_name(url))))

    def stop(self) -> None:
        """End the server with all its connections and remove its files."""
        for pool in self._pools.values():
            pool.close()
        for clones in self._clones.values():
            clones.close()
        self.process.send_signal(signal.SIGQUIT)  # at once: nothing needs to be written any more
        self.process.wait()
        shutil.rmtree(self.folder)

    def _execute(self, statement: sql.Composed) -> None:
        with _connect(self.folder) as connection:
            connection.execute(statement)


def start_postgres() -> PostgresServer:
    """Make a cluster, start its server and return it once it answers."""
    folder = make_folder()
    command = make_cluster(folder)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - the wheel's own program, no shell
            command, stdout=log, stderr=log, cwd=folder, env=environment(), **run_as()
        )
    _wait_until_ready(folder, process)
    return PostgresServer(folder, process)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Yield the one PostgreSQL server of this worker."""
    server = start_postgres()
    yield server
    server.stop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of an empty database, once for each engine."""
    yield from database_url(request, tmp_path)


def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of an empty database on the engine in `request.param`, then remove it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'caseflow.db'}"
        return
    # Asked for here and not as an argument: a run on SQLite alone starts no server.
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.new_database()
    yield url
    server.drop(url)


def _connect(folder: Path) -> psycopg.Connection:
    return psycopg.connect(host=str(folder), user=OWNER, dbname="postgres", autocommit=True)


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def _wait_until_ready(folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            _connect(folder).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    process.kill()
    process.wait()
    said = (folder / "server.log").read_text(encoding="utf-8", errors="replace")
    shutil.rmtree(folder)
    message = f"PostgreSQL did not start within {START_SECONDS:.0f} s. It said:\n{said}"
    raise RuntimeError(message)
