"""The opened keys of one request, which go with it."""

from dataclasses import dataclass
from uuid import UUID

from typing_extensions import override

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.key_pairs import PrivateKey, PublicKey
from caseflow.database.unit_of_work import Work
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.server_keys import ServerKeys
from caseflow.vocabulary.keyrings import Keyring
from caseflow.vocabulary.states import KeyReader


@dataclass(frozen=True, slots=True, repr=False)
class OpenedPair:
    """The opened private key of a staff member."""

    staff: UUID
    pair: UUID
    private: PrivateKey


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom an envelope can be sealed to; the id is the one that the envelope names."""

    reader: KeyReader
    id: UUID  # unit, staff, trustee pair or installation
    public: PublicKey


class RequestKeyring(Keyring):
    """What one request has opened: one person, one unit, and drawers by id and key version."""

    __slots__ = ("born", "ciphers", "recipients", "server", "staff", "trustee", "unit")

    def __init__(self, server: ServerKeys) -> None:
        self.server = server  # of the process, not of the request
        self.staff: OpenedPair | None = None
        self.unit: OpenedUnit | None = None
        self.trustee: PrivateKey | None = None
        self.born = dict[UUID, OpenedUnit]()  # units founded in this request
        self.ciphers = dict[tuple[UUID, int], Cipher]()  # drawer keys, by version
        self.recipients = dict[tuple[KeyReader, UUID], Recipient]()  # public keys, checked once

    @override
    def put_away(self) -> None:
        """Forget every opened key."""
        self.staff = self.unit = self.trustee = None
        self.born.clear()
        self.ciphers.clear()
        self.recipients.clear()

    def unit_at_hand(self, unit: UUID) -> OpenedUnit | None:
        """Return the keys of this unit if this request has them."""
        if self.unit is not None and self.unit.unit == unit:
            return self.unit
        return self.born.get(unit)


def ring(work: Work) -> RequestKeyring:
    """Return the keyring that travels with the unit of work."""
    if not isinstance(work.keyring, RequestKeyring):
        raise TypeError("this unit of work has no keyring of the key store")
    return work.keyring
