import hmac
from dataclasses import replace
from uuid import UUID

import pytest

from caseflow.crypto.blind_index import (
    TOKENS,
    IndexPlace,
    blinded,
    card_tokens,
    new_index_key,
    open_index_key,
    seal_index_key,
    sought_tokens,
)
from caseflow.crypto.cards import card_key
from caseflow.crypto.key_pairs import pair_from_seed
from caseflow.vocabulary.errors import BrokenKey

KEY = bytes(range(32))
PLACE = IndexPlace(UUID(int=1), UUID(int=2), 3)
CIPHER = card_key(pair_from_seed(bytes(32), "unit"))


def test_a_token_is_the_beginning_of_an_hmac_over_its_parts() -> None:
    told = b"".join(
        len(part).to_bytes(4, "big") + part
        for part in (b"caseflow token 1", b"sound", b"MN+", b"MLR")
    )
    assert blinded(KEY, ("sound", "MN+", "MLR")) == hmac.digest(KEY, told, "sha256")[:16]


def test_where_a_part_ends_is_part_of_the_token() -> None:
    assert blinded(KEY, ("sound", "ab", "c")) != blinded(KEY, ("sound", "a", "bc"))
    assert blinded(KEY, ("sound", "a")) != blinded(bytes(32), ("sound", "a"))


@pytest.mark.parametrize("terms", [0, 1, TOKENS, TOKENS + 9])
def test_every_card_has_as_many_tokens_in_an_order_that_tells_nothing(terms: int) -> None:
    tokens = card_tokens(KEY, [("sound", str(number)) for number in range(terms)])
    assert len(set(tokens)) == TOKENS
    assert tokens == sorted(tokens)
    assert {len(token) for token in tokens} == {16}
    first = {blinded(KEY, ("sound", str(number))) for number in range(min(terms, TOKENS))}
    assert first <= set(tokens)


def test_chance_is_another_one_each_time() -> None:
    assert set(card_tokens(KEY, [])).isdisjoint(card_tokens(KEY, []))


def test_a_search_asks_for_each_token_once() -> None:
    assert sought_tokens(KEY, [("a",), ("a",)]) == [blinded(KEY, ("a",))]


def test_the_bytes_of_a_place() -> None:
    two = UUID(int=2).bytes
    assert PLACE.context() == (UUID(int=1).bytes, two, bytes(7) + b"\x03")


def test_an_index_key_opens_in_its_place_alone() -> None:
    key = new_index_key()
    assert len(key) == 32
    assert key != new_index_key()
    sealed = seal_index_key(CIPHER, PLACE, key)
    assert open_index_key(CIPHER, PLACE, sealed) == key
    for elsewhere in (
        replace(PLACE, installation=UUID(int=9)),
        replace(PLACE, unit=UUID(int=9)),
        replace(PLACE, generation=4),
    ):
        with pytest.raises(BrokenKey):
            open_index_key(CIPHER, elsewhere, sealed)
