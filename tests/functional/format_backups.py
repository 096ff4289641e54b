"""Check the example of a backup: a file of one record, and the signature of its manifest."""

import hashlib
import struct
from uuid import UUID

from caseflow.crypto.signing import Signer, verify
from caseflow.operations.backups.row_records import read, spell
from caseflow.operations.backups.shares import Share
from caseflow.operations.backups.tally import Tally
from caseflow.operations.backups.write_share import END, HEAD
from tests.functional import format_reader as reader
from tests.functional.format_page import Numbers

ROW: dict[str, reader.Value] = {"name": "log", "size": 3}


def backup(given: Numbers) -> None:
    whole, identity, record = given.raw("file"), given.raw("backup"), given.raw("record")
    assert records_of(whole, b"content", identity) == [record]
    assert reader.canonical_row("log_head", ROW) == record == spell("log_head", ROW)
    assert read(record).bound() == ROW
    head = HEAD + Share.CONTENT.value.encode() + b"\n" + UUID(bytes=identity).bytes
    assert head + len(record).to_bytes(4, "big") + record + END == whole
    assert hashlib.sha256(whole).digest() == given.raw("sha256")
    total = int.from_bytes(hashlib.sha256(record).digest(), "big") % (1 << 256)
    tally = Tally()
    tally.add(record)
    assert tally.told().digest == f"{total:064x}" == given.raw("digest of the table").hex()
    signed = b"caseflow backup 1\n" + given.text("manifest without signature").encode()
    signer, signature = Signer(given.raw("signing key")), given.raw("signature")
    assert signer.sign(signed) == signature
    assert verify(signer.public, signed, signature)


def records_of(whole: bytes, share: bytes, identity: bytes) -> list[bytes]:
    """Return the records of a file, read as the page says."""
    head = b"caseflow backup 1\n" + share + b"\n" + identity
    assert whole.startswith(head)
    at = len(head)
    found: list[bytes] = []
    while True:
        (length,) = struct.unpack_from(">I", whole, at)
        at += 4
        if length == 0:
            assert at == len(whole)
            return found
        found.append(whole[at : at + length])
        at += length
