import stat
from pathlib import Path

import pytest

from caseflow.audit.witness_key import cosigner_at
from caseflow.crypto.signing import verify
from caseflow.merkle.cosignatures import Cosigned, open_cosigned, read_witness_key
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.plain_log import PlainLog, entry


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "witness.key"
    made = cosigner_at(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = cosigner_at(file)
    assert again.key_text == made.key_text
    assert read_witness_key(made.key_text) == made.key
    note = PlainLog([entry(0)]).note
    signed = again.cosign(note, 1_700_000_000)

    def holds(text: bytes, signature: bytes) -> bool:
        return verify(made.key.public_key, text, signature)

    text = note.partition("\n\n")[0] + "\n"
    assert open_cosigned(signed, made.key, holds) == Cosigned(text, 1_700_000_000)


def test_a_file_that_holds_no_key_is_left_alone(tmp_path: Path) -> None:
    for content in (b"", b"?", b"QUJD\n"):
        file = tmp_path / "witness.key"
        file.write_bytes(content)
        with pytest.raises(BrokenKey):
            cosigner_at(file)
        assert file.read_bytes() == content
