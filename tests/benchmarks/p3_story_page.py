"""P3: a story of 200 entries in 6 drawers of 3 units, as a whole request, against its twin."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy.orm import sessionmaker

from caseflow.database.tables.records import DrawerContent, Entry
from caseflow.vault.contents import Content
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.ids import new_id
from tests.benchmarks.line import Line
from tests.benchmarks.measure import compare
from tests.benchmarks.page_frame import close, know, look
from tests.benchmarks.plain_twin import (
    Twin,
    TwinCase,
    TwinEntry,
    TwinSession,
    TwinStaff,
    TwinUnit,
    add_twin_page,
    open_twin,
)
from tests.factories.application import Visitor, application, unmarked
from tests.factories.clients import Known, case_at, consented, new_client, write
from tests.factories.house import House, born

ENTRIES = 200
CATEGORIES = ("violence", "health")
TEXT = "Sie kam heute ohne Termin, wir haben in Ruhe gesprochen und die nächsten Schritte notiert. "


def run(folder: Path) -> Iterator[Line]:
    """Yield the one line."""
    house = born(f"sqlite:///{folder / 'ours.db'}")
    known, reader = _story(house)
    app = application(house)
    twin = _twin(house, known, reader, folder)
    visitor = Visitor(app)
    add_twin_page(app, twin, lambda: know(house, reader))
    visitor.log_in("frieda")
    ours = partial(look, visitor, f"/clients/{known.id}/story")
    others = partial(look, visitor, f"/twin/{known.id}")
    assert _likeness(ours()) == _likeness(others()), "the pages are not alike"
    yield Line(
        "P3",
        "story page, 200 entries, 6 drawers of 3 units, trace committed",
        "plaintext twin page",
        "1.5x median, 2x p99",
        compare(ours, others, between=close),
    )
    twin.engine.dispose()
    house.close()


def _likeness(html: str) -> str:
    """Return a page without ids, its own address and the mark of the tab that it stands in."""
    without_ids = re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", unmarked(html))
    at_one_address = without_ids.replace('value="/twin/"', 'value="/clients//story"')
    for of_its_address in (' aria-current="page"', "#story"):
        at_one_address = at_one_address.replace(of_its_address, "")
    return at_one_address


def _story(house: House) -> tuple[Known, Actor]:
    """Write the story in three units; the shelter's caseworker reads it under two consents."""
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, wanda, known)
    case_at(house, frieda, known)
    contents = list(_contents())
    third = ENTRIES // 3
    write(house, berta, known, *contents[:third])
    write(house, wanda, known, *contents[third : 2 * third])
    write(house, frieda, known, *contents[2 * third :])
    consented(house, berta, known, [frieda.unit], CATEGORIES)
    consented(house, wanda, known, [frieda.unit], CATEGORIES)
    return known, frieda


def _contents() -> Iterator[Content[DrawerContent]]:
    for number in range(ENTRIES):
        fields = {
            "kind": "note",
            "occurred_on": str(date(2025, 1, 1) + timedelta(days=number)),
            "title": f"Gespräch {number}",
            "text": TEXT * 2,
        }
        yield Content(Entry, CATEGORIES[number % 2], fields)


def _twin(house: House, known: Known, reader: Actor, folder: Path) -> Twin:
    engine = open_twin(f"sqlite:///{folder / 'twin.db'}")
    sessions = sessionmaker(engine)
    login = new_id()
    with sessions() as session:
        session.add_all(
            TwinUnit(id=id_, name=slug.capitalize()) for slug, id_ in house.units.items()
        )
        session.add_all(
            TwinStaff(id=id_, name=name.capitalize()) for name, id_ in house.staff.items()
        )
        session.flush()
        session.add(TwinSession(id=login, staff_id=reader.staff, unit_id=reader.unit))
        session.add(TwinCase(id=new_id(), client_id=known.id, unit_id=reader.unit, code=known.code))
        session.add_all(_twin_entries(house, known))
        session.commit()
    return Twin(engine, sessions, login)


def _twin_entries(house: House, known: Known) -> Iterator[TwinEntry]:
    units = [house.units[slug] for slug in ("beratung", "wohnen", "frauenhaus")]
    authors = [house.staff[name] for name in ("berta", "wanda", "frieda")]
    for number, content in enumerate(_contents()):
        written_in = min(2, number // (ENTRIES // 3))
        yield TwinEntry(
            id=new_id(),
            client_id=known.id,
            unit_id=units[written_in],
            category=content.category,
            kind=content.fields["kind"],
            occurred_on=date.fromisoformat(content.fields["occurred_on"]),
            title=content.fields["title"],
            text=content.fields["text"],
            version=1,
            recorded_by=authors[written_in],
            recorded_at=house.around.clock.now(),
        )
