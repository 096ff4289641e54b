import pytest
from sqlalchemy import select

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.accounts import StaffSession, StaffWrapping
from caseflow.database.tables.installation import OutsideKey, ServerKey, TrusteeEnvelope
from caseflow.database.tables.second_factors import LogInStep
from caseflow.identity.log_in import log_in
from caseflow.identity.log_in_steps import keep_step
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn, start_session
from caseflow.keys import session_keys
from caseflow.keys.keyring import ring
from caseflow.keys.outside_rows import count_under
from caseflow.keys.server_keys import FormerKeys
from caseflow.keys.trustee import open_trustee
from caseflow.operations.rotate_outside import NoRotation, Outside, rotate_outside
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import KeyNotGiven
from tests.factories import rotations
from tests.factories.house import PASSWORD, ROOT, STAFF, TRUSTEE, UNITS, House
from tests.factories.rotations import NEW_ROOT, NEW_TRUSTEE
from tests.unit.identity.people import entries
from tests.unit.keys.tampering import forge

ROWS = {Outside.ROOT: len(STAFF), Outside.TRUSTEE: len(UNITS)}


def logged_in(house: House) -> str:
    work = house.work()
    begun = log_in(work, "berta@example.org", PASSWORD)
    assert isinstance(begun, LoggedIn)
    work.finish()
    return begun.token


def comes_back(house: House, token: str) -> bool:
    work = house.work()
    try:
        who = resume(work, token)
        work.finish()
    finally:
        work.put_away()
    return who is not None


@pytest.mark.parametrize("what", Outside)
def test_everything_follows_and_the_log_tells_each_step(house: House, what: Outside) -> None:
    rotations.give_both(house, what)
    shown: list[tuple[int, int]] = []
    done = rotate_outside(house.work, what, lambda *told: shown.append(told))
    assert not isinstance(done, NoRotation)
    assert (done.version, done.moved, done.left) == (2, ROWS[what], 0)
    assert shown == [(ROWS[what], ROWS[what])]
    work = house.work()
    told = entries(work, Act.KEY_ROTATE)
    steps = {entry["details"].get("step", "moved"): entry for entry in told}
    assert sorted(steps) == ["begun", "ended", "moved"]
    assert len(told) == 3
    assert steps["moved"]["details"]["moved"] == str(ROWS[what])
    assert {row["table"] for row in steps["begun"]["rows"]} == {"outside_keys"}
    assert {key["version"] for entry in told for key in entry["keys"]} == {"2"}
    work.finish()
    rotations.give_new(house, what)
    assert comes_back(house, logged_in(house))
    assert open_trustee(house.work_as("berta", "beratung")) is not None


def wrapped(house: House) -> set[bytes]:
    """Return whatever lies under root or trustee secret."""
    columns = (
        *(ServerKey.wrapped, StaffWrapping.wrapped, StaffSession.wrapped, LogInStep.wrapped),
        TrusteeEnvelope.sealed,
    )
    with house.sessions() as session:
        return {found for column in columns for found in session.scalars(select(column))}


def test_nothing_of_what_the_former_keys_open_is_left(house: House) -> None:
    logged_in(house)
    work = house.work_as("berta", "beratung")
    keep_step(work, ring(work).staff, 1)
    keep_step(work, None, 1)
    work.finish()
    before = wrapped(house)
    assert len(before) == 4 + len(STAFF) + 1 + 2 + len(UNITS)
    rotations.give(house, NEW_ROOT, NEW_TRUSTEE, FormerKeys(ROOT, TRUSTEE))
    for what in Outside:
        rotations.rotated(house, what)
    after = wrapped(house)
    assert len(after) == len(before)
    assert not after & before


@pytest.mark.parametrize("what", Outside)
def test_a_second_time_there_is_nothing_to_do(house: House, what: Outside) -> None:
    rotations.give_both(house, what)
    rotations.rotated(house, what)
    again = rotate_outside(house.work, what, lambda _done, _whole: None)
    assert again is NoRotation.NOTHING_NEW


def test_people_come_and_go_while_it_runs(house: House) -> None:
    before = logged_in(house)
    stale = house.server
    rotations.give_both(house, Outside.ROOT)
    rotation = rotations.begun(house, Outside.ROOT)
    during = logged_in(house)
    assert comes_back(house, before)
    assert comes_back(house, during)
    with house.sessions() as session:
        roots = session.scalars(select(StaffSession.root_key_id)).all()
    assert set(roots) == {rotation.former.key_id, rotation.present.key_id}
    both, house.server = house.server, stale
    with pytest.raises(KeyNotGiven):  # a process that was not started anew ends nobody's session
        comes_back(house, during)
    assert comes_back(house, before)
    house.server = both
    rotations.rotated(house, Outside.ROOT)
    rotations.give_new(house, Outside.ROOT)
    assert comes_back(house, before)
    assert comes_back(house, during)
    with house.sessions() as session:
        assert count_under(session, Outside.ROOT, rotation.former.key_id) == 0


def test_what_does_not_open_is_left_and_the_rotation_stays_open(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    work = house.work()
    row = work.session.scalars(select(StaffWrapping)).first()
    assert row is not None
    broken = str(row.id)
    forge(work, row, record=b"another")
    work.finish()
    assert rotations.rotated(house, Outside.ROOT).left == 1
    work = house.work()
    newest = work.session.scalars(select(OutsideKey).where(OutsideKey.version == 2)).one()
    assert newest.finished_at is None
    ends = [entry["details"] for entry in entries(work, Act.KEY_ROTATE)]
    assert {"step": "stopped", "left": "1"} in ends
    assert {entry["details"]["row"] for entry in entries(work, Act.ALARM_KEY)} == {broken}


def test_what_is_written_under_the_former_key_meanwhile_follows(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    late: list[str] = []

    def at_first_progress(_done: int, _whole: int) -> None:
        if not late:
            late.append(under_former(house))

    done = rotate_outside(house.work, Outside.ROOT, at_first_progress)
    assert not isinstance(done, NoRotation)
    assert (done.moved, done.left) == (ROWS[Outside.ROOT] + 1, 0)
    rotations.give_new(house, Outside.ROOT)
    assert comes_back(house, late[0])


def under_former(house: House) -> str:
    """Return the token of a session as a request leaves it that began before the rotation did."""
    work = house.work_as("berta", "beratung")
    former = Cipher(rotations.OLDER[Outside.ROOT])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session_keys, "present_root", lambda _work: former)
        opened = ring(work).staff
        assert opened is not None
        begun = start_session(work, opened, None)
        work.finish()
    return begun.token
