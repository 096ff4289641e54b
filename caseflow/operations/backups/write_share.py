"""Write one of a backup's two files: record by record, readable by its owner alone."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import Connection

from caseflow.operations.backups.manifest import FileDigest, TableCount
from caseflow.operations.backups.shares import Share, tables_of
from caseflow.operations.backups.table_rows import records
from caseflow.operations.backups.tally import Tally

HEAD = b"caseflow backup 1\n"
END = bytes(4)  # a record of no length
PART = ".part"


@dataclass(slots=True)
class _Hashed:
    file: BinaryIO
    digest: "hashlib._Hash"
    size: int = 0

    def write(self, piece: bytes) -> None:
        self.file.write(piece)
        self.digest.update(piece)
        self.size += len(piece)


def write_share(
    connection: Connection,
    share: Share,
    backup: UUID,
    place: Path,
    progress: Callable[[int], object] = lambda _rows: None,
) -> FileDigest:
    """Write the tables of a share beside `place`, under a name that ends in `.part`.

    Raises OSError, and FileExistsError where somebody is writing there.
    """
    counts: dict[str, TableCount] = {}
    descriptor = os.open(part_of(place), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        hashed = _Hashed(file, hashlib.sha256())
        hashed.write(HEAD + share.value.encode() + b"\n" + backup.bytes)
        for table in tables_of(share):
            tally = Tally()
            for record in records(connection, table):
                tally.add(record)
                hashed.write(len(record).to_bytes(4, "big") + record)
            counts[table.name] = tally.told()
            progress(tally.rows)
        hashed.write(END)
        file.flush()
        os.fsync(file.fileno())
    return FileDigest(place.name, hashed.size, hashed.digest.hexdigest(), counts)


def part_of(place: Path) -> Path:
    """Return the name under which a file is written before it is whole."""
    return place.with_name(place.name + PART)
