"""Whoever only looks changes nothing.

What a look may leave behind: its trace in the log, the number of uses of its bases, whom somebody
has opened within the hour, and when a session was seen last. What was due for the unit that
looks, as envelopes to hand out or to take back and cards to file, is done by the first look and by
no further one.
"""

from collections.abc import Iterator

import pytest
from flask import Flask, Response
from sqlalchemy import update

from caseflow.database.tables.records import Entry
from caseflow.http import current
from tests.factories.application import application, resting
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.security.digests import changed, digests
from tests.security.filled_house import Filled, filled
from tests.security.visits import Page, Somebody, pages, visitors

LOG = frozenset({"staged_entries", "sealed_reasons"}) | {
    f"log_{each}" for each in ("leaves", "tiles", "head", "checkpoints")
}
LEFT = LOG | {"staff_sessions", "readings"}


@pytest.fixture(scope="module")
def house(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path_factory.mktemp("looking")) as made:
        yield made


@pytest.fixture(scope="module")
def life(house: House) -> Filled:
    found = filled(house)
    integrated(house)
    return found


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    return resting(application(house))


@pytest.fixture(scope="module")
def people(app: Flask, life: Filled) -> dict[str, Somebody]:
    assert life.known.code
    found = visitors(app)
    for somebody in found.values():
        somebody.look("/")  # what is due for her unit is done
    return found


def looked(house: House, people: dict[str, Somebody], seen: list[Page]) -> list[str]:
    """Return what was changed by whom with which look; by address, all people one by one."""
    found = []
    before = digests(house.engine, but=LEFT)
    for address in dict.fromkeys(page.address for page in seen):
        statuses = [people[each.visitor].look(address).status_code for each in seen
                    if each.address == address]  # fmt: skip
        assert max(statuses) < 500, address
        after = digests(house.engine, but=LEFT)
        found += [f"{address} changes {table}" for table in changed(before, after)]
        before = after
    return found


def test_no_look_changes_anything(
    app: Flask, house: House, life: Filled, people: dict[str, Somebody]
) -> None:
    seen = pages(app, house, life)
    assert len({page.address for page in seen}) > 60
    assert looked(house, people, seen) == []


def test_a_look_that_changes_something_is_found(
    app: Flask, house: House, people: dict[str, Somebody]
) -> None:
    address = "/password"
    view = app.view_functions["web.password"]

    def writing(**values: object) -> Response:
        current.work().session.execute(update(Entry).values(version=Entry.version + 1))
        return view(**values)  # type: ignore[return-value]  # a page

    vars(writing).update(vars(view))
    app.view_functions["web.password"] = writing
    try:
        found = looked(house, people, [Page("berta", address)])
    finally:
        app.view_functions["web.password"] = view
    assert found == [f"{address} changes entries"]
