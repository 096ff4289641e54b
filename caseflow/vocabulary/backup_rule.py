"""How long a backup may bring back what was erased meanwhile."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class BackupRule:
    """What the provider has decided about its backups."""

    keys: timedelta = timedelta(days=14)  # how long the file of keys and links is kept
