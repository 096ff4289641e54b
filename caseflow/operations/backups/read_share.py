"""Read one of a backup's two files, record by record, and notice whatever is not as it was."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from caseflow.operations.backups.manifest import FileDigest
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import END, HEAD
from caseflow.vocabulary.errors import OperatorError

_CHUNK = 1 << 20
_LONGEST = 1 << 28  # of a record: what says more is no length


def check_bytes(place: Path, said: FileDigest) -> None:
    """Raise OperatorError where a file is not byte for byte the one that the manifest names."""
    digest = hashlib.sha256()
    size = 0
    with place.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    if (size, digest.hexdigest()) != (said.size, said.sha256):
        raise broken(place)


def read_share(place: Path, share: Share, backup: UUID) -> Iterator[bytes]:
    """Yield the records of a file of this backup; raises OperatorError where it is none."""
    with place.open("rb") as file:
        head = HEAD + share.value.encode() + b"\n" + backup.bytes
        if file.read(len(head)) != head:
            raise broken(place)
        yield from _records(file, place)


def _records(file: BinaryIO, place: Path) -> Iterator[bytes]:
    while (length := file.read(4)) != END:
        size = int.from_bytes(length, "big")
        record = file.read(size) if size < _LONGEST else b""
        if len(length) < len(END) or len(record) < size:
            raise broken(place)
        yield record
    if file.read(1):
        raise broken(place)


def broken(place: Path) -> OperatorError:
    """Return the error of a file that is not as it was written."""
    return OperatorError(
        "{file} is not as the backup was written; take another backup.", file=place.name
    )
