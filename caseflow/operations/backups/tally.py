"""Count the records of a table so that two databases can be compared, whatever their order."""

import hashlib
from dataclasses import dataclass

from caseflow.operations.backups.manifest import TableCount

_MODULUS = 1 << 256


@dataclass(slots=True)
class Tally:
    """The number of records, and the sum of their digests."""

    rows: int = 0
    total: int = 0

    def add(self, record: bytes) -> None:
        """Take in one record."""
        self.rows += 1
        one = int.from_bytes(hashlib.sha256(record).digest(), "big")
        self.total = (self.total + one) % _MODULUS

    def told(self) -> TableCount:
        """Return the count as the manifest says it."""
        return TableCount(self.rows, f"{self.total:064x}")
