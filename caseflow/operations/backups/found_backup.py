"""Find a backup in a folder: its manifest and the two files beside it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseflow.operations.backups.manifest import ENDING, Manifest, read_manifest
from caseflow.operations.backups.shares import Share
from caseflow.vocabulary.errors import OperatorError


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup as it lies in a folder; nothing of it is checked yet."""

    place: Path  # of its manifest
    text: bytes  # of its manifest
    manifest: Manifest

    def file(self, share: Share) -> Path:
        """Return where one of the two files must lie."""
        return self.place.parent / Path(self.manifest.of(share).file).name

    def has_keys(self, now: datetime) -> bool:
        """Say whether the file of keys and links is there and its time is not over."""
        return self.file(Share.KEYS).is_file() and now < self.manifest.keys_until


def find_backup(place: Path) -> FoundBackup:
    """Return the newest backup of a folder, or the one of a manifest that is named itself.

    Raises OperatorError where there is none.
    """
    named = [place] if place.is_file() else sorted(place.glob(f"*{ENDING}"))
    read = [FoundBackup(each, text, manifest) for each in named for text, manifest in _read(each)]
    if not read:
        raise OperatorError("There is no backup in {folder}.", folder=place)
    return max(read, key=lambda each: each.manifest.taken_at)


def _read(place: Path) -> list[tuple[bytes, Manifest]]:
    text = place.read_bytes()
    manifest = read_manifest(text)
    return [] if manifest is None else [(text, manifest)]
