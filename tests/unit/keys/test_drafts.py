"""No draft opens for another person, in another unit, after a departure, or bound elsewhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseflow.database.tables.drafts import Draft
from caseflow.keys.drafts import (
    DraftPlace,
    cover_drafts,
    drop_drafts,
    open_draft,
    place_of,
    seal_draft,
    uncover_drafts,
)
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

TEXT = '{"text": ["Sie hat heute angerufen."]}'


def place(house: House, name: str = "lea", slug: str = "beratung") -> DraftPlace:
    actor = house.actor(name, slug)
    now = house.around.clock.now()
    return DraftPlace(actor.staff, actor.unit, new_id(), b"p" * 32, now)


def test_she_alone_opens_it_and_in_this_unit_alone(house: House) -> None:
    work = house.work_as("lea", "beratung")
    row = seal_draft(work, place(house), TEXT)
    assert open_draft(work, row) == TEXT
    assert b"angerufen" not in row.sealed
    for name, slug in (("lea", "frauenhaus"), ("berta", "beratung")):
        other = house.work_as(name, slug)
        assert open_draft(other, row) is None
        assert [each.table for each in other.alarms] == ["drafts"]
        with pytest.raises(MissingKey):
            seal_draft(other, place(house), TEXT)


def test_her_key_without_the_units_opens_nothing_and_the_units_without_hers_neither(
    house: House,
) -> None:
    work = house.work_as("lea", "beratung")
    row = seal_draft(work, place(house), TEXT)
    keyring = ring(work)
    hers, keyring.staff = keyring.staff, None
    assert open_draft(work, row) is None
    keyring.staff, keyring.unit = hers, None
    assert open_draft(work, row) is None


def test_a_row_that_was_copied_to_another_place_does_not_open(house: House) -> None:
    work = house.work_as("lea", "beratung")
    where = place(house)
    row = seal_draft(work, where, TEXT)
    frieda = place(house, "frieda", "frauenhaus")
    elsewhere = (
        {"staff": frieda.staff},
        {"unit": frieda.unit},
        {"client": new_id()},
        {"client": None},
        {"place": b"q" * 32},
        {"kept_at": where.kept_at + timedelta(days=1)},
    )
    for changed in elsewhere:
        bound = replace(where, **changed)
        copied = Draft(
            staff_id=bound.staff,
            unit_id=bound.unit,
            client_id=bound.client,
            place=bound.place,
            unit_key_id=row.unit_key_id,
            kept_at=bound.kept_at,
            sealed=row.sealed,
        )
        assert place_of(copied) == bound
        assert open_draft(work, copied) is None, changed


def test_what_is_typed_is_filled_up(house: House) -> None:
    work = house.work_as("lea", "beratung")
    rows = [seal_draft(work, place(house), text) for text in ("{}", '{"text": ["ja"]}')]
    assert len({len(row.sealed) for row in rows}) == 1


def test_they_go_from_one_key_of_hers_to_the_next_and_what_is_damaged_goes(house: House) -> None:
    berta = ring(house.work_as("berta", "beratung")).staff
    work = house.work_as("lea", "beratung")
    where = place(house)
    row, damaged = (seal_draft(work, replace(where, place=each), TEXT) for each in (b"a", b"b"))
    damaged.sealed = row.sealed
    work.session.add_all((row, damaged))
    work.session.flush()
    opened = ring(work).staff
    assert berta is not None
    assert opened is not None
    bare = uncover_drafts(work, where.staff)
    assert set(bare) == {row.id}
    assert [each.row for each in work.alarms] == [damaged.id]
    ring(work).staff = replace(opened, private=berta.private)  # the key that she has from now on
    cover_drafts(work, where.staff, bare)
    work.session.flush()
    assert work.session.query(Draft).count() == 1
    assert open_draft(work, row) == TEXT
    ring(work).staff = opened
    assert open_draft(work, row) is None


def test_they_go_with_one_unit_or_all(house: House) -> None:
    left, work = place(house), house.work_as("lea", "beratung")
    work.session.add(seal_draft(work, left, TEXT))
    work.finish()
    stays = replace(place(house, slug="frauenhaus"), place=b"q" * 32)
    other = house.work_as("lea", "frauenhaus")
    other.session.add(seal_draft(other, stays, TEXT))
    other.session.flush()
    drop_drafts(other, left.staff, left.unit)
    assert [each.unit_id for each in other.session.query(Draft)] == [stays.unit]
    drop_drafts(other, left.staff)
    assert other.session.query(Draft).count() == 0
