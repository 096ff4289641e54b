"""Write a backup of one instant into a folder while the service goes on."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, func, select

from caseflow.database.snapshots import snapshot
from caseflow.database.tables.audit_log import Checkpoint, StagedEntry, TreeHead
from caseflow.database.tables.backups import Backup
from caseflow.merkle.tree import Frontier
from caseflow.operations.backups.files import (
    all_files,
    manifest_file,
    put_in_place,
    share_file,
    stem_of,
)
from caseflow.operations.backups.manifest import FileDigest, Manifest, spell_manifest
from caseflow.operations.backups.note_backup import note_gone, note_made, note_whole
from caseflow.operations.backups.remove_expired import remove_expired
from caseflow.operations.backups.shares import LEFT_OUT, Share
from caseflow.operations.backups.write_share import part_of, write_share
from caseflow.operations.migrate import newest_migration
from caseflow.operations.open_installation import OpenInstallation
from caseflow.vocabulary.errors import OperatorError

Progress = Callable[[int], object]  # rows that were written


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that is whole, and the older files of keys that were deleted before."""

    manifest: Manifest
    place: Path  # of its manifest
    deleted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    size: int
    staged: int
    root: bytes


def make_backup(
    installation: OpenInstallation,
    database_url: str,
    folder: Path,
    progress: Progress = lambda _rows: None,
) -> Made:
    """Write content, keys and links, and the manifest; what has expired in the folder goes first.

    Raises OperatorError with a sentence, and OSError; nothing of the backup is left there then.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    deleted = remove_expired(installation, folder)
    now = installation.around.clock.now()
    stem = stem_of(now)
    if any(place.exists() for place in all_files(folder, stem)):
        raise OperatorError("There is a backup of this second in {folder}.", folder=folder)
    with snapshot(database_url) as connection:
        head = _head(connection)
        row = _row(installation, now, head)
        # First the database knows, then the first byte is written: no file of keys is unknown.
        note_made(installation, row)
        with _all_or_nothing(installation, row, folder, stem):
            manifest = _written(installation, connection, (row, head), folder, progress)
    note_whole(installation, row.id)  # it stays where this fails: it may be needed soon
    return Made(manifest, manifest_file(folder, stem), deleted)


def _row(installation: OpenInstallation, now: datetime, head: _Head) -> Backup:
    until = now + installation.around.configuration.backup.keys
    return Backup(taken_at=now, log_size=head.size, log_root=head.root, keys_until=until)


def _head(connection: Connection) -> _Head:
    size = connection.scalar(select(TreeHead.size)) or 0
    root = connection.scalar(select(Checkpoint.root).where(Checkpoint.size == size))
    staged = connection.scalar(select(func.count()).select_from(StagedEntry)) or 0
    return _Head(size, staged, root or Frontier().root())


@contextmanager
def _all_or_nothing(
    installation: OpenInstallation, row: Backup, folder: Path, stem: str
) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        for place in all_files(folder, stem):
            place.unlink(missing_ok=True)
        note_gone(installation, row.id)
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise OperatorError(
                "There is no room left in {folder}; nothing of the backup was left there.",
                folder=folder,
            ) from error
        raise


def _written(
    installation: OpenInstallation,
    connection: Connection,
    noted: tuple[Backup, _Head],
    folder: Path,
    progress: Progress,
) -> Manifest:
    row, head = noted
    stem = stem_of(row.taken_at)
    files: dict[Share, FileDigest] = {}
    for share in Share:
        place = share_file(folder, stem, share)
        files[share] = write_share(connection, share, row.id, place, progress)
    for share in Share:
        put_in_place(share_file(folder, stem, share))
    manifest = Manifest(
        id=row.id,
        installation=installation.around.installation,
        program=version("caseflow"),
        migration=newest_migration(),
        taken_at=row.taken_at,
        keys_until=row.keys_until,
        log_size=head.size,
        log_staged=head.staged,
        log_root=head.root.hex(),
        content=files[Share.CONTENT],
        keys=files[Share.KEYS],
        left_out=tuple(sorted(LEFT_OUT)),
    )
    _write(manifest_file(folder, stem), spell_manifest(manifest, installation.keys.signer))
    return manifest


def _write(place: Path, text: bytes) -> None:
    descriptor = os.open(part_of(place), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(place)
