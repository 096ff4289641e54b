from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.tokens import new_token, token_digest
from caseflow.crypto.wrapping import unwrap
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.session_keys import (
    SessionPlace,
    open_session,
    open_step,
    seal_for_session,
    seal_for_step,
)
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.house import House
from tests.unit.keys.tampering import forge

TOKEN = new_token()


def begun(house: House, shown_at: datetime | None = None) -> tuple[StaffSession, bytes]:
    """Return a session in the database and the private key that rests in it."""
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    session = uuid4()
    ends_at = work.clock.now() + timedelta(hours=10)
    place = SessionPlace(session, opened.staff, opened.pair, ends_at, shown_at)
    resting = seal_for_session(work, opened, place, TOKEN)
    row = StaffSession(
        id=session,
        staff_id=opened.staff,
        pair_id=opened.pair,
        cookie_digest=token_digest(TOKEN),
        root_key_id=resting.root_key_id,
        wrapped=resting.wrapped,
        started_at=work.clock.now(),
        seen_at=work.clock.now(),
        ends_at=ends_at,
        second_factor_at=shown_at,
    )
    work.session.add(row)
    work.finish()
    return row, opened.private.raw()


def loaded(work: Work, row: StaffSession) -> StaffSession:
    return work.session.get_one(StaffSession, row.id)


def test_the_cookie_opens_what_rests_in_the_session(house: House) -> None:
    row, private = begun(house)
    work = house.work()
    opened = open_session(work, loaded(work, row), TOKEN)
    assert opened is not None
    assert opened is ring(work).staff
    assert (opened.staff, opened.pair) == (row.staff_id, row.pair_id)
    assert opened.private.raw() == private


def test_another_cookie_opens_nothing(house: House) -> None:
    row, _ = begun(house)
    work = house.work()
    assert open_session(work, loaded(work, row), new_token()) is None
    assert ring(work).staff is None
    assert work.alarms == [Alarm.of_key("staff_sessions", row.id)]


@pytest.mark.parametrize("column", ["ends_at", "staff_id", "pair_id"])
def test_a_session_that_was_changed_opens_nothing(house: House, column: str) -> None:
    row, _ = begun(house)
    other = house.work_as("frieda", "frauenhaus")
    frieda = ring(other).staff
    other.finish()
    assert frieda is not None
    longer: dict[str, datetime | object] = {
        "ends_at": row.ends_at + timedelta(hours=1),
        "staff_id": frieda.staff,
        "pair_id": frieda.pair,
    }
    work = house.work()
    forge(work, loaded(work, row), **{column: longer[column]})
    assert open_session(work, loaded(work, row), TOKEN) is None
    assert work.alarms == [Alarm.of_key("staff_sessions", row.id)]


def test_root_and_cookie_are_both_needed(house: House) -> None:
    row, private = begun(house)
    context = SessionPlace(row.id, row.staff_id, row.pair_id, row.ends_at).context()
    inner = unwrap(house.server.root, "session", context, row.wrapped)
    cookie = Cipher(derive(TOKEN.encode(), "session", row.id.bytes))
    assert unwrap(cookie, "session", context, inner) == private
    with pytest.raises(BrokenKey):
        unwrap(cookie, "session", context, row.wrapped)


def test_the_same_key_rests_differently_each_time(house: House) -> None:
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    now = work.clock.now()
    place = SessionPlace(uuid4(), opened.staff, opened.pair, now)
    first, second = (seal_for_session(work, opened, place, TOKEN) for _ in range(2))
    assert first.wrapped != second.wrapped
    assert first.root_key_id == second.root_key_id == house.server.root.key_id


def test_nobody_writes_that_a_second_factor_was_shown(house: House) -> None:
    now = house.around.clock.now()
    for shown_at, forged in ((None, now), (now, now + timedelta(minutes=1)), (now, None)):
        row, _ = begun(house, shown_at)
        work = house.work()
        assert open_session(work, loaded(work, row), TOKEN) is not None
        forge(work, loaded(work, row), second_factor_at=forged)
        assert open_session(work, loaded(work, row), TOKEN) is None
        work.session.delete(loaded(work, row))
        work.finish()


def waiting(house: House, *, fits: bool = True) -> tuple[LogInStep, bytes]:
    """Return the step of a log-in in the database, and the private key that was opened."""
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    step, ends_at = uuid4(), work.clock.now() + timedelta(minutes=5)
    resting = seal_for_step(work, opened if fits else None, step, ends_at, TOKEN)
    row = LogInStep(
        id=step,
        token_digest=token_digest(TOKEN),
        staff_id=opened.staff if fits else None,
        pair_id=opened.pair if fits else None,
        root_key_id=resting.root_key_id,
        wrapped=resting.wrapped,
        tries=1,
        ends_at=ends_at,
    )
    work.session.add(row)
    work.finish()
    return row, opened.private.raw()


def test_the_token_opens_what_rests_in_a_step(house: House) -> None:
    row, private = waiting(house)
    work = house.work()
    assert open_step(work, row, new_token()) is None
    assert work.alarms == [Alarm.of_key("log_in_steps", row.id)]
    opened = open_step(work, row, TOKEN)
    assert opened is not None
    assert opened.private.raw() == private
    assert (opened.staff, opened.pair) == (row.staff_id, row.pair_id)
    assert ring(work).staff is opened


def test_where_the_password_did_not_fit_chance_of_the_same_length_rests(house: House) -> None:
    real, _ = waiting(house)
    work = house.work()
    work.session.delete(work.session.get_one(LogInStep, real.id))
    work.finish()
    row, private = waiting(house, fits=False)
    assert len(row.wrapped) == len(real.wrapped)
    assert open_step(house.work(), row, TOKEN) is None
    place = SessionPlace(row.id, house.staff["berta"], uuid4(), row.ends_at)
    with pytest.raises(BrokenKey):
        unwrap(house.server.root, "log-in step", place.context(), row.wrapped)
    assert private not in row.wrapped


def test_a_step_is_no_session(house: House) -> None:
    row, _ = waiting(house)
    work = house.work()
    assert row.staff_id is not None
    assert row.pair_id is not None
    session = StaffSession(
        id=row.id,
        staff_id=row.staff_id,
        pair_id=row.pair_id,
        cookie_digest=row.token_digest,
        root_key_id=row.root_key_id,
        wrapped=row.wrapped,
        started_at=work.clock.now(),
        seen_at=work.clock.now(),
        ends_at=row.ends_at,
    )
    assert open_session(work, session, TOKEN) is None
