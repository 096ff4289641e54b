from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, select

from caseflow.audit.entries import read_payload
from caseflow.audit.verify import verify
from caseflow.database.base import Base
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.installation import Installation
from caseflow.operations.backups.restore import restore, restore_content
from caseflow.operations.backups.shares import SHARES, Share, tables_of
from caseflow.operations.backups.table_rows import records
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import OperatorError
from tests.factories.backups import backed_up, come_back, target_at, url_of
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.tokens import made

if TYPE_CHECKING:
    from tests.machine.postgres import PostgresServer

TOLD_ANEW = {"backups", "installation", "staged_entries"}


@pytest.fixture
def other(house: House, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of an empty database on the other engine."""
    if house.engine.dialect.name == "postgresql":
        yield f"sqlite:///{tmp_path / 'other.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    address = server.new_database()
    yield address
    server.drop(address)


def _all_records(engine: Engine) -> dict[str, set[bytes]]:
    with engine.connect() as connection:
        return {
            table.name: set(records(connection, table))
            for share in Share
            for table in tables_of(share)
        }


def test_everything_comes_back_on_the_other_engine_and_sharing_is_suspended(
    house: House, clock: StoppedClock, other: str, tmp_path: Path
) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta, "Mina"), entry("Sie ist gekommen."))
    made(house, "berta", "beratung")
    integrated(house)
    before = _all_records(house.engine)
    found = backed_up(house, tmp_path / "backups")
    clock.advance(timedelta(hours=3))
    with come_back(house, found, other) as (again, restored):
        after = _all_records(again.engine)
        changed = {name for name in SHARES if before[name] != after[name]}
        assert changed <= TOLD_ANEW | {"api_tokens"}
        assert before["staged_entries"] < after["staged_entries"]
        with again.sessions() as session:
            row = session.scalars(select(Installation)).one()
            assert session.scalars(select(ApiToken)).all() == []  # one may have been revoked since
            told = [read_payload(each) for each in session.scalars(select(StagedEntry.payload))]
        assert restored.suspended
        assert row.suspended_at == clock.now()
        entry_of_it = next(each for each in told if each["act"] == Act.INSTALLATION_RESTORE)
        assert entry_of_it["details"] == {
            "backup": str(found.manifest.id),
            "backup_size": str(found.manifest.log_size),
            "backup_root": found.manifest.log_root,
            "suspended": "yes",
        }
        integrated(again)
        assert verify(again.work(), again.server.signer.public).verified


def test_nothing_is_restored_over_an_installation(house: House, tmp_path: Path) -> None:
    found = backed_up(house, tmp_path / "backups")
    before = _all_records(house.engine)
    with target_at(house, url_of(house)) as target, pytest.raises(OperatorError, match="not empty"):
        restore(target, found)
    assert _all_records(house.engine) == before


def _flip(place: Path) -> None:
    whole = bytearray(place.read_bytes())
    whole[len(whole) // 2] ^= 1
    place.write_bytes(bytes(whole))


@pytest.mark.parametrize(
    ("ending", "harm", "sentence"),
    [
        (".content", _flip, "not as the backup was written"),
        (".keys", _flip, "not as the backup was written"),
        (".keys", Path.unlink, "is gone"),
        (".content", Path.unlink, r"\.content"),
    ],
)
def test_a_damaged_backup_restores_nothing(
    house: House, tmp_path: Path, ending: str, harm: Callable[[Path], None], sentence: str
) -> None:
    found = backed_up(house, tmp_path / "backups")
    harm(next((tmp_path / "backups").glob(f"*{ending}")))
    with (
        target_at(house, f"sqlite:///{tmp_path / 'again.db'}") as target,
        pytest.raises((OperatorError, OSError), match=sentence),
    ):
        restore(target, found)
    with target.engine.connect() as connection:
        assert not any(
            connection.execute(select(table)).first() for table in Base.metadata.sorted_tables
        )
    target.engine.dispose()


def test_when_the_keys_are_over_content_alone_comes_back_if_it_is_asked_for(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta), entry("Sie ist gekommen."))
    found = backed_up(house, tmp_path / "backups")
    clock.advance(timedelta(days=14))
    with target_at(house, f"sqlite:///{tmp_path / 'again.db'}") as target:
        with pytest.raises(OperatorError, match="nothing that a client said opens"):
            restore(target, found)
        assert restore_content(target, found) == sum(
            count.rows for count in found.manifest.content.tables.values()
        )
        with target.engine.connect() as connection:
            tables = Base.metadata.tables
            assert connection.execute(select(tables["entries"])).all()
            assert not connection.execute(select(tables["envelopes"])).all()
            assert not connection.execute(select(tables["server_keys"])).all()
