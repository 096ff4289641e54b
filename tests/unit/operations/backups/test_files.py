from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseflow.operations.backups.files import (
    all_files,
    left_behind,
    manifest_file,
    put_in_place,
    share_file,
    stem_of,
)
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import part_of

STEM = stem_of(datetime(2026, 3, 2, 9, tzinfo=UTC))


def test_all_files_of_a_backup_begin_alike(tmp_path: Path) -> None:
    assert STEM == "caseflow-20260302T090000Z"
    whole = [manifest_file(tmp_path, STEM), *(share_file(tmp_path, STEM, one) for one in Share)]
    assert set(all_files(tmp_path, STEM)) == {*whole, *map(part_of, whole)}


def test_what_was_written_takes_its_place_and_never_anothers(tmp_path: Path) -> None:
    place = share_file(tmp_path, STEM, Share.KEYS)
    part_of(place).write_bytes(b"new")
    assert list(left_behind(tmp_path)) == [part_of(place)]
    put_in_place(place)
    assert list(left_behind(tmp_path)) == [place]  # killed before its manifest stood there
    manifest_file(tmp_path, STEM).write_bytes(b"{}")
    assert list(left_behind(tmp_path)) == []
    part_of(place).write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        put_in_place(place)
    assert place.read_bytes() == b"new"
