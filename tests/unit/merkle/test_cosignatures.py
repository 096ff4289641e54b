"""The layout is that of the example of C2SP tlog-witness, whose keys nobody published."""

from base64 import b64decode
from hashlib import sha256

import pytest

from caseflow.crypto.signing import Signer, verify
from caseflow.merkle.cosignatures import (
    Cosigned,
    WitnessKey,
    cosigner,
    open_cosigned,
    read_witness_key,
    witness_key_id,
    witness_key_text,
)
from caseflow.merkle.notes import NoteSigner, cosign_note, key_id, sign_note

LOG, WITNESS = Signer(bytes(range(32))), Signer(bytes(range(1, 33)))
KEY = WitnessKey("witness.example.com/w1", WITNESS.public)
TEXT = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
AT = 0x641850CB


def note() -> str:
    origin = "example.com/behind-the-sofa"
    return sign_note(TEXT, NoteSigner(origin, key_id(origin, LOG.public), LOG.sign))


def holds(text: bytes, signature: bytes) -> bool:
    return verify(WITNESS.public, text, signature)


def test_a_cosignature_says_when_and_covers_the_body_behind_it() -> None:
    signed = cosign_note(note(), cosigner(KEY, WITNESS.sign, AT))
    line = signed.splitlines()[-1]
    assert line.startswith("— witness.example.com/w1 ")
    blob = b64decode(line.split()[-1])
    named = b"witness.example.com/w1\n\x04" + WITNESS.public  # as C2SP tlog-cosignature says
    assert blob[:4] == witness_key_id(KEY) == sha256(named).digest()[:4]
    assert blob[4:12].hex() == "00000000641850cb"
    message = f"cosignature/v1\ntime 1679315147\n{TEXT}".encode()
    assert verify(WITNESS.public, message, blob[12:])
    assert open_cosigned(signed, KEY, holds) == Cosigned(TEXT, AT)


def test_of_several_cosignatures_the_newest_counts() -> None:
    signed = note()
    for at in (AT, AT + 60, AT + 1):
        signed = cosign_note(signed, cosigner(KEY, WITNESS.sign, at))
    assert open_cosigned(signed, KEY, holds) == Cosigned(TEXT, AT + 60)


@pytest.mark.parametrize("broken", ["unsigned", "other instant", "other text", "no note"])
def test_nothing_else_is_cosigned(broken: str) -> None:
    signed = cosign_note(note(), cosigner(KEY, WITNESS.sign, AT))
    line = signed.splitlines()[-1]
    later = b64decode(line.split()[-1])
    moved = later[:11] + bytes([later[11] ^ 1]) + later[12:]
    notes = {
        "unsigned": note(),
        "other instant": cosign_note(
            note(), NoteSigner(KEY.name, witness_key_id(KEY), lambda _text: moved[4:])
        ),
        "other text": signed.replace("20852163", "20852164"),
        "no note": "",
    }
    assert open_cosigned(notes[broken], KEY, holds) is None


def test_a_witness_key_stands_in_one_line_of_its_own_kind() -> None:
    line = witness_key_text(KEY)
    assert read_witness_key(line) == KEY
    name, identity, encoded = line.split("+", 2)
    assert b64decode(encoded) == b"\x04" + WITNESS.public
    for other in (
        "",
        f"{name}+{identity}+!",
        f"{name}+00000000+{encoded}",
        f"with blank+{identity}+{encoded}",
        witness_key_text(WitnessKey("with blank", WITNESS.public)),
        witness_key_text(WitnessKey("", WITNESS.public)),
        witness_key_text(WitnessKey("short", b"k")),
    ):
        assert read_witness_key(other) is None
