"""A withdrawal and an act that rests on a copy wait for each other by the drawer."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.vault.gather import gather
from caseflow.vault.hold_copies import hold_copies
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.copies import TOLD, Shared, copied, days_later, shared, taken_back
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.unit.vault.reading import read, texts

permits = import_module("caseflow.vault.permit")


def drawers(house: House, where: Shared) -> tuple[Work, list[Drawer]]:
    """Return the drawers of the client as a unit of work has seen them."""
    work = house.work(where.frieda)
    found = list(gather(work, where.frieda, where.known.id).drawers.values())
    work.finish()
    return work, found


def test_a_copy_that_was_frozen_since_it_was_seen_is_held_no_more(house: House) -> None:
    where = shared(house)
    copied(house, where)
    work, seen = drawers(house, where)
    assert hold_copies(work, seen)
    work.finish()
    taken_back(house, where)
    assert not hold_copies(work, seen)
    work.abandon()


def test_without_copies_nothing_is_asked(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    where = shared(house)
    work, seen = drawers(house, where)

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(work.session, "execute", never)
    assert hold_copies(work, seen)


def test_a_request_that_waits_for_this_one_is_a_lost_race(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = shared(house)
    copied(house, where)
    work, seen = drawers(house, where)

    def deadlock(*_: object, **__: object) -> None:
        raise OperationalError("UPDATE", {}, OSError("deadlock detected"))

    monkeypatch.setattr(work.session, "execute", deadlock)
    assert not hold_copies(work, seen)


def test_a_reader_decides_anew_and_gives_up_after_some_tries(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = shared(house)
    copied(house, where)
    tries: list[int] = []

    def first_lost(work: Work, seen: Iterable[Drawer]) -> bool:
        tries.append(1)
        return len(tries) > 1 and hold_copies(work, seen)

    monkeypatch.setattr("caseflow.vault.permit.hold_copies", first_lost)
    assert TOLD in texts(read(house, where.frieda, where.known))
    monkeypatch.setattr("caseflow.vault.permit.hold_copies", lambda *_: False)
    assert read(house, where.frieda, where.known) == Refused(Reason.TOO_LATE)


@on_postgresql
def test_what_is_frozen_after_the_decision_is_not_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = shared(house)
    copied(house, where)
    days_later(house, 400)  # the consent is over: no use of it tells of the withdrawal
    real = permits.use_all

    def late(*arguments: Any) -> Any:  # noqa: ANN401 - as they are given
        monkeypatch.setattr(permits, "use_all", real)
        taken_back(house, where)
        return real(*arguments)

    monkeypatch.setattr(permits, "use_all", late)
    assert texts(read(house, where.frieda, where.known)) == []


def test_it_changes_nothing_of_the_drawer(house: House) -> None:
    where = shared(house)
    copied(house, where)
    work, seen = drawers(house, where)
    before = {each.id: each.writes for each in seen}
    assert hold_copies(work, seen)
    work.finish()
    with house.sessions() as session:
        session.execute(update(Drawer).values(writes=Drawer.writes))
        assert {each.id: each.writes for each in session.query(Drawer)} == before
