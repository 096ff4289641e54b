"""Known answers: the example of golang.org/x/mod/sumdb/note, and those of C2SP."""

from base64 import b64decode
from functools import partial

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from caseflow.merkle.notes import (
    NoteSigner,
    NoteVerifier,
    OpenedNote,
    VerifierKey,
    cosign_note,
    key_id,
    open_note,
    read_verifier_key,
    sign_note,
    verifier_key_text,
)

# From the documentation of golang.org/x/mod/sumdb/note.
PRIVATE_KEY = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PUBLIC_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
SIGNATURE = (
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)
NOTE = f"{TEXT}\n— PeterNeumann {SIGNATURE}\n"

# From the tests of the same package.
OTHER_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"


def is_signed(public_key: bytes, text: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except InvalidSignature:
        return False
    return True


def verifier(line: str) -> NoteVerifier:
    key = read_verifier_key(line)
    assert key is not None
    identity = key_id(key.name, key.public_key)
    return NoteVerifier(key.name, identity, partial(is_signed, key.public_key))


def new_signer(name: str) -> tuple[NoteSigner, NoteVerifier]:
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    identity = key_id(name, public)
    check = partial(is_signed, public)
    return NoteSigner(name, identity, private.sign), NoteVerifier(name, identity, check)


PETER = verifier(PUBLIC_KEY)


def test_the_published_note_opens() -> None:
    assert open_note(NOTE, [PETER]) == OpenedNote(TEXT, (PETER,))


def test_the_published_note_is_signed_byte_for_byte() -> None:
    private = Ed25519PrivateKey.from_private_bytes(b64decode(PRIVATE_KEY)[1:])
    signer = NoteSigner("PeterNeumann", bytes.fromhex("c74f20a3"), private.sign)
    assert sign_note(TEXT, signer) == NOTE


@pytest.mark.parametrize("line", [PUBLIC_KEY, OTHER_KEY])
def test_a_published_key_is_read_and_written(line: str) -> None:
    key = read_verifier_key(line)
    assert key is not None
    assert verifier_key_text(key) == line


@pytest.mark.parametrize("position", range(len(PUBLIC_KEY)))
def test_a_public_key_with_any_character_changed_is_none(position: int) -> None:
    changed = chr(ord(PUBLIC_KEY[position]) + 1)
    assert read_verifier_key(PUBLIC_KEY[:position] + changed + PUBLIC_KEY[position + 1 :]) is None
    assert read_verifier_key(PUBLIC_KEY[:position]) is None


@pytest.mark.parametrize(
    "line",
    [
        # As in the tests of golang.org/x/mod/sumdb/note: the id fits, length or algorithm do not.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ],
)
def test_a_key_of_another_kind_or_length_is_none(line: str) -> None:
    assert read_verifier_key(line) is None


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\u00a0b"])
def test_a_name_that_a_note_cannot_hold_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        key_id(name, bytes(32))
    with pytest.raises(ValueError, match="cannot sign"):
        sign_note(TEXT, NoteSigner(name, bytes(4), lambda text: text))


def test_a_key_or_id_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        verifier_key_text(VerifierKey("a", bytes(31)))
    with pytest.raises(ValueError, match="cannot sign"):
        sign_note(TEXT, NoteSigner("a", bytes(5), lambda text: text))


@pytest.mark.parametrize("text", ["", "no newline", "a\tb\n", "a\r\n", "\ud800\n"])
def test_a_text_that_cannot_stand_in_a_note_is_refused(text: str) -> None:
    signer, _ = new_signer("log.example")
    with pytest.raises(ValueError, match="text of a note"):
        sign_note(text, signer)


@pytest.mark.parametrize("text", ["\n", "a\n\n", "\n\na\n\n\nb\n", "ä 试 ☺\n", f"{TEXT}\n— a b\n"])
def test_any_text_comes_back_as_it_was_signed(text: str) -> None:
    signer, trusted = new_signer("log.example")
    assert open_note(sign_note(text, signer), [trusted]) == OpenedNote(text, (trusted,))


def test_a_cosigned_note_names_all_trusted_signers() -> None:
    log, trusted_log = new_signer("log.example")
    witness, trusted_witness = new_signer("witness.example")
    note = cosign_note(sign_note(TEXT, log), witness)
    assert open_note(note, [trusted_witness, trusted_log]) == OpenedNote(
        TEXT, (trusted_log, trusted_witness)
    )
    assert open_note(note, [trusted_witness]) == OpenedNote(TEXT, (trusted_witness,))


def test_signing_twice_counts_once() -> None:
    signer, trusted = new_signer("log.example")
    note = cosign_note(sign_note(TEXT, signer), signer)
    assert open_note(note, [trusted]) == OpenedNote(TEXT, (trusted,))


def test_a_note_that_nobody_trusted_signed_stays_closed() -> None:
    assert open_note(NOTE, [verifier(OTHER_KEY)]) is None
    assert open_note(NOTE, []) is None


def test_a_key_is_known_by_name_and_id_together() -> None:
    renamed = NoteVerifier("SomeoneElse", PETER.key_id, PETER.verify)
    rotated = NoteVerifier(PETER.name, b"\x00\x00\x00\x00", PETER.verify)
    assert open_note(NOTE, [renamed, rotated]) is None


def test_one_wrong_signature_of_a_trusted_key_closes_the_note() -> None:
    signer, trusted = new_signer("log.example")
    forger = NoteSigner("PeterNeumann", PETER.key_id, signer.sign)
    note = cosign_note(sign_note(TEXT, signer), forger)
    assert open_note(note, [trusted]) == OpenedNote(TEXT, (trusted,))
    assert open_note(note, [trusted, PETER]) is None


@pytest.mark.parametrize("position", range(len(NOTE)))
def test_a_note_with_any_character_changed_stays_closed(position: int) -> None:
    changed = chr(ord(NOTE[position]) ^ 1)
    assert open_note(NOTE[:position] + changed + NOTE[position + 1 :], [PETER]) is None


@pytest.mark.parametrize(
    "note",
    [
        "",
        TEXT,
        NOTE[:-1],
        f"{NOTE[:-1]}x",
        f"{TEXT}\n",
        f"{TEXT}— PeterNeumann {SIGNATURE}\n",
        f"{NOTE}\n",
        f"{NOTE}words behind the signature\n",
        f"{TEXT}\n— PeterNeumann {SIGNATURE[:-1]}\n",
        f"{NOTE}— someone x08goxx=\n",  # bits behind the last byte
        f"{NOTE}— someone x08g\n",  # shorter than a key id
        f"{NOTE}— someone x08gow==\n",  # a key id and no signature
        f"{NOTE}— some+one {SIGNATURE}\n",
        f"{NOTE}—  {SIGNATURE}\n",
        f"{NOTE}— someone  {SIGNATURE}\n",
        NOTE.replace("\n", "\r\n"),
    ],
)
def test_a_malformed_note_stays_closed(note: str) -> None:
    assert open_note(note, [PETER]) is None
    with pytest.raises(ValueError, match="Only a note"):
        cosign_note(note, new_signer("witness.example")[0])


@pytest.mark.parametrize("text", ["a\tb\n", "a\r\n", "\x00\n", "\ud800\n"])
def test_a_signed_text_with_control_characters_stays_closed(text: str) -> None:
    trusting = NoteVerifier(PETER.name, PETER.key_id, lambda _text, _signature: True)
    assert open_note(NOTE.replace(TEXT, text), [trusting]) is None


def test_sixteen_signatures_are_read_and_no_more() -> None:
    unknown = f"— someone {SIGNATURE}\n"
    assert open_note(NOTE + unknown * 15, [PETER]) == OpenedNote(TEXT, (PETER,))
    assert open_note(NOTE + unknown * 16, [PETER]) is None
