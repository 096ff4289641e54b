"""Name the files of a backup in a folder, and make what was written there last."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from caseflow.operations.backups.manifest import ENDING
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.write_share import PART, part_of


def stem_of(taken_at: datetime) -> str:
    """Return how all files of a backup begin."""
    return f"caseflow-{taken_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def share_file(folder: Path, stem: str, share: Share) -> Path:
    """Return one of the two files."""
    return folder / f"{stem}.{share.value}"


def manifest_file(folder: Path, stem: str) -> Path:
    """Return the manifest's file."""
    return folder / f"{stem}{ENDING}"


def all_files(folder: Path, stem: str) -> Iterator[Path]:
    """Yield every file of a backup, the manifest first, whole or not."""
    for place in (manifest_file(folder, stem), *(share_file(folder, stem, one) for one in Share)):
        yield place
        yield part_of(place)


def put_in_place(place: Path) -> None:
    """Give what was written beside a place its name, and let it outlive a power cut.

    Raises FileExistsError rather than taking the place of another file.
    """
    os.link(part_of(place), place)
    part_of(place).unlink()
    keep_folder(place.parent)


def keep_folder(folder: Path) -> None:
    """Let the names in a folder outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def left_behind(folder: Path) -> Iterator[Path]:
    """Yield what a killed backup has left: half written, or whole and without its manifest."""
    yield from folder.glob(f"caseflow-*Z.*{PART}")
    for share in Share:
        for place in folder.glob(f"caseflow-*Z.{share.value}"):
            if not manifest_file(folder, place.stem).exists():
                yield place
