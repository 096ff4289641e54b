from uuid import uuid4

import pytest
from sqlalchemy import func, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.key_pairs import new_pair
from caseflow.crypto.passwords import password_key
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import StaffPair, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys import staff_keys
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient
from caseflow.keys.staff_keys import (
    delete_wrappings,
    make_staff_pair,
    open_staff,
    spend_the_time,
)
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import PASSWORD, House
from tests.factories.tokens import made
from tests.unit.keys.tampering import forge


def wrapping_of(work: Work, house: House, name: str) -> StaffWrapping:
    query = select(StaffWrapping).join(StaffPair, StaffPair.id == StaffWrapping.pair_id)
    return work.session.scalars(query.where(StaffPair.staff_id == house.staff[name])).one()


def context_of(work: Work, pair: StaffPair) -> tuple[bytes, ...]:
    return (
        work.installation.bytes,
        pair.staff_id.bytes,
        pair.id.bytes,
        (1).to_bytes(4, "big"),
        pair.key_id,
    )


def test_her_password_opens_her_key(house: House) -> None:
    work = house.work()
    opened = open_staff(work, house.staff["berta"], PASSWORD)
    assert opened is not None
    assert opened is ring(work).staff
    assert opened.staff == house.staff["berta"]
    pair = work.session.get_one(StaffPair, opened.pair)
    assert opened.private.public.raw() == pair.public


def test_another_password_opens_nothing_and_is_no_alarm(house: House) -> None:
    work = house.work()
    assert open_staff(work, house.staff["berta"], PASSWORD + "x") is None
    assert ring(work).staff is None
    assert work.alarms == []


def test_unknown_and_known_people_cost_one_password_key_each(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = house.work()
    asked: list[bytes] = []

    def counted(password: str, record: bytes) -> bytes:
        asked.append(record[:13])  # format and cost
        return password_key(password, record)

    monkeypatch.setattr(staff_keys, "password_key", counted)
    delete_wrappings(work, house.staff["ida"])
    for staff in (house.staff["berta"], house.staff["ida"], uuid4(), None):
        open_staff(work, staff, "falsch")
    spend_the_time(work, "falsch")
    assert len(asked) == 5
    assert len(set(asked)) == 1


def test_a_new_pair_closes_the_former_password(house: House) -> None:
    work = house.work()
    staff = house.staff["berta"]
    former = open_staff(work, staff, PASSWORD)
    assert find_recipient(work, KeyReader.STAFF, staff) is not None
    event = make_staff_pair(work, staff, "ein neues Passwort")
    assert (event.what, event.id, event.version) == ("staff", staff, 2)
    assert open_staff(work, staff, PASSWORD) is None
    opened = open_staff(work, staff, "ein neues Passwort")
    assert former is not None
    assert opened is not None
    assert opened.private.raw() != former.private.raw()
    assert event.key_id == opened.private.public.key_id
    found = find_recipient(work, KeyReader.STAFF, staff)
    assert found is not None
    assert found.public.key_id == event.key_id
    assert make_staff_pair(work, staff, "noch eines").version == 3
    wrappings = work.session.scalar(select(func.count()).select_from(StaffWrapping))
    assert wrappings == len(house.staff)


def test_without_wrappings_nothing_opens(house: House) -> None:
    for name in ("berta", "lea"):
        made(house, name, "beratung")
    work = house.work()
    delete_wrappings(work, house.staff["berta"])
    assert work.session.scalars(select(ApiToken.staff_id)).all() == [house.staff["lea"]]
    assert open_staff(work, house.staff["berta"], PASSWORD) is None
    assert open_staff(work, house.staff["frieda"], PASSWORD) is not None


def test_a_forged_wrapping_is_an_alarm(house: House) -> None:
    work = house.work()
    wrapping = wrapping_of(work, house, "berta")
    forge(work, wrapping, record=bytes(40))
    assert open_staff(work, house.staff["berta"], PASSWORD) is None
    assert work.alarms == [Alarm.of_seal("staff_wrappings", wrapping.id)]


def test_a_wrapping_put_into_another_persons_place_does_not_open(house: House) -> None:
    work = house.work()
    berta = wrapping_of(work, house, "berta")
    frieda = wrapping_of(work, house, "frieda")
    sealed_rows.change(work, berta, record=frieda.record, wrapped=frieda.wrapped)
    with pytest.raises(BrokenKey):
        open_staff(work, house.staff["berta"], PASSWORD)


def test_a_planted_key_is_not_hers(house: House) -> None:
    work = house.work()
    wrapping = wrapping_of(work, house, "berta")
    pair = work.session.get_one(StaffPair, wrapping.pair_id)
    by_password = Cipher(password_key(PASSWORD, wrapping.record))
    inner = wrap(by_password, "staff key", context_of(work, pair), new_pair().raw())
    outer = wrap(house.server.root, "staff key", context_of(work, pair), inner)
    sealed_rows.change(work, wrapping, wrapped=outer)
    assert open_staff(work, pair.staff_id, PASSWORD) is None


def test_the_root_is_outermost_and_the_password_inside(house: House) -> None:
    work = house.work()
    wrapping = wrapping_of(work, house, "berta")
    pair = work.session.get_one(StaffPair, wrapping.pair_id)
    context = context_of(work, pair)
    inner = unwrap(house.server.root, "staff key", context, wrapping.wrapped)
    by_password = Cipher(password_key(PASSWORD, wrapping.record))
    raw = unwrap(by_password, "staff key", context, inner)
    opened = open_staff(work, pair.staff_id, PASSWORD)
    assert opened is not None
    assert raw == opened.private.raw()
