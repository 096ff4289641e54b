from collections.abc import Iterable
from uuid import UUID

import pytest
from sqlalchemy import update

from caseflow.database.tables.name_cards import CardOrder
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.unit_keys import renew_unit
from caseflow.vault.card_order import (
    load_order,
    open_list,
    remove_from_order,
    sort_all_into_order,
    sort_into_order,
)
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

NAMES = ("Ziegler", "Äbel", "", "Müller", "Abel")


def keys_of(work: Work) -> OpenedUnit:
    keys = ring(work).unit
    assert keys is not None
    return keys


def filled(work: Work) -> dict[str, str]:
    cards = {new_id(): name for name in NAMES}
    for client, name in cards.items():
        sort_into_order(
            work,
            keys_of(work),
            client,
            lambda ids: {each: cards[each] for each in ids},
            name,
        )
    return {str(client): name for client, name in cards.items()}


def listed(work: Work, names: dict[str, str]) -> list[str]:
    keys = keys_of(work)
    return [names[str(each)] for each in open_list(work, keys, load_order(work, keys.unit))]


def test_the_list_stands_in_the_order_of_names_the_nameless_last(house: House) -> None:
    work = house.work_as("berta", "beratung")
    assert load_order(work, keys_of(work).unit) is None
    assert open_list(work, keys_of(work), None) == []
    names = filled(work)
    assert listed(work, names) == ["Abel", "Äbel", "Müller", "Ziegler", ""]


def test_each_unit_writes_its_own_list(house: House) -> None:
    work = house.work_as("ida", "wohnen")
    theirs = filled(work)
    work.finish()
    work = house.work_as("berta", "beratung")
    for client in filled(work):
        remove_from_order(work, keys_of(work), UUID(client))
    work.finish()
    work = house.work_as("ida", "wohnen")
    assert listed(work, theirs) == ["Abel", "Äbel", "Müller", "Ziegler", ""]
    work.abandon()


def test_several_are_sorted_in_at_once_with_few_questions(house: House) -> None:
    work = house.work_as("berta", "beratung")
    names = filled(work)
    newer = {new_id(): name for name in ("Zorn", "Aal", "", "Müller", "Bach")}
    every = {**names, **{str(each): name for each, name in newer.items()}}
    asked: list[set[UUID]] = []

    def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
        asked.append(set(ids))
        return {each: every[str(each)] for each in asked[-1]}

    sort_all_into_order(work, keys_of(work), newer, names_of)
    in_order = ["Aal", "Abel", "Äbel", "Bach", "Müller", "Müller", "Ziegler", "Zorn", "", ""]
    assert listed(work, every) == in_order
    assert len(asked) == len(NAMES).bit_length()


def test_whoever_goes_is_taken_out_and_whoever_is_not_there_changes_nothing(house: House) -> None:
    work = house.work_as("berta", "beratung")
    names = filled(work)
    renew_unit(work, keys_of(work).unit, new_id())  # what is written anew lies under its new key
    keys = keys_of(work)
    first = open_list(work, keys, load_order(work, keys.unit))[0]
    remove_from_order(work, keys, first)
    assert listed(work, names) == ["Äbel", "Müller", "Ziegler", ""]
    assert work.alarms == []
    before = load_order(work, keys.unit)
    assert before is not None
    revision = before.revision
    remove_from_order(work, keys, new_id())
    after = load_order(work, keys.unit)
    assert after is not None
    assert after.revision == revision


def test_the_slower_of_two_that_sort_finds_the_list_changed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = house.work_as("berta", "beratung")
    filled(work)
    seen = load_order(work, keys_of(work).unit)
    assert seen is not None
    monkeypatch.setattr("caseflow.vault.card_order.load_order", lambda _work, _unit: seen)
    work.session.execute(
        update(CardOrder)
        .values(revision=seen.revision + 1)
        .execution_options(synchronize_session=False)
    )
    with pytest.raises(Stale, match="card_orders"):
        sort_into_order(work, keys_of(work), new_id(), lambda _ids: {}, "Neu")


def test_a_list_put_back_under_another_revision_counts_as_empty_and_begins_anew(
    house: House,
) -> None:
    work = house.work_as("berta", "beratung")
    filled(work)
    work.session.execute(update(CardOrder).values(revision=CardOrder.revision - 1))
    assert listed(work, {}) == []
    assert [alarm.table for alarm in work.alarms] == ["card_orders"]
    known = new_id()
    sort_into_order(work, keys_of(work), known, lambda _ids: {}, "Neu")
    row = load_order(work, keys_of(work).unit)
    assert row is not None
    assert row.revision == len(NAMES)
    assert listed(work, {str(known): "Neu"}) == ["Neu"]


def test_the_slower_of_two_that_begin_the_list_finds_it_begun(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = house.work_as("berta", "beratung")
    filled(work)
    work.finish()
    monkeypatch.setattr("caseflow.vault.card_order.load_order", lambda _work, _unit: None)
    with pytest.raises(Stale, match="card_orders"):
        sort_into_order(work, keys_of(work), new_id(), lambda _ids: {}, "Neu")
    work.abandon()
