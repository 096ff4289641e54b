import os
from datetime import timedelta
from pathlib import Path

from caseflow.crypto.signing import Signer
from caseflow.operations.backups.manifest import ENDING, spell_manifest
from caseflow.operations.backups.remove_expired import remove_expired
from tests.factories.backups import installation_of
from tests.factories.house import House, StoppedClock
from tests.unit.operations.backups.test_manifest import MANIFEST


def test_only_what_this_installation_signed_and_whose_time_is_over_goes(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    place = tmp_path / f"a{ENDING}"
    keys = tmp_path / MANIFEST.keys.file
    keys.touch()
    clock.at = MANIFEST.keys_until
    place.write_bytes(spell_manifest(MANIFEST, Signer(bytes(32))))
    assert remove_expired(installation_of(house), tmp_path) == ()
    place.write_bytes(spell_manifest(MANIFEST, house.server.signer))
    clock.advance(-timedelta(microseconds=1))
    assert remove_expired(installation_of(house), tmp_path) == ()
    clock.advance(timedelta(microseconds=1))
    assert remove_expired(installation_of(house), tmp_path) == (keys.name,)
    assert not keys.exists()
    assert remove_expired(installation_of(house), tmp_path) == ()


def test_what_a_killed_backup_left_goes_after_a_day(
    house: House, clock: StoppedClock, tmp_path: Path
) -> None:
    part = tmp_path / "caseflow-20260301T090000Z.keys.part"
    part.touch()
    left_at = clock.now().timestamp()
    os.utime(part, (left_at, left_at))
    remove_expired(installation_of(house), tmp_path)
    assert part.exists()
    clock.advance(timedelta(days=1, seconds=1))
    remove_expired(installation_of(house), tmp_path)
    assert not part.exists()
