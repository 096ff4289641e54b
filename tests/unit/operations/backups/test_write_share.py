import hashlib
from pathlib import Path

import pytest

from caseflow.operations.backups.read_share import check_bytes, read_share
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import part_of, write_share
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_a_share_is_written_beside_its_place_and_digested(house: House, tmp_path: Path) -> None:
    backup, place = new_id(), tmp_path / "b.keys"
    with house.engine.connect() as connection:
        told = write_share(connection, Share.KEYS, backup, place)
        with pytest.raises(FileExistsError):
            write_share(connection, Share.KEYS, backup, place)
    assert not place.exists()
    whole = part_of(place).read_bytes()
    assert (told.size, told.sha256) == (len(whole), hashlib.sha256(whole).hexdigest())
    check_bytes(part_of(place), told)
    records = list(read_share(part_of(place), Share.KEYS, backup))
    assert len(records) == sum(count.rows for count in told.tables.values())
    assert told.tables["staff"].rows == len(house.staff)
