import pytest

from caseflow.keys.keyring import RequestKeyring, ring
from caseflow.keys.reasons import open_as_unit, seal_to_unit
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

TEXT = "Lebensgefahr, der Notarzt fragt nach Allergien"
CONTEXT = (b"row", b"reason")


def sealed_to(house: House, slug: str) -> bytes:
    work = house.work_as("berta", "beratung")
    sealed = seal_to_unit(work, house.units[slug], "reason", CONTEXT, TEXT)
    work.finish()
    return sealed


def test_the_unit_opens_what_was_sealed_to_it(house: House) -> None:
    sealed = sealed_to(house, "datenschutz")
    olga = ring(house.work_as("olga", "datenschutz"))
    assert open_as_unit(olga, "reason", CONTEXT, sealed) == TEXT
    assert TEXT.encode() not in sealed


def test_it_still_opens_after_a_departure(house: House) -> None:
    sealed = sealed_to(house, "datenschutz")
    work = house.work_as("olga", "datenschutz")
    renew_unit(work, house.units["datenschutz"], new_id())
    work.finish()
    olga = ring(house.work_as("olga", "datenschutz"))
    assert open_as_unit(olga, "reason", CONTEXT, sealed) == TEXT


def test_of_two_texts_of_one_row_none_opens_as_the_other_but_those_from_before_do(
    house: House,
) -> None:
    work = house.work_as("berta", "beratung")
    asked = house.units["datenschutz"], "reason", (b"row",), TEXT
    before, sealed = seal_to_unit(work, *asked), seal_to_unit(work, *asked, column="note")
    work.finish()
    olga = ring(house.work_as("olga", "datenschutz"))
    assert open_as_unit(olga, "reason", (b"row",), sealed, column="note") == TEXT
    assert open_as_unit(olga, "reason", (b"row",), before, column="note") == TEXT
    for wrong, column in ((sealed, "done"), (sealed, ""), (sealed[:16] + sealed[17:], "note")):
        with pytest.raises(BrokenKey):
            open_as_unit(olga, "reason", (b"row",), wrong, column=column)


@pytest.mark.parametrize(
    ("name", "slug", "purpose", "context"),
    [
        ("berta", "beratung", "reason", CONTEXT),
        ("olga", "datenschutz", "slip", CONTEXT),
        ("olga", "datenschutz", "reason", (b"row",)),
    ],
)
def test_nothing_else_opens_it(
    house: House, name: str, slug: str, purpose: str, context: tuple[bytes, ...]
) -> None:
    sealed = sealed_to(house, "datenschutz")
    with pytest.raises(BrokenKey):
        open_as_unit(ring(house.work_as(name, slug)), purpose, context, sealed)


def test_the_key_of_the_reading_unit_has_to_be_there(house: House) -> None:
    with pytest.raises(MissingKey):
        open_as_unit(RequestKeyring(house.server), "reason", CONTEXT, bytes(200))


def test_nothing_is_sealed_to_a_unit_without_a_key(house: House) -> None:
    with pytest.raises(MissingKey):
        seal_to_unit(house.work(), new_id(), "reason", CONTEXT, TEXT)
