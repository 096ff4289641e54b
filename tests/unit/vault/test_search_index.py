from sqlalchemy import update

from caseflow.crypto.blind_index import TOKENS
from caseflow.database.tables.search_index import IndexToken, UnitIndex
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.remove_cards import remove_card
from caseflow.vault.search_index import (
    begin_generation,
    drop_index,
    fitting,
    generations,
    index_key,
    put_tokens,
)
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.unit.vault.indexed import tokens

MONA = CardText("Mona Müller", "1990")


def test_tokens_come_and_go_with_the_card(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    client, nameless = new_id(), new_id()
    begin_generation(work, keys, 1)
    for _ in range(2):
        file_card(work, keys.unit, client, MONA)
    file_card(work, keys.unit, nameless, CardText())
    rows = generations(work, keys.unit)
    assert fitting(work, keys, rows, MONA.terms) == [client]
    assert fitting(work, keys, rows, [("sound", "MLR", "MNA")]) == []
    assert fitting(work, keys, rows, []) == []
    work.finish()
    assert tokens(house) == 2 * TOKENS  # of a name that is there and of one that is not
    remove_card(work, keys.unit, [client])
    work.finish()
    assert tokens(house) == TOKENS
    drop_index(work, keys.unit)
    work.finish()
    assert tokens(house) == 0


def test_without_an_index_there_are_no_tokens(house: House) -> None:
    work = house.work_as("berta", "beratung")
    file_card(work, house.units["beratung"], new_id(), MONA)
    work.finish()
    assert tokens(house) == 0


def test_who_begins_one_that_another_began_goes_on(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    begin_generation(work, keys, 1)
    first = index_key(work, keys, generations(work, keys.unit)[0])
    begin_generation(work, keys, 1)
    (row,) = generations(work, keys.unit)
    assert index_key(work, keys, row) == first


def test_a_damaged_key_finds_nobody_writes_nothing_and_becomes_an_alarm(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    begin_generation(work, keys, 1)
    work.session.execute(update(UnitIndex).values(sealed=b"x"))
    put_tokens(work, keys, [])
    file_card(work, keys.unit, new_id(), MONA)
    assert fitting(work, keys, generations(work, keys.unit), MONA.terms) == []
    assert work.session.query(IndexToken).all() == []
    assert {alarm.table for alarm in work.alarms} == {"unit_indexes"}


@on_postgresql
def test_none_is_begun_while_somebody_files_a_card_who_knows_nothing_of_it(house: House) -> None:
    work, other = (house.work_as("berta", "beratung") for _ in range(2))
    keys = work.keyring.unit  # type: ignore[attr-defined]
    file_card(other, keys.unit, new_id(), MONA)
    begin_generation(work, keys, 1)
    assert generations(work, keys.unit) == [], "her card could get behind the builder unseen"
    other.finish()
    begin_generation(work, keys, 1)
    assert len(generations(work, keys.unit)) == 1
