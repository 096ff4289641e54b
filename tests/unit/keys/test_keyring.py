from uuid import uuid4

import pytest

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.key_pairs import new_pair
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import RequestKeyring, ring
from caseflow.keys.opened_unit import OpenedUnit
from tests.factories.house import House


class ForeignKeyring:
    def put_away(self) -> None:
        """Forget nothing."""


def test_putting_away_forgets_every_opened_key(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keyring = ring(work)
    keyring.trustee = new_pair()
    keyring.born[uuid4()] = OpenedUnit(uuid4(), uuid4(), 1, new_pair())
    keyring.ciphers[uuid4(), 1] = Cipher(new_key())
    assert keyring.staff is not None
    assert keyring.unit is not None
    work.put_away()
    opened = ("staff", "unit", "trustee", "born", "ciphers", "recipients")
    assert not any(getattr(keyring, name) for name in opened)
    assert keyring.server is house.server


def test_a_unit_is_at_hand_when_it_is_the_acting_one_or_was_just_founded(house: House) -> None:
    keyring = RequestKeyring(house.server)
    assert keyring.unit_at_hand(uuid4()) is None
    acting, founded = (OpenedUnit(uuid4(), uuid4(), 1, new_pair()) for _ in range(2))
    keyring.unit = acting
    keyring.born[founded.unit] = founded
    assert keyring.unit_at_hand(acting.unit) is acting
    assert keyring.unit_at_hand(founded.unit) is founded
    assert keyring.unit_at_hand(uuid4()) is None


def test_no_secret_is_printed(house: House) -> None:
    keyring = ring(house.work_as("berta", "beratung"))
    assert keyring.staff is not None
    for printed in (repr(keyring), repr(keyring.staff), repr(keyring.unit), repr(house.server)):
        assert "object at" in printed


def test_another_keyring_is_no_keyring_of_the_key_store(house: House) -> None:
    work = Work(house.sessions(), house.around, ForeignKeyring(), "request")
    with pytest.raises(TypeError):
        ring(work)
