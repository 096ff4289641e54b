"""Delete the files of keys and links whose time is over, and what killed backups left behind."""

from datetime import timedelta
from pathlib import Path

from caseflow.operations.backups.files import keep_folder, left_behind
from caseflow.operations.backups.manifest import ENDING, Manifest, is_signed, read_manifest
from caseflow.operations.backups.note_backup import note_gone
from caseflow.operations.open_installation import OpenInstallation

_SURELY_DEAD = timedelta(days=1)  # no backup takes as long


def remove_expired(installation: OpenInstallation, folder: Path) -> tuple[str, ...]:
    """Delete what is over in a folder; return the names of the files of keys that went.

    Only what this installation signed is touched. Deleting gives the room free, and no more: what
    the disk still holds below, or a copy elsewhere, is not reached from here.
    """
    now = installation.around.clock.now()
    for part in left_behind(folder):
        if now.timestamp() - part.stat().st_mtime > _SURELY_DEAD.total_seconds():
            part.unlink(missing_ok=True)
    gone = []
    for manifest in _own(installation, folder):
        keys = folder / Path(manifest.keys.file).name
        if manifest.keys_until <= now and keys.exists():
            keys.unlink()
            keep_folder(folder)
            note_gone(installation, manifest.id)
            gone.append(keys.name)
    return tuple(gone)


def _own(installation: OpenInstallation, folder: Path) -> list[Manifest]:
    found = []
    for place in sorted(folder.glob(f"*{ENDING}")):
        text = place.read_bytes()
        manifest = read_manifest(text)
        signed = is_signed(text, installation.keys.signer.public)
        if manifest is not None and signed:
            found.append(manifest)
    return found
