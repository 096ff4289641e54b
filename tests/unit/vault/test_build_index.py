import pytest
from sqlalchemy import delete, select, update
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError

from caseflow.crypto.blind_index import TOKENS
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.search_index import UnitIndex
from caseflow.keys.unit_keys import renew_unit
from caseflow.vault import build_index as module
from caseflow.vault.build_index import build_index
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.rebuild_after_renewal import rebuild_after_renewal
from caseflow.vault.remove_cards import remove_where
from caseflow.vault.search_index import begin_generation, fitting, generations
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.unit.vault.indexed import tokens

NAMES = [CardText(f"{name} Müller", "1990") for name in ("Mona", "Karla", "Olga", "Petra", "Eva")]


def test_an_index_is_built_some_cards_at_a_time_and_goes_on_where_it_was(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    for text in NAMES:
        file_card(work, keys.unit, new_id(), text)
    begin_generation(work, keys, 1)
    for done in (2, 4):
        assert build_index(work, keys.unit, 2)
        work.finish()
        assert tokens(house) == done * TOKENS
    again = house.work_as("berta", "beratung")  # as after a kill
    assert not build_index(again, keys.unit, 2)
    assert not build_index(again, keys.unit, 2)
    again.finish()
    assert tokens(house) == len(NAMES) * TOKENS
    rows = generations(work, keys.unit)
    assert [row.complete for row in rows] == [True]
    assert all(len(fitting(work, keys, rows, text.terms)) == 1 for text in NAMES)


def test_with_a_new_key_of_the_unit_all_tokens_become_others(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keyring = work.keyring
    unit = house.units["beratung"]
    for text in NAMES:
        file_card(work, unit, new_id(), text)
    begin_generation(work, keyring.unit, 1)  # type: ignore[attr-defined]
    build_index(work, unit, 9)
    former = keyring.unit  # type: ignore[attr-defined]
    renew_unit(work, unit, new_id())
    assert build_index(work, unit, 3)
    renewed = keyring.unit  # type: ignore[attr-defined]
    rows = generations(work, unit)
    assert [(row.generation, row.unit_key_id) for row in rows] == [
        (2, renewed.key_id),
        (1, former.key_id),
    ]
    found = [len(fitting(work, renewed, rows, text.terms)) for text in NAMES]
    assert found == [1] * 5, "who is not yet in the new one is found in the former"
    assert not build_index(work, unit, 3)
    (row,) = generations(work, unit)
    assert (row.generation, row.complete) == (2, True)
    work.finish()
    assert tokens(house) == len(NAMES) * TOKENS


def test_whoever_waits_has_it_built_to_its_end(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CARDS_AT_ONCE", 2)
    work = house.work_as("berta", "beratung")
    unit = house.units["beratung"]
    for text in NAMES:
        file_card(work, unit, new_id(), text)
    rebuild_after_renewal(work)
    assert tokens(house) == 0, "a unit without an index gets none by a renewal"
    begin_generation(work, work.keyring.unit, 1)  # type: ignore[attr-defined]
    rebuild_after_renewal(work)
    assert tokens(house) == len(NAMES) * TOKENS


def test_a_damaged_card_gets_chance_alone_and_an_alarm(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    file_card(work, keys.unit, new_id(), NAMES[0])
    work.session.execute(update(NameCard).values(sealed=b"x"))
    work.session.expire_all()
    begin_generation(work, keys, 1)
    build_index(work, keys.unit, 9)
    assert fitting(work, keys, generations(work, keys.unit), NAMES[0].terms) == []
    assert {alarm.table for alarm in work.alarms} == {"name_cards"}


def test_a_damaged_key_of_an_index_hides_nobody_and_a_new_one_is_begun(house: House) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    file_card(work, keys.unit, new_id(), NAMES[0])
    begin_generation(work, keys, 1)
    work.session.execute(update(UnitIndex).values(sealed=b"x"))
    work.session.expire_all()
    assert not build_index(work, keys.unit, 9)
    assert [row.generation for row in generations(work, keys.unit)] == [2, 1]
    build_index(work, keys.unit, 9)
    assert [row.complete for row in generations(work, keys.unit)] == [True]
    assert {alarm.table for alarm in work.alarms} == {"unit_indexes"}


def test_of_two_requests_at_it_one_gives_way(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    begin_generation(work, keys, 1)
    next_cards = module._next_cards  # noqa: SLF001 - another request steps in between

    def outrun(*asked: object) -> object:
        work.session.execute(update(UnitIndex).values(complete=True))
        return next_cards(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_next_cards", outrun)
    with pytest.raises(Stale):
        build_index(work, keys.unit, 9)


def test_there_is_nothing_to_build_without_an_index_or_the_units_key(house: House) -> None:
    unit = house.units["beratung"]
    assert not build_index(house.work_as("berta", "beratung"), unit, 9)
    assert not build_index(house.work(), unit, 9)


@on_postgresql
def test_a_card_that_is_being_indexed_is_deleted_only_afterwards(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = house.work_as("berta", "beratung")
    keys = work.keyring.unit  # type: ignore[attr-defined]
    file_card(work, keys.unit, new_id(), NAMES[0])
    begin_generation(work, keys, 1)
    work.finish()
    next_cards = module._next_cards  # noqa: SLF001 - another request steps in behind it

    def followed(*asked: object) -> object:
        found = next_cards(*asked)  # type: ignore[arg-type]
        free = select(NameCard.id).with_for_update(skip_locked=True)
        with house.sessions() as session:
            session.execute(delete(NameCard).where(NameCard.id.in_(session.scalars(free).all())))
            session.commit()
        return found

    monkeypatch.setattr(module, "_next_cards", followed)
    assert not build_index(work, keys.unit, 9)
    work.finish()
    assert tokens(house) == TOKENS


@on_postgresql
def test_whoever_builds_does_not_wait_for_who_deletes(house: House) -> None:
    work, other = (house.work_as("berta", "beratung") for _ in range(2))
    keys = work.keyring.unit  # type: ignore[attr-defined]
    client = new_id()
    file_card(work, keys.unit, client, NAMES[0])
    begin_generation(work, keys, 1)
    work.finish()
    remove_where(other, keys.unit, client)
    work.session.execute(sql("set local lock_timeout = '3s'"))
    with pytest.raises(OperationalError, match="could not obtain lock"):
        build_index(work, keys.unit, 9)
    work.abandon()
    rebuild_after_renewal(work)
    other.finish()
    rebuild_after_renewal(work)
    assert tokens(house) == 0
    assert [row.complete for row in generations(work, keys.unit)] == [True]
