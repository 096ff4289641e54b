from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseflow.crypto.signing import Signer
from caseflow.operations.backups.found_backup import find_backup
from caseflow.operations.backups.manifest import ENDING, spell_manifest
from caseflow.operations.backups.shares import Share
from caseflow.vocabulary.errors import OperatorError
from tests.unit.operations.backups.test_manifest import MANIFEST


def test_the_newest_of_a_folder_is_found_or_the_one_that_is_named(tmp_path: Path) -> None:
    older = replace(MANIFEST, taken_at=MANIFEST.taken_at - timedelta(days=1))
    for name, each in (("b", older), ("a", MANIFEST)):
        (tmp_path / f"{name}{ENDING}").write_bytes(spell_manifest(each, Signer(bytes(32))))
    (tmp_path / f"c{ENDING}").write_text("{}")
    assert find_backup(tmp_path).manifest == MANIFEST
    assert find_backup(tmp_path / f"b{ENDING}").manifest == older


def test_keys_are_there_until_their_time_is_over(tmp_path: Path) -> None:
    place = tmp_path / f"a{ENDING}"
    place.write_bytes(spell_manifest(MANIFEST, Signer(bytes(32))))
    found = find_backup(place)
    before = MANIFEST.keys_until - timedelta(microseconds=1)
    assert not found.has_keys(before)
    found.file(Share.KEYS).touch()
    assert found.has_keys(before)
    assert not found.has_keys(MANIFEST.keys_until)


def test_where_there_is_none_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="no backup in"):
        find_backup(tmp_path)


def test_a_manifest_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    away = replace(MANIFEST, keys=replace(MANIFEST.keys, file="../../etc/passwd"))
    (tmp_path / f"a{ENDING}").write_bytes(spell_manifest(away, Signer(bytes(32))))
    assert find_backup(tmp_path).file(Share.KEYS) == tmp_path / "passwd"
