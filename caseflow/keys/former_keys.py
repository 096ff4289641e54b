"""Keep a unit's former private key under its new one: the chain that opens what is older."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.vocabulary.errors import BrokenKey

_LABEL = "former unit key"


@dataclass(frozen=True, slots=True)
class FormerKey:
    """Which former key of which unit it is."""

    installation: UUID
    unit: UUID
    version: int
    key_id: bytes

    def context(self) -> tuple[bytes, ...]:
        """Return what the seal is bound to."""
        return (
            self.installation.bytes,
            self.unit.bytes,
            self.version.to_bytes(4, "big"),
            self.key_id,
        )


def seal_former(newer: PrivateKey, former: FormerKey, private: PrivateKey) -> bytes:
    """Return the former private key sealed under the newer one."""
    return wrap(_chain_key(newer), _LABEL, former.context(), private.raw())


def open_former(newer: PrivateKey, former: FormerKey, sealed: bytes) -> PrivateKey:
    """Return the former private key; raises BrokenKey when it is not the one that is named."""
    private = PrivateKey(unwrap(_chain_key(newer), _LABEL, former.context(), sealed))
    if private.public.key_id != former.key_id:
        raise BrokenKey("A former unit key is not the one that was born.")
    return private


def _chain_key(private: PrivateKey) -> Cipher:
    return Cipher(derive(private.raw(), "former keys"))
