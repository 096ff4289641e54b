from pathlib import Path

import pytest

from caseflow.operations.backups.backup_keys import open_backup_keys
from caseflow.operations.backups.shares import Share
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.errors import BadConfiguration, OperatorError
from tests.factories.backups import OUTSIDE, backed_up
from tests.factories.house import CHEAP, ROOT, TRUSTEE, House


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
    # One from before a rotation opens by the former root, beside the present one.
    rotated = OutsideKeys(bytes(32), TRUSTEE, CHEAP, former_root=ROOT)
    assert open_backup_keys(found, rotated).row_seal == house.server.row_seal
    place = found.file(Share.KEYS)
    place.write_bytes(place.read_bytes().replace(b"server_keys", b"server_key\xff", 1))
    with pytest.raises(OperatorError, match="not as the backup was written"):
        open_backup_keys(found, OUTSIDE)
