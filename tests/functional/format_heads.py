"""Check the examples of the tree, of its signed heads, and of what else the same key signs."""

import hashlib
import json
from types import MappingProxyType

from caseflow.audit.entries import canonical, read_payload
from caseflow.crypto.jws import public_jwk, sign_jws
from caseflow.crypto.signing import Signer, verify
from caseflow.merkle.bundles import bundle_path, read_bundle
from caseflow.merkle.checkpoints import checkpoint_text
from caseflow.merkle.notes import NoteVerifier, open_note, read_verifier_key
from caseflow.merkle.notes import key_id as note_key_id
from caseflow.merkle.proofs import verify_consistency, verify_inclusion
from caseflow.merkle.tiles import tile_path
from caseflow.merkle.tree import leaf_hash, root
from tests.functional import format_reader as reader
from tests.functional.format_page import Numbers


def log_entry(given: Numbers) -> None:
    leaf = given.text("leaf").encode()
    assert canonical(read_payload(leaf)) == leaf
    assert leaf_hash(leaf) == hashlib.sha256(b"\0" + leaf).digest() == given.raw("leaf hash")


def tree(given: Numbers) -> None:
    leaves = [each.encode() for each in given.all_texts("leaf")]
    hashes = given.all_raw("leaf hash")
    assert [leaf_hash(each) for each in leaves] == hashes
    assert root(hashes) == reader.tree_root(hashes) == given.raw("root")
    assert given.raw("tile") == b"".join(hashes)
    assert read_bundle(given.raw("bundle")) == tuple(leaves)
    assert given.text("path of the tile") == tile_path(0, 0, len(hashes))
    assert given.text("path of the bundle") == bundle_path(0, len(hashes))
    assert given.text("path of the full tile") == tile_path(1, given.number("index"))
    inclusion = (given.raw("proof that leaf 3 is in it"),)
    assert verify_inclusion(hashes[2], 2, 3, inclusion, given.raw("root"))
    growth = (given.raw("proof that it grew from 2 leaves"),)
    assert verify_consistency(2, 3, growth, reader.tree_root(hashes[:2]), given.raw("root"))


def checkpoint(given: Numbers) -> None:
    key = read_verifier_key(given.text("verifier key"))
    assert key is not None
    public = Signer(given.raw("signing key")).public
    assert key.public_key == public
    named = hashlib.sha256(key.name.encode() + b"\n\x01" + public).digest()[:4]
    assert note_key_id(key.name, public) == named
    trusted = NoteVerifier(key.name, named, lambda text, signed: verify(public, text, signed))
    opened = open_note(given.text("note"), [trusted])
    assert opened is not None
    assert opened.text == checkpoint_text(key.name, given.number("size"), given.raw("root"))


def receipt(given: Numbers) -> None:
    signer = Signer(given.raw("signing key"))
    token, content = given.text("jws"), json.loads(given.text("content"))
    assert public_jwk(signer.public)["x"] == given.text("x")
    assert public_jwk(signer.public)["kid"] == given.text("kid")
    assert sign_jws(signer, content) == token
    assert reader.token_content(given.text("x"), token) == given.text("content").encode()


CHECKS = MappingProxyType(
    {
        "log entry": log_entry,
        "tree": tree,
        "checkpoint": checkpoint,
        "receipt": receipt,
    }
)
