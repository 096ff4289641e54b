"""Check what a witness file says before anything is done by it.

Whoever holds the file could have written anything into it; what counts is what the log's own key
signed, and what the proofs lead to.
"""

from enum import StrEnum

from caseflow.audit.witness_file import Witness
from caseflow.crypto.signing import verify
from caseflow.merkle.checkpoints import Checkpoint, parse_checkpoint
from caseflow.merkle.notes import (
    NoteVerifier,
    VerifierKey,
    key_id,
    open_note,
    read_verifier_key,
    verifier_key_text,
)
from caseflow.merkle.proofs import verify_inclusion
from caseflow.merkle.tree import leaf_hash


class WitnessFault(StrEnum):
    """Why a witness file is not to be believed."""

    OTHER_LOG = "other_log"  # of another installation, or another key signed it
    FORGED_HEAD = "forged_head"  # its checkpoint is not signed with that key, or says otherwise
    FORGED_END = "forged_end"  # an end that its proof does not lead to the head


def check_witness(witness: Witness, origin: str, public: bytes) -> WitnessFault | None:
    """Return why the file is not to be believed by the owner of this log and key, else None."""
    if witness.origin != origin or witness.key != verifier_key_text(VerifierKey(origin, public)):
        return WitnessFault.OTHER_LOG
    head = witnessed_head(witness)
    if head is None:
        return WitnessFault.FORGED_HEAD
    proven = all(
        verify_inclusion(leaf_hash(end.leaf), end.index, head.size, end.proof, head.root)
        for end in witness.ends
    )
    return None if proven else WitnessFault.FORGED_END


def witnessed_head(witness: Witness) -> Checkpoint | None:
    """Return the head that the file holds, None where its pinned key did not sign just this."""
    head = signed_head(witness.checkpoint, witness.key)
    agrees = head is not None and (head.origin, head.size) == (witness.origin, witness.size)
    return head if agrees else None


def signed_head(note: str, key: str) -> Checkpoint | None:
    """Return the checkpoint of a note, None where this verifier key has not signed it."""
    verifier = read_verifier_key(key)
    if verifier is None:
        return None

    def holds(text: bytes, signature: bytes) -> bool:
        return verify(verifier.public_key, text, signature)

    trusted = NoteVerifier(verifier.name, key_id(verifier.name, verifier.public_key), holds)
    opened = open_note(note, [trusted])
    head = opened and parse_checkpoint(opened.text)
    return head if head and head.origin == verifier.name else None
