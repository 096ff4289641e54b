"""Seal the rows that decide, so that a forged or un-withdrawn row is an alarm, not a permission.

HMAC-SHA256 (RFC 2104) over the canonical encoding of the row, under a key of the server.
"""

import hmac
from collections.abc import Mapping

from caseflow.crypto.encoding import Value, canonical_row, parts

_FORMAT = b"\x01"
_LABEL = parts(b"caseflow row seal 1")


class RowSealer:
    """Seals rows and checks their seals; rides on the unit of work."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        self._key = key

    def seal(self, table: str, values: Mapping[str, Value]) -> bytes:
        """Return the seal of a row: one format byte and 32 bytes of HMAC."""
        message = _LABEL + canonical_row(table, values)
        return _FORMAT + hmac.digest(self._key, message, "sha256")

    def intact(self, table: str, values: Mapping[str, Value], seal: bytes) -> bool:
        """Tell whether the row is as it was sealed, in a time that tells nothing of the seal."""
        return hmac.compare_digest(self.seal(table, values), seal)
