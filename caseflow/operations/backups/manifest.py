"""Say of a backup what it holds, signed with the installation's key so that a forged one is told.

The manifest comes last: without it, files in a folder are no backup.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.crypto.signing import Signer, verify
from caseflow.operations.backups.shares import Share
from caseflow.vocabulary.clock import instant_text

SCHEMA = "urn:caseflow:backup:1"
ENDING = ".backup.json"
_LABEL = b"caseflow backup 1\n"


@dataclass(frozen=True, slots=True)
class TableCount:
    """What a file holds of a table."""

    rows: int
    digest: str  # the sum of the SHA-256 of its records, modulo 2^256: in whatever order


@dataclass(frozen=True, slots=True)
class FileDigest:
    """One of the two files."""

    file: str  # its name
    size: int
    sha256: str
    tables: Mapping[str, TableCount]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, and until when its file of keys and links is kept."""

    id: UUID
    installation: UUID
    program: str  # its version
    migration: str
    taken_at: datetime
    keys_until: datetime
    log_size: int  # of the tree
    log_staged: int  # entries that were not yet in it
    log_root: str
    content: FileDigest
    keys: FileDigest
    left_out: tuple[str, ...]

    def of(self, share: Share) -> FileDigest:
        """Return one of the two files."""
        return self.content if share is Share.CONTENT else self.keys


def spell_manifest(manifest: Manifest, signer: Signer) -> bytes:
    """Return the manifest as JSON, its signature in it."""
    told = _told(manifest)
    signature = signer.sign(_LABEL + _canonical(told))
    whole = {**told, "signature": b64encode(signature).decode()}
    return json.dumps(whole, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def read_manifest(text: bytes) -> Manifest | None:
    """Return what a manifest says, or None where it is none; its signature is not yet checked."""
    try:
        told = json.loads(text)
        return _read(told) if told["schema"] == SCHEMA else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def is_signed(text: bytes, public: bytes) -> bool:
    """Say whether a manifest was signed with this key as it stands."""
    try:
        told = json.loads(text)
        signature = b64decode(told.pop("signature"), validate=True)
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return verify(public, _LABEL + _canonical(told), signature)


def _told(manifest: Manifest) -> dict[str, Any]:
    return {
        **asdict(manifest),
        "schema": SCHEMA,
        "id": str(manifest.id),
        "installation": str(manifest.installation),
        "taken_at": instant_text(manifest.taken_at),
        "keys_until": instant_text(manifest.keys_until),
        "left_out": list(manifest.left_out),
    }


def _canonical(told: Mapping[str, Any]) -> bytes:
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _read(told: Mapping[str, Any]) -> Manifest:
    return Manifest(
        id=UUID(told["id"]),
        installation=UUID(told["installation"]),
        program=str(told["program"]),
        migration=str(told["migration"]),
        taken_at=_instant(told["taken_at"]),
        keys_until=_instant(told["keys_until"]),
        log_size=int(told["log_size"]),
        log_staged=int(told["log_staged"]),
        log_root=str(told["log_root"]),
        content=_file(told["content"]),
        keys=_file(told["keys"]),
        left_out=tuple(told["left_out"]),
    )


def _instant(text: str) -> datetime:
    """Return an instant; raises ValueError for one of no zone, which is none."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("an instant without a zone")
    return at


def _file(told: Mapping[str, Any]) -> FileDigest:
    tables = {name: TableCount(**count) for name, count in told["tables"].items()}
    return FileDigest(str(told["file"]), int(told["size"]), str(told["sha256"]), tables)
