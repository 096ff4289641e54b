from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.tokens import new_token, token_digest
from caseflow.crypto.wrapping import unwrap
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import RequestKeyring, ring
from caseflow.keys.session_keys import SessionPlace, open_session, seal_for_session
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.house import House
from tests.unit.keys.tampering import forge

TOKEN = new_token()


def begun(house: House) -> tuple[StaffSession, bytes]:
    """Return a session in the database and the private key that rests in it."""
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    session = uuid4()
    ends_at = work.clock.now() + timedelta(hours=10)
    row = StaffSession(
        id=session,
        staff_id=opened.staff,
        pair_id=opened.pair,
        cookie_digest=token_digest(TOKEN),
        wrapped=seal_for_session(ring(work), opened, session, ends_at, TOKEN),
        started_at=work.clock.now(),
        seen_at=work.clock.now(),
        ends_at=ends_at,
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
    keyring = RequestKeyring(house.server)
    now = work.clock.now()
    session = uuid4()
    first, second = (seal_for_session(keyring, opened, session, now, TOKEN) for _ in range(2))
    assert first != second
