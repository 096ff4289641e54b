"""Check the examples of what a witness keeps, of manifests, and of what a pruning leaves behind."""

import hashlib
import json
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from caseflow.audit.entries import canonical, read_payload
from caseflow.audit.newest_digests import NewestDigests
from caseflow.audit.prunings import summary_of
from caseflow.audit.witness_check import check_witness
from caseflow.audit.witness_file import read_witness, write_witness
from caseflow.audit.witness_key import Cosigner
from caseflow.crypto.signing import Signer, verify
from caseflow.merkle.bundles import read_bundle
from caseflow.merkle.tree import leaf_hash
from tests.functional.format_page import Numbers


def cosignature(given: Numbers) -> None:
    witness, note = Cosigner(given.raw("seed")), given.text("note")
    at, public = given.number("at"), Signer(given.raw("seed")).public
    assert witness.key_text == given.text("witness key")
    name = f"caseflow-witness/{hashlib.sha256(public).hexdigest()[:16]}"
    identity = hashlib.sha256(name.encode() + b"\n\x04" + public).digest()[:4]
    assert witness.cosign(note, at) == given.text("cosigned")
    *_, line = given.text("cosigned").splitlines()
    dash, named, encoded = line.split(" ")
    signed = b64decode(encoded)
    assert (dash, named, signed[:4], signed[4:12]) == ("—", name, identity, at.to_bytes(8))
    body = note.partition("\n\n")[0] + "\n"
    message = f"cosignature/v1\ntime {at}\n{body}".encode()
    assert verify(public, message, signed[12:])


def witness_file(given: Numbers) -> None:
    told = json.loads(given.text("file"))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "witness.json"
        file.write_text(given.text("file"), encoding="utf-8")
        kept = read_witness(file)
        assert kept is not None
        write_witness(file, kept)
        assert json.loads(file.read_bytes()) == told
    signer = Signer(given.raw("signing key"))
    assert check_witness(kept, told["origin"], signer.public) is None
    [end] = told["ends"]
    leaf, (sibling,) = b64decode(end["leaf"]), (b64decode(each) for each in end["proof"])
    hashed = hashlib.sha256(b"\0" + leaf).digest()
    root = hashlib.sha256(b"\1" + sibling + hashed).digest()
    assert b64decode(told["checkpoint"].split("\n")[2]) == root


def manifest(given: Numbers) -> None:
    leaf = given.text("leaf").encode()
    content = read_payload(leaf)
    assert canonical(content) == leaf
    newest = NewestDigests()
    newest.see(content, 9)
    assert newest.take(("cases", UUID(bytes=given.raw("row")))) == {given.raw("digest")}
    newest.see(content | {"act": "case.close", "rows": []}, 2)
    newest.close()


def pruned_leaves(given: Numbers) -> None:
    leaves = [each.encode() for each in given.all_texts("leaf")]
    contents = {at: json.loads(each) for at, each in enumerate(leaves[:2])}
    summary = given.text("summary").encode()
    assert summary_of(contents) == summary
    assert hashlib.sha256(summary).digest() == given.raw("digest of the summary")
    assert read_bundle(given.raw("bundle")) == (b"", b"", leaves[2])
    assert [leaf_hash(each) for each in leaves[:2]] == given.all_raw("leaf hash")


CHECKS = {
    "manifest": manifest,
    "pruned leaves": pruned_leaves,
    "cosignature": cosignature,
    "witness file": witness_file,
}
