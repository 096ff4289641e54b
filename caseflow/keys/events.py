"""What happened to a key, in the words that the log keeps."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.key_pairs import PublicKey, fingerprint
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import KeyReader


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A key was born, handed to a reader or taken from one; whoever asked for it traces it."""

    act: Act
    what: str  # drawer, unit, staff, trustee, recovery, or the name of a server key
    id: UUID  # of the drawer, unit, staff member, trustee pair or installation
    version: int
    key_id: bytes
    reader: KeyReader | None = None
    reader_id: UUID | None = None
    fingerprint: bytes | None = None  # of the public key, where a pair was born

    def listed(self) -> dict[str, str]:
        """Return the event as the log lists it; what it does not say is left out."""
        said = {
            "act": self.act.value,
            "what": self.what,
            "id": str(self.id),
            "version": str(self.version),
            "key_id": self.key_id.hex(),
            "reader": self.reader and self.reader.value,
            "reader_id": self.reader_id and str(self.reader_id),
            "fingerprint": self.fingerprint and self.fingerprint.hex(),
        }
        return {name: text for name, text in said.items() if text}


def pair_born(what: str, owner: UUID, version: int, public: PublicKey) -> KeyEvent:
    """Return the event of a new pair."""
    return KeyEvent(
        Act.KEY_BIRTH, what, owner, version, public.key_id, fingerprint=fingerprint(public)
    )
