from pathlib import Path
from uuid import UUID

import pytest

from caseflow.operations.backups.manifest import FileDigest
from caseflow.operations.backups.read_share import check_bytes, read_share
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import END, HEAD
from caseflow.vocabulary.errors import OperatorError

BACKUP = UUID(int=7)
WHOLE = HEAD + b"keys\n" + BACKUP.bytes + b"\x00\x00\x00\x01a" + b"\x00\x00\x00\x02bc" + END


def _place(folder: Path, content: bytes) -> Path:
    place = folder / "file.keys"
    place.write_bytes(content)
    return place


def test_records_come_one_by_one(tmp_path: Path) -> None:
    assert list(read_share(_place(tmp_path, WHOLE), Share.KEYS, BACKUP)) == [b"a", b"bc"]


@pytest.mark.parametrize(
    "content",
    [WHOLE + b"x", b"", HEAD, *(WHOLE[:-cut] for cut in (1, 3, 4, 5, 6)), WHOLE[:42] + b"\xff" * 4],
    ids=["more", "empty", "head", "1", "3", "4", "5", "6", "endless"],
)
def test_what_is_cut_or_goes_on_is_broken(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(OperatorError, match="not as the backup was written"):
        list(read_share(_place(tmp_path, content), Share.KEYS, BACKUP))


def test_the_file_of_another_backup_or_the_other_file_is_broken(tmp_path: Path) -> None:
    place = _place(tmp_path, WHOLE)
    for share, backup in ((Share.CONTENT, BACKUP), (Share.KEYS, UUID(int=8))):
        with pytest.raises(OperatorError):
            list(read_share(place, share, backup))


def test_other_bytes_than_the_manifest_names_are_broken(tmp_path: Path) -> None:
    with pytest.raises(OperatorError):
        check_bytes(_place(tmp_path, WHOLE), FileDigest("file.keys", len(WHOLE), "00" * 32, {}))
