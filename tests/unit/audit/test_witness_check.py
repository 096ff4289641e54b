from dataclasses import replace

import pytest

from caseflow.audit.witness_check import WitnessFault, check_witness, signed_head, witnessed_head
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.crypto.signing import Signer
from caseflow.merkle.checkpoints import Checkpoint, checkpoint_text
from caseflow.merkle.notes import NoteSigner, VerifierKey, key_id, sign_note, verifier_key_text
from caseflow.merkle.tree import leaf_hash, node_hash

ORIGIN, SIGNER = "caseflow/log", Signer(bytes(range(32)))
KEY = verifier_key_text(VerifierKey(ORIGIN, SIGNER.public))
LEAVES = [b'{"v":1}', b'{"v":2}']
HASHES = [leaf_hash(each) for each in LEAVES]
ROOT = node_hash(*HASHES)


def note(origin: str = ORIGIN, size: int = 2, name: str = ORIGIN) -> str:
    by_us = NoteSigner(name, key_id(name, SIGNER.public), SIGNER.sign)
    return sign_note(checkpoint_text(origin, size, ROOT), by_us)


WITNESS = Witness(ORIGIN, KEY, note(), 2, (WitnessedEnd(1, LEAVES[1], (HASHES[0],)),))


def test_a_sound_file_is_believed() -> None:
    assert check_witness(WITNESS, ORIGIN, SIGNER.public) is None
    assert witnessed_head(WITNESS) == Checkpoint(ORIGIN, 2, ROOT)


OTHER_KEY = verifier_key_text(VerifierKey(ORIGIN, bytes(32)))
GROWN = note().replace("\n2\n", "\n3\n")
FORGED: dict[str, tuple[WitnessFault, dict[str, object]]] = {
    "other log": (WitnessFault.OTHER_LOG, {"origin": "caseflow/other"}),
    "other key": (WitnessFault.OTHER_LOG, {"key": OTHER_KEY}),
    "no head": (WitnessFault.FORGED_HEAD, {"checkpoint": ""}),
    "other size": (WitnessFault.FORGED_HEAD, {"checkpoint": note(size=3)}),
    "grown": (WitnessFault.FORGED_HEAD, {"checkpoint": GROWN, "size": 3}),
    "head of another": (WitnessFault.FORGED_HEAD, {"checkpoint": note(origin="caseflow/other")}),
    "other place": (
        WitnessFault.FORGED_END,
        {"ends": (WitnessedEnd(0, LEAVES[1], (HASHES[0],)),)},
    ),
    "other leaf": (WitnessFault.FORGED_END, {"ends": (WitnessedEnd(1, LEAVES[0], (HASHES[0],)),)}),
    "one more": (WitnessFault.FORGED_END, {"ends": (*WITNESS.ends, WitnessedEnd(1, b"", ()))}),
}


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_file_is_not(how: str) -> None:
    fault, change = FORGED[how]
    forged = replace(WITNESS, **change)  # type: ignore[arg-type] # any part of it
    assert check_witness(forged, ORIGIN, SIGNER.public) == fault


def test_a_head_without_a_key_or_of_no_log_is_none() -> None:
    assert signed_head(note(), "no key") is None
    said = sign_note(
        "no checkpoint\n", NoteSigner(ORIGIN, key_id(ORIGIN, SIGNER.public), SIGNER.sign)
    )
    assert signed_head(said, KEY) is None
