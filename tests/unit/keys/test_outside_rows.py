from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.accounts import StaffWrapping
from caseflow.database.tables.installation import TrusteeEnvelope
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys import outside_rows
from caseflow.keys.outside_rows import FIRST, Moved, count_under, move
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.errors import Stale
from tests.factories import rotations
from tests.factories.house import STAFF, UNITS, House
from tests.unit.keys.tampering import forge

if TYPE_CHECKING:
    from uuid import UUID

ROOTS = Cipher(rotations.OLDER[Outside.ROOT]), Cipher(rotations.NEWER[Outside.ROOT])
SECRETS = Cipher(rotations.OLDER[Outside.TRUSTEE]), Cipher(rotations.NEWER[Outside.TRUSTEE])


def left(work: Work, what: Outside, cipher: Cipher) -> int:
    return count_under(work.session, what, cipher.key_id)


def test_what_lies_under_a_key_is_counted(house: House) -> None:
    work = house.work()
    assert left(work, Outside.ROOT, ROOTS[0]) == len(STAFF)
    assert left(work, Outside.TRUSTEE, SECRETS[0]) == len(UNITS)
    assert left(work, Outside.ROOT, ROOTS[1]) == left(work, Outside.TRUSTEE, SECRETS[1]) == 0
    forge(work, work.session.scalars(select(StaffWrapping)).all()[0], wrapped=b"")
    assert left(work, Outside.ROOT, ROOTS[0]) == len(STAFF) - 1


def test_rows_move_in_batches_until_none_is_left(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside_rows, "_AT_ONCE", 4)
    work = house.work()
    after: UUID | None = FIRST
    steps = []
    ids = work.session.scalars(select(StaffWrapping.id).order_by(StaffWrapping.id)).all()
    while after is not None:
        moved = move(work, Outside.ROOT, StaffWrapping, ROOTS, after)
        steps.append((moved.done, moved.last))
        after = moved.last
    assert steps == [(4, ids[3]), (len(STAFF) - 4, ids[-1]), (0, None)]
    assert left(work, Outside.ROOT, ROOTS[0]) == 0
    assert left(work, Outside.ROOT, ROOTS[1]) == len(STAFF)
    assert move(work, Outside.ROOT, StaffWrapping, ROOTS, FIRST) == Moved(None)
    assert work.alarms == []


def test_envelopes_to_the_trustee_move_without_any_units_key(house: House) -> None:
    rotations.name_no_secret(house)
    work = house.work()
    assert move(work, Outside.TRUSTEE, TrusteeEnvelope, SECRETS, FIRST).done == len(UNITS)
    named = work.session.scalars(select(TrusteeEnvelope.secret_key_id)).all()
    assert set(named) == {SECRETS[1].key_id}


@pytest.mark.parametrize("what", Outside)
def test_what_does_not_open_stays_with_an_alarm(house: House, what: Outside) -> None:
    work = house.work()
    keys = ROOTS if what is Outside.ROOT else SECRETS
    table: type[Any] = StaffWrapping if what is Outside.ROOT else TrusteeEnvelope
    row = work.session.scalars(select(table).order_by(table.id.desc())).first()
    assert row is not None
    whole = left(work, what, keys[0])
    forge(work, row, row_seal=b"\x01")
    moved = move(work, what, table, keys, FIRST)
    assert (moved.done, moved.broken) == (whole - 1, 1)
    assert Alarm.of_key(table.__tablename__, row.id) in work.alarms
    assert move(work, what, table, keys, row.id) == Moved(None)  # not again and again
    assert left(work, what, keys[0]) == 1


def test_what_somebody_else_changes_meanwhile_is_counted_as_neither(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beaten(*_: object) -> None:
        raise Stale("staff_wrappings")

    monkeypatch.setattr(outside_rows, "TABLES", {Outside.ROOT: {StaffWrapping: beaten}})
    moved = move(house.work(), Outside.ROOT, StaffWrapping, ROOTS, FIRST)
    assert moved == Moved(moved.last)
    assert moved.last is not None
