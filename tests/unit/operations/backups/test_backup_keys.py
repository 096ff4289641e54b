from pathlib import Path

import pytest

from caseflow.operations.backups.backup_keys import open_backup_keys
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.errors import BadConfiguration
from tests.factories.backups import OUTSIDE, backed_up
from tests.factories.house import House


def test_the_root_opens_the_servers_keys_of_a_backup_and_no_other_does(
    house: House, tmp_path: Path
) -> None:
    found = backed_up(house, tmp_path)
    keys = open_backup_keys(found, OUTSIDE)
    assert (keys.row_seal, keys.signer.public) == (
        house.server.row_seal,
        house.server.signer.public,
    )
    with pytest.raises(BadConfiguration, match="belongs to another installation"):
        open_backup_keys(found, OutsideKeys(bytes(32), None))
