import pytest
from sqlalchemy import update

from caseflow.crypto.ciphers import key_id
from caseflow.database.tables.installation import OutsideKey
from caseflow.database.unit_of_work import Alarm
from caseflow.keys.outside_keys import (
    present_root,
    present_secret,
    root_of,
    secret_of,
    sound_versions,
)
from caseflow.keys.server_keys import FormerKeys
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.errors import BrokenKey, KeyNotGiven, MissingKey
from tests.factories import rotations
from tests.factories.house import ROOT, TRUSTEE, House
from tests.factories.rotations import NEW_ROOT, NEW_TRUSTEE

ELSE = bytes(range(7, 39))


def root_in_use(house: House) -> bytes:
    work = house.work()
    found = present_root(work).key
    work.finish()
    return found


def secret_in_use(house: House) -> bytes | None:
    work = house.work()
    found = present_secret(work)
    work.finish()
    return None if found is None else found.key


def test_before_a_rotation_begins_the_former_root_counts(house: House) -> None:
    assert root_in_use(house) == ROOT
    rotations.give_both(house, Outside.ROOT)
    assert root_in_use(house) == ROOT
    rotations.begun(house, Outside.ROOT)
    assert root_in_use(house) == NEW_ROOT
    with pytest.raises(BrokenKey):
        root_of(house.work(), key_id(ELSE))


def test_before_a_rotation_begins_the_former_secret_counts(house: House) -> None:
    for _ in range(2):
        rotations.give_old(house)
        assert secret_in_use(house) == TRUSTEE
        rotations.give_both(house, Outside.TRUSTEE)
        assert secret_in_use(house) == TRUSTEE
        rotations.name_no_secret(house)  # as an earlier release wrote them
    rotations.begun(house, Outside.TRUSTEE)
    assert secret_in_use(house) == NEW_TRUSTEE


def test_a_former_secret_that_was_given_by_mistake_does_not_count(house: House) -> None:
    rotations.give(house, ROOT, TRUSTEE, FormerKeys(trustee=ELSE))
    assert secret_in_use(house) == TRUSTEE


def test_without_a_secret_there_is_none(house: House) -> None:
    rotations.give(house, ROOT, None)
    assert secret_in_use(house) is None
    with pytest.raises(MissingKey):
        secret_of(house.work(), None)


def test_both_roots_are_found_by_their_ids(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    work = house.work()
    assert root_of(work, key_id(ROOT)).key == ROOT
    assert root_of(work, key_id(NEW_ROOT)).key == NEW_ROOT
    with pytest.raises(BrokenKey):
        root_of(work, key_id(ELSE))
    assert work.alarms == []


def test_both_secrets_are_found_by_their_ids(house: House) -> None:
    rotations.give_both(house, Outside.TRUSTEE)
    work = house.work()
    assert secret_of(work, key_id(TRUSTEE)).key == TRUSTEE
    assert secret_of(work, key_id(NEW_TRUSTEE)).key == NEW_TRUSTEE
    with pytest.raises(BrokenKey):
        secret_of(work, key_id(ELSE))


@pytest.mark.parametrize("what", Outside)
def test_a_process_that_was_not_given_the_key_that_counts_does_nothing_in_its_place(
    house: House, what: Outside
) -> None:
    stale = house.server
    rotations.give_both(house, what)
    rotations.begun(house, what)
    house.server = stale
    present = present_root if what is Outside.ROOT else present_secret
    with pytest.raises(KeyNotGiven):
        present(house.work())


def test_a_version_that_was_changed_is_no_version(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    rotations.begun(house, Outside.ROOT)
    work = house.work()
    newest = sound_versions(work, Outside.ROOT)[-1]
    work.session.execute(
        update(OutsideKey).where(OutsideKey.id == newest.id).values(key_id=key_id(ELSE)),
        execution_options={"synchronize_session": False},
    )
    work.session.expire_all()
    assert [row.version for row in sound_versions(work, Outside.ROOT)] == [1]
    assert work.alarms == [Alarm.of_seal("outside_keys", newest.id)]


def test_where_a_version_was_changed_the_envelopes_say_which_secret_counts(house: House) -> None:
    rotations.give_both(house, Outside.TRUSTEE)
    rotations.rotated(house, Outside.TRUSTEE)
    with house.sessions() as session:
        session.execute(
            update(OutsideKey).where(OutsideKey.version == 2).values(key_id=key_id(ELSE))
        )
        session.commit()
    work = house.work()
    found = present_secret(work)
    assert found is not None
    assert found.key == NEW_TRUSTEE
    assert [alarm.table for alarm in work.alarms] == ["outside_keys"]
