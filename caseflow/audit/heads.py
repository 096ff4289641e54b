"""Sign the head of the log and open what was signed (C2SP checkpoints, Ed25519)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.audit.stored_tiles import tile_reader
from caseflow.crypto.signing import Signer, verify
from caseflow.database.tables.audit_log import Checkpoint
from caseflow.database.unit_of_work import Work
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteSigner, NoteVerifier, key_id, open_note, sign_note
from caseflow.merkle.tiles import hash_reader
from caseflow.merkle.tree import Frontier, load_frontier
from caseflow.vocabulary.errors import BrokenSeal


@dataclass(frozen=True, slots=True)
class SignedHead:
    """The head of the log as it was signed."""

    size: int
    root: bytes
    note: str  # C2SP signed note
    at: datetime


def origin_of(installation: UUID) -> str:
    """Return the name under which the log of an installation is signed."""
    return f"caseflow/{installation}"


def sign_head(work: Work, signer: Signer, size: int, root: bytes) -> None:
    """Add the signed checkpoint of the log at this size."""
    origin = origin_of(work.installation)
    by_us = NoteSigner(origin, key_id(origin, signer.public), signer.sign)
    note = sign_note(checkpoint_text(origin, size, root), by_us)
    work.session.add(Checkpoint(size=size, root=root, note=note, at=work.clock.now()))


def is_signed(installation: UUID, public: bytes, head: SignedHead) -> bool:
    """Say whether the note of a head is signed with this key and says this size and root.

    A note or root that its column should not hold is none that was signed.
    """
    origin = origin_of(installation)

    def holds(text: bytes, signature: bytes) -> bool:
        return verify(public, text, signature)

    try:
        opened = open_note(head.note, [NoteVerifier(origin, key_id(origin, public), holds)])
        said = opened and opened.text
        return said == checkpoint_text(origin, head.size, head.root)
    except (TypeError, ValueError):
        return False


def load_head(work: Work, size: int) -> Frontier:
    """Return the tree of this size as the stored tiles make it up.

    Raises BrokenSeal where that is not the tree whose head was signed: a log that someone has
    changed is not signed once more.
    """
    frontier = load_frontier(size, hash_reader(size, tile_reader(work)))
    signed = work.session.get(Checkpoint, size)
    if size and (signed is None or signed.root != frontier.root()):
        raise BrokenSeal(f"The log of {size} entries is not the one whose head was signed")
    return frontier
