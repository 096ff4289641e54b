from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from caseflow.crypto.signing import Signer
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.audit_log import Leaf
from caseflow.operations.backups.check_backup import check_backup
from caseflow.operations.backups.found_backup import find_backup
from caseflow.operations.backups.manifest import spell_manifest
from caseflow.vocabulary.errors import OperatorError
from tests.factories.backups import OUTSIDE, backed_up
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated


def test_a_row_and_a_log_that_were_changed_before_are_named(house: House, tmp_path: Path) -> None:
    new_client(house, house.actor("berta", "beratung"))
    integrated(house)
    with house.engine.begin() as connection:
        connection.execute(update(Staff).where(Staff.name == "Berta").values(administrator=True))
        connection.execute(update(Leaf).where(Leaf.position == 0).values(payload=b"{}"))
    checked = check_backup(backed_up(house, tmp_path), OUTSIDE)
    assert checked.broken_seals == [f"staff {house.staff['berta']}"]
    assert not checked.log_agrees
    assert not checked.sound


def test_a_manifest_of_somebody_else_is_refused(house: House, tmp_path: Path) -> None:
    found = backed_up(house, tmp_path)
    forged = replace(found.manifest, log_size=99)
    found.place.write_bytes(spell_manifest(forged, Signer(bytes(32))))
    with pytest.raises(OperatorError, match="not signed with the key"):
        check_backup(find_backup(tmp_path), OUTSIDE)


def test_counts_that_the_rows_do_not_bear_out_are_refused(house: House, tmp_path: Path) -> None:
    found = backed_up(house, tmp_path)
    fewer = replace(found.manifest.keys, tables={**found.manifest.keys.tables})
    tables = {name: count for name, count in fewer.tables.items() if name != "staff"}
    said = replace(found.manifest, keys=replace(fewer, tables=tables))
    found.place.write_bytes(spell_manifest(said, house.server.signer))
    with pytest.raises(OperatorError, match="not as the backup was written"):
        check_backup(find_backup(tmp_path), OUTSIDE)
