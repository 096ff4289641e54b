"""A backup that is taken while others write is one instant, and comes back on the other engine.

Whatever was acknowledged before it began is in it, the log in it accounts for every use of every
basis, and every table comes back byte by byte. Read table by table it would not be one instant.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event
from time import sleep
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, create_engine, select

from caseflow.audit.verify import verify
from caseflow.database.tables.records import Entry
from caseflow.operations.backups import make_backup as room
from caseflow.operations.backups.check_backup import check_backup
from caseflow.operations.backups.found_backup import FoundBackup
from caseflow.operations.backups.manifest import FileDigest
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import write_share
from tests.factories.application import application
from tests.factories.backups import OUTSIDE, backed_up, come_back
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import Program

if TYPE_CHECKING:
    from tests.machine.postgres import PostgresServer

WRITERS = ("berta", "lea") * 2
BEFORE = 8  # entries that are acknowledged before it begins
PATIENCE = 60.0  # seconds
ENTRY = {
    "unit": "beratung",
    "category": "violence",
    "occurred_on": "2026-03-01",
    "kind": "note",
    "fields": {"title": "Gespräch", "text": "Sie ist wieder da."},
}
Snapshot = Callable[[str], AbstractContextManager[Connection]]


def test_what_was_acknowledged_before_is_in_it_and_all_of_it_is_one_instant(
    house: House, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    acknowledged, found = _taken_under_load(house, tmp_path)
    assert check_backup(found, OUTSIDE).sound
    with _other(house, request, tmp_path) as url, come_back(house, found, url) as (again, _):
        integrated(again)
        with again.sessions() as session:
            assert acknowledged <= set(session.scalars(select(Entry.id)))
        assert verify(again.work(), again.server.signer.public).findings == ()


def test_read_table_by_table_it_is_no_instant(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def careless(database_url: str) -> Iterator[Connection]:
        # Each statement sees an instant of its own.
        sqlite = house.engine.dialect.name == "sqlite"
        level = "AUTOCOMMIT" if sqlite else "READ COMMITTED"
        engine = create_engine(database_url, isolation_level=level)
        with engine.connect() as connection:
            yield connection
        engine.dispose()

    careful = write_share

    def beside_others(connection: Connection, share: Share, *more: Any) -> FileDigest:  # noqa: ANN401 - as it is
        berta = house.actor("berta", "beratung")
        write(house, berta, new_client(house, berta), entry("inzwischen"))
        integrated(house)
        return careful(connection, share, *more)

    monkeypatch.setattr(room, "write_share", beside_others)
    assert check_backup(backed_up(house, tmp_path / "careful"), OUTSIDE).sound
    monkeypatch.setattr(room, "snapshot", careless)
    assert not check_backup(backed_up(house, tmp_path / "careless"), OUTSIDE).log_agrees


def _taken_under_load(house: House, folder: Path) -> tuple[set[UUID], FoundBackup]:
    """Return what was acknowledged before the backup, and the backup."""
    with _writing(house) as done:
        acknowledged = set(done)
        found = backed_up(house, folder / "backups")
    assert len(done) > len(acknowledged) > 0, "nobody wrote meanwhile"
    return acknowledged, found


@contextmanager
def _writing(house: House) -> Iterator[list[UUID]]:
    """Yield what is acknowledged to four who write without a pause, some of it already."""
    berta = house.actor("berta", "beratung")
    client, app = new_client(house, berta).id, application(house)
    programs = [Program(app, name, "beratung") for name in WRITERS]
    done: list[UUID] = []
    over = Event()

    def go_on(program: Program) -> None:
        while not over.is_set():
            answer = program.send("POST", f"/clients/{client}/entries", ENTRY)
            assert answer.status_code == 201, answer.text
            done.append(UUID(answer.get_json()["id"]))

    with ThreadPoolExecutor(len(programs)) as threads:
        writing = [threads.submit(go_on, program) for program in programs]
        try:
            while len(done) < BEFORE and not any(each.done() for each in writing):
                sleep(0.01)
            yield done
        finally:
            over.set()
        for each in writing:
            each.result(PATIENCE)


@contextmanager
def _other(house: House, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Yield the address of an empty database on the other engine."""
    if house.engine.dialect.name == "postgresql":
        yield f"sqlite:///{folder / 'other.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    address = server.new_database()
    yield address
    server.drop(address)
