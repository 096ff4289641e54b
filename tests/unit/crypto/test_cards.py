from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.cards import (
    CardPlace,
    NameCardPlace,
    card_key,
    open_card,
    open_inbox_card,
    open_order,
    seal_card,
    seal_inbox_card,
    seal_order,
)
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import pair_from_seed
from caseflow.vocabulary.errors import BrokenKey

UNIT = pair_from_seed(bytes(32), "unit")
OTHER = pair_from_seed(bytes(32), "other unit")
PLACE = CardPlace(UUID(int=1), UUID(int=2), UUID(int=3), 4)
ELSEWHERE = [
    replace(PLACE, installation=UUID(int=9)),
    replace(PLACE, unit=UUID(int=9)),
    replace(PLACE, row=UUID(int=9)),
    replace(PLACE, revision=3),
]
NAMED = NameCardPlace(UUID(int=1), UUID(int=2), UUID(int=3), 4, UUID(int=5), UUID(int=6))


@given(st.text())
def test_a_filed_card_opens_in_its_unit(text: str) -> None:
    cipher = card_key(UNIT)
    assert open_card(card_key(UNIT), PLACE, seal_card(cipher, PLACE, text)) == text


def test_an_inbox_card_opens_with_the_private_key() -> None:
    sealed = seal_inbox_card(UNIT.public, PLACE, "Name")
    assert open_inbox_card(UNIT, PLACE, sealed) == "Name"


@given(st.lists(st.uuids(), max_size=50))
def test_the_order_comes_back(ids: list[UUID]) -> None:
    cipher = card_key(UNIT)
    assert open_order(cipher, PLACE, seal_order(cipher, PLACE, ids)).every() == ids


@pytest.mark.parametrize("place", ELSEWHERE, ids=["installation", "unit", "row", "revision"])
def test_nothing_opens_at_another_place(place: CardPlace) -> None:
    cipher = card_key(UNIT)
    with pytest.raises(BrokenKey):
        open_card(cipher, place, seal_card(cipher, PLACE, "Name"))
    with pytest.raises(BrokenKey):
        open_order(cipher, place, seal_order(cipher, PLACE, [UUID(int=5)]))
    with pytest.raises(BrokenKey):
        open_inbox_card(UNIT, place, seal_inbox_card(UNIT.public, PLACE, "Name"))


@pytest.mark.parametrize(
    "place",
    [
        replace(NAMED, client=UUID(int=9)),
        replace(NAMED, consent=UUID(int=9)),
        replace(NAMED, consent=None),
        PLACE,
    ],
    ids=["client", "consent", "own", "code"],
)
def test_a_name_card_is_of_one_client_and_rests_on_one_ground(place: CardPlace) -> None:
    cipher = card_key(UNIT)
    assert open_card(cipher, NAMED, seal_card(cipher, NAMED, "Name")) == "Name"
    assert open_inbox_card(UNIT, NAMED, seal_inbox_card(UNIT.public, NAMED, "Name")) == "Name"
    with pytest.raises(BrokenKey):
        open_card(cipher, place, seal_card(cipher, NAMED, "Name"))
    with pytest.raises(BrokenKey):
        open_card(cipher, NAMED, seal_card(cipher, place, "Name"))
    with pytest.raises(BrokenKey):
        open_inbox_card(UNIT, place, seal_inbox_card(UNIT.public, NAMED, "Name"))


def test_the_bytes_of_a_place_and_the_label_of_the_key() -> None:
    ids = [UUID(int=number).bytes for number in range(1, 7)]
    revision = bytes(7) + b"\x04"
    assert PLACE.context() == (*ids[:3], revision)
    assert NAMED.context() == (*ids[:3], revision, *ids[4:])
    assert replace(NAMED, consent=None).context() == (*ids[:3], revision, ids[4], b"")
    assert replace(NAMED, category="contact").context() == (*NAMED.context(), b"contact")
    assert card_key(UNIT).key == derive(UNIT.raw(), "cards")


def test_another_unit_opens_nothing() -> None:
    with pytest.raises(BrokenKey):
        open_card(card_key(OTHER), PLACE, seal_card(card_key(UNIT), PLACE, "Name"))
    with pytest.raises(BrokenKey):
        open_inbox_card(OTHER, PLACE, seal_inbox_card(UNIT.public, PLACE, "Name"))


def test_a_card_is_no_order() -> None:
    cipher = card_key(UNIT)
    with pytest.raises(BrokenKey):
        open_order(cipher, PLACE, seal_card(cipher, PLACE, "Name"))


def test_the_length_of_a_name_does_not_show() -> None:
    cipher = card_key(UNIT)
    assert len(seal_card(cipher, PLACE, "A")) == len(seal_card(cipher, PLACE, "A" * 60))
