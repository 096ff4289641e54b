from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from caseflow.crypto.ciphers import Cipher, key_id
from caseflow.database.engines import open_engine, sessions_of
from caseflow.database.tables.installation import OutsideKey
from caseflow.keys.check_outside import check_root
from caseflow.keys.outside_versions import ROOT, SETTINGS, TRUSTEE, check_version, versions_of
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BadConfiguration
from tests.factories import rotations
from tests.factories.house import House

ELSE = bytes(range(7, 39))


@pytest.mark.parametrize("what", Outside)
def test_versions_are_written_down_with_the_first_rotation(house: House, what: Outside) -> None:
    with house.sessions() as session:
        assert versions_of(session, what) == []
    rotations.give_both(house, what)
    rotations.begun(house, what)
    with house.sessions() as session:
        older, newer = versions_of(session, what)
    assert (older.version, older.key_id) == (1, key_id(rotations.OLDER[what]))
    assert (newer.version, newer.key_id) == (2, key_id(rotations.NEWER[what]))
    assert (older.finished_at, newer.finished_at) == (older.since, None)


@pytest.mark.parametrize("what", Outside)
def test_a_version_that_does_not_count_any_more_is_refused(house: House, what: Outside) -> None:
    rotations.give_both(house, what)
    rotations.begun(house, what)
    with house.sessions() as session:
        check_version(session, what, key_id(rotations.NEWER[what]))
        check_version(session, what, key_id(bytes(32)))  # whether it opens, others say
        with pytest.raises(BadConfiguration, match=r"is version 1; since .* version 2") as error:
            check_version(session, what, key_id(rotations.OLDER[what]))
    assert f"CASEFLOW_{SETTINGS[what]}_FORMER" in str(error.value)
    assert key_id(rotations.NEWER[what]).hex() in str(error.value)
    assert f"since {instant_text(house.around.clock.now())} " in str(error.value)


def test_the_second_of_three_versions_is_a_former_one(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    rotations.rotated(house, Outside.ROOT)
    work = house.work()
    later = work.clock.now() + timedelta(days=1)
    third = OutsideKey(what=ROOT, version=3, key_id=key_id(ELSE), since=later)
    work.session.add(third)
    work.finish()
    with house.sessions() as session:
        counts = rf"is version 2; since {instant_text(later)} version 3 counts"
        with pytest.raises(BadConfiguration, match=counts) as error:
            check_version(session, ROOT, key_id(rotations.NEWER[Outside.ROOT]))
        assert key_id(ELSE).hex() in str(error.value)
        with pytest.raises(BadConfiguration, match=r"keys lie under version 2 \("):
            check_root(session, replace(house.server, root=Cipher(ELSE), former_root=None))


def test_a_database_of_an_earlier_release_knows_of_no_versions(engine: str) -> None:
    bare = open_engine(engine)
    with sessions_of(bare)() as session:
        assert session.scalar(text("SELECT 1")) == 1
        for what in (ROOT, TRUSTEE):
            check_version(session, what, key_id(bytes(32)))
    bare.dispose()
