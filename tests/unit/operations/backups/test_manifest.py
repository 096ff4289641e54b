import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from caseflow.crypto.signing import Signer
from caseflow.operations.backups.manifest import (
    FileDigest,
    Manifest,
    TableCount,
    is_signed,
    read_manifest,
    spell_manifest,
)
from caseflow.operations.backups.shares import Share

SIGNER, OTHER = Signer(bytes(32)), Signer(bytes([1]) * 32)
FILE = FileDigest("caseflow-20260302T090000Z.content", 12, "ab" * 32, {"facts": TableCount(0, "0")})
MANIFEST = Manifest(
    id=UUID(int=1),
    installation=UUID(int=2),
    program="0",
    migration="0015",
    taken_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    keys_until=datetime(2026, 3, 16, 9, tzinfo=UTC),
    log_size=3,
    log_staged=1,
    log_root="cd" * 32,
    content=FILE,
    keys=replace(FILE, file="caseflow-20260302T090000Z.keys"),
    left_out=("readings",),
)


def test_a_manifest_comes_back_and_is_signed_by_its_installation_alone() -> None:
    text = spell_manifest(MANIFEST, SIGNER)
    assert read_manifest(text) == MANIFEST
    assert MANIFEST.of(Share.KEYS) == MANIFEST.keys
    assert is_signed(text, SIGNER.public)
    assert not is_signed(text, OTHER.public)


@pytest.mark.parametrize("key", sorted(json.loads(spell_manifest(MANIFEST, SIGNER))))
def test_whatever_is_changed_in_it_breaks_the_signature(key: str) -> None:
    told: dict[str, Any] = json.loads(spell_manifest(MANIFEST, SIGNER))
    told[key] = "another"
    assert not is_signed(json.dumps(told).encode(), SIGNER.public)
    del told[key]
    assert not is_signed(json.dumps(told).encode(), SIGNER.public)


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"schema": "urn:caseflow:backup:1"}', b"7"])
def test_other_texts_are_no_manifest(text: bytes) -> None:
    assert read_manifest(text) is None
    assert not is_signed(text, SIGNER.public)


@pytest.mark.parametrize("key", ["taken_at", "keys_until"])
def test_an_instant_without_a_zone_is_none(key: str) -> None:
    told = json.loads(spell_manifest(MANIFEST, SIGNER))
    told[key] = told[key].removesuffix("Z")
    assert read_manifest(json.dumps(told).encode()) is None
