from datetime import timedelta
from typing import cast

import pytest
from sqlalchemy import select

from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.operations.kept_answers import (
    KEPT_FOR,
    Answered,
    asked_digest,
    keep_answer,
    kept_answer,
)
from caseflow.vocabulary.errors import MissingKey
from tests.factories.house import House, StoppedClock

ANSWERED = Answered("ab", 201, (("ETag", '"1"'),), '{"name": "Änne Öztürk"}')


def keep(house: House, name: str = "berta", slug: str = "beratung") -> bool:
    actor = house.actor(name, slug)
    work = house.work(actor)
    kept = keep_answer(work, actor, "key", ANSWERED)
    work.finish()
    return kept


def kept(house: House, name: str = "berta", slug: str = "beratung") -> Answered | None:
    actor = house.actor(name, slug)
    work = house.work(actor)
    found = kept_answer(work, actor, "key")
    work.finish()
    return found


def test_an_answer_is_kept_for_its_staff_member_in_its_unit(house: House) -> None:
    assert kept(house, "lea") is None
    assert keep(house, "lea")
    assert kept(house, "lea") == ANSWERED
    assert kept(house, "lea", "frauenhaus") is None
    assert kept(house) is None


def test_a_key_is_used_once(house: House) -> None:
    assert keep(house)
    assert not keep(house)
    assert kept(house) == ANSWERED


def test_it_is_forgotten_after_a_day(house: House) -> None:
    keep(house)
    cast("StoppedClock", house.around.clock).advance(KEPT_FOR + timedelta(seconds=1))
    assert kept(house) is None
    keep(house, "lea")
    work = house.work()
    assert len(work.session.scalars(select(KeptAnswer)).all()) == 1


def test_nothing_of_it_is_plain(house: House) -> None:
    keep(house)
    row = house.work().session.scalars(select(KeptAnswer)).one()
    for word in ("Änne", "key"):
        assert word.encode() not in row.sealed + row.key_digest


def test_a_damaged_one_counts_as_none_and_raises_an_alarm(house: House) -> None:
    keep(house)
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    row = work.session.scalars(select(KeptAnswer)).one()
    row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    work.finish()
    assert kept_answer(work, actor, "key") is None
    assert [each.table for each in work.alarms] == ["kept_answers"]


def test_without_the_units_key_nothing_is_kept(house: House) -> None:
    actor = house.actor("berta", "beratung")
    with pytest.raises(MissingKey):
        keep_answer(house.work(), actor, "key", ANSWERED)
    keep(house)
    assert kept_answer(house.work(), actor, "key") is None


def test_requests_are_told_apart_by_each_of_their_parts(house: House) -> None:
    work = house.work()
    asked = (("a", "b"), ("ab",), ("a", "b", ""), ("b", "a"))
    assert len({asked_digest(work, *each) for each in asked}) == len(asked)
    assert asked_digest(work, "a") == asked_digest(work, "a")
