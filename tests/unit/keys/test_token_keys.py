from dataclasses import replace
from datetime import timedelta

import pytest

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.wrapping import unwrap
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.keys.token_keys import LABEL, open_token, own_pair, place_of_token, seal_for_token
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.tokens import made


def row_of(work: Work) -> ApiToken:
    return work.session.query(ApiToken).one()


def test_the_token_opens_her_key_and_nothing_else_does(house: House) -> None:
    token = made(house, "berta", "beratung").token
    her = ring(house.work_as("berta", "beratung")).staff
    work = house.work()
    opened = open_token(work, row_of(work), token)
    assert her is not None
    assert opened is not None
    assert ring(work).staff is opened
    assert opened.private.raw() == her.private.raw()
    assert (opened.staff, opened.pair) == (her.staff, her.pair)
    assert open_token(work, row_of(work), f"{token}x") is None
    assert work.alarms == [Alarm.of_key("api_tokens", row_of(work).id)]


def test_neither_root_nor_token_opens_it_alone(house: House) -> None:
    token = made(house, "berta", "beratung").token
    work = house.work()
    row = row_of(work)
    context = place_of_token(row).context()
    by_token = Cipher(derive(token.encode(), LABEL, row.id.bytes))
    with pytest.raises(BrokenKey):
        unwrap(by_token, LABEL, context, row.wrapped)
    inner = unwrap(ring(work).server.root, LABEL, context, row.wrapped)
    work.finish()
    her = ring(house.work_as("berta", "beratung")).staff
    assert her is not None
    assert her.private.raw() not in inner
    assert unwrap(by_token, LABEL, context, inner) == her.private.raw()


@pytest.mark.parametrize("column", ["token", "staff", "pair", "membership", "role", "ends_at"])
def test_it_is_bound_to_whom_and_what_it_is_for(house: House, column: str) -> None:
    made(house, "berta", "beratung")
    work = house.work_as("berta", "beratung")
    place = place_of_token(row_of(work))
    other = {"role": "lead", "ends_at": place.ends_at + timedelta(days=1)}
    moved = replace(place, **{column: other.get(column, new_id())})  # type: ignore[arg-type]
    assert moved.context() != place.context()


def test_nobody_seals_a_key_that_is_not_at_hand(house: House) -> None:
    made(house, "berta", "beratung")
    work = house.work()
    with pytest.raises(MissingKey):
        own_pair(work, house.staff["berta"])
    with pytest.raises(MissingKey):
        seal_for_token(work, place_of_token(row_of(work)), "caseflow_x")
