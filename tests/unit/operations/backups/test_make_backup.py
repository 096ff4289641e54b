import errno
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from caseflow.database.tables.backups import Backup
from caseflow.operations.backups import make_backup as room
from caseflow.operations.backups.check_backup import check_backup
from caseflow.operations.backups.make_backup import make_backup
from caseflow.operations.backups.shares import LEFT_OUT, Share
from caseflow.vocabulary.errors import OperatorError
from tests.factories.backups import OUTSIDE, backed_up, installation_of, url_of
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated


def _rows(house: House) -> list[Backup]:
    with house.sessions() as session:
        return list(session.scalars(select(Backup)))


def test_a_backup_is_whole_signed_private_and_known_to_its_database(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta), entry("Sie ist gekommen."))
    integrated(house)
    folder = tmp_path / "backups"
    found = backed_up(house, folder)
    said = found.manifest
    assert {place.name for place in folder.iterdir()} == {
        found.place.name,
        said.content.file,
        said.keys.file,
    }
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    checked = check_backup(found, OUTSIDE)
    assert checked.sound
    assert checked.rows == sum(
        count.rows for one in Share for count in said.of(one).tables.values()
    )
    assert said.content.tables["entries"].rows == 1
    assert said.log_size == said.content.tables["log_leaves"].rows > 0
    assert said.keys_until == clock.now() + timedelta(days=14)
    assert set(said.left_out) == LEFT_OUT
    row = _rows(house)[0]
    assert (row.id, row.log_size, row.keys_until) == (said.id, said.log_size, said.keys_until)


def test_none_is_written_over(house: House, tmp_path: Path) -> None:
    first = backed_up(house, tmp_path / "backups").text
    with pytest.raises(OperatorError, match="backup of this second"):
        backed_up(house, tmp_path / "backups")
    assert backed_up_already(tmp_path) == first


def backed_up_already(folder: Path) -> bytes:
    return next((folder / "backups").glob("*.backup.json")).read_bytes()


def test_the_keys_of_an_old_one_are_deleted_by_the_next(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    old = backed_up(house, tmp_path)
    clock.advance(timedelta(days=14))
    made = make_backup(installation_of(house), url_of(house), tmp_path)
    assert made.deleted == (old.manifest.keys.file,)
    assert not old.file(Share.KEYS).exists()
    assert old.file(Share.CONTENT).exists()
    gone = {row.id: row.deleted_at for row in _rows(house)}
    assert gone == {old.manifest.id: clock.now(), made.manifest.id: None}


def test_a_full_disk_leaves_nothing_and_says_so(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"

    def full(*_: object) -> None:
        assert any(folder.iterdir())
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(room, "_write", full)
    with pytest.raises(OperatorError, match="no room left"):
        backed_up(house, folder)
    assert list(folder.iterdir()) == []
    assert [row.deleted_at is None for row in _rows(house)] == [False]
