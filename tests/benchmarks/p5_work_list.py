"""P5: the whole request of a unit's work list, 50 of 20,000 clients by name, in time of one core.

Against it stands a twin in plain text: the same page from an index by name. And the same page
where every card is opened and sorted, as it was before there was a sealed order for all of them.
"""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.name_cards import NameCard
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import sort_all_into_order
from caseflow.vault.codes import code_of
from caseflow.vault.name_cards import named
from caseflow.vault.names import fold
from caseflow.vault.search import SHOWN_AT_MOST, search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.ids import new_id
from tests.benchmarks.line import Figures, Line
from tests.benchmarks.list_twin import ListCase, ListConsent, ListTwin, add_list
from tests.benchmarks.measure import compare
from tests.benchmarks.p4_find import filled, milliseconds
from tests.benchmarks.page_frame import close, know, look
from tests.benchmarks.plain_twin import TwinSession, TwinStaff, TwinUnit, open_twin
from tests.factories.application import Visitor, application, unmarked
from tests.factories.clients import Known, consent_row
from tests.factories.house import House

CLIENTS = 20_000
CONSENTS, EVERY_DAYS = 200, 2  # that run out one after the other
CALLS = 15


def run(folder: Path) -> Iterator[Line]:
    """Yield a line against the twin, and one against all cards."""
    house = filled(folder / "p5.db", CLIENTS)
    berta = house.actor("berta", "beratung")
    everybody = _cost(house, berta, 2)
    _put_in_order(house, berta)
    ours = _cost(house, berta, CALLS)
    yield from _beside_twin(house, berta, folder)
    yield Line(
        "P5",
        f"of it: {SHOWN_AT_MOST} of {CLIENTS:,} by name, both traces committed",
        "every card opened",
        "",
        Figures(f"1/{everybody / ours:.0f}", f"{ours:.1f} ms", f"{everybody:.0f} ms"),
    )
    house.close()


def _beside_twin(house: House, actor: Actor, folder: Path) -> Iterator[Line]:
    _add_consents(house, actor)
    app = application(house)
    twin = _twin(house, actor, folder)
    visitor = Visitor(app)
    add_list(app, twin, lambda: know(house, actor))
    visitor.log_in("berta")
    ours, others = partial(look, visitor, "/"), partial(look, visitor, "/twin")
    assert _likeness(ours()) == _likeness(others()), "the pages are not alike"
    yield Line(
        "P5",
        f"work list, {SHOWN_AT_MOST} of {CLIENTS:,} clients by name, what runs out, all traces",
        "plaintext twin page",
        "2x",
        compare(ours, others, between=close, clock=time.process_time),
    )
    twin.sessions.kw["bind"].dispose()


def _likeness(html: str) -> str:
    """Return a page without ids, its own address and the mark of the tab that it stands in."""
    without_ids = re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", unmarked(html))
    at_one_address = without_ids.replace('name="next" value="/twin"', 'name="next" value="/"')
    return at_one_address.replace(' aria-current="page"', "")


def _add_consents(house: House, actor: Actor) -> None:
    work = house.work(actor)
    clients = list(work.session.scalars(select(Case.client_id).order_by(Case.client_id)))
    for number, client in enumerate(clients[:CONSENTS], start=1):
        row = consent_row(work, actor, Known(client, ""), [house.units["frauenhaus"]], ["violence"])
        row.valid_until = work.clock.now() + timedelta(days=EVERY_DAYS * number)
        work.session.add(row)
    work.finish()


def _twin(house: House, actor: Actor, folder: Path) -> ListTwin:
    engine = open_twin(f"sqlite:///{folder / 'twin.db'}")
    sessions, login = sessionmaker(engine), new_id()
    work = house.work(actor)
    names = named(work, work.session.scalars(select(NameCard)).all())
    places = {client: -number for number, client in enumerate(names)}  # as the order was made
    with sessions() as session:
        session.add_all(
            TwinUnit(id=id_, name=slug.capitalize()) for slug, id_ in house.units.items()
        )
        session.add_all(
            TwinStaff(id=id_, name=name.capitalize()) for name, id_ in house.staff.items()
        )
        session.flush()
        session.add(TwinSession(id=login, staff_id=actor.staff, unit_id=actor.unit))
        session.add_all(
            ListCase(
                id=case.id,
                client_id=case.client_id,
                unit_id=case.unit_id,
                code=code_of(work, case),
                name=names[case.client_id].name,
                folded=fold(names[case.client_id].name),
                place=places[case.client_id],
            )
            for case in work.session.scalars(select(Case))
        )
        session.add_all(
            ListConsent(
                id=row.id,
                client_id=row.client_id,
                unit_id=row.unit_id,
                valid_until=row.valid_until,
            )
            for row in work.session.scalars(select(Consent))
        )
        session.commit()
    work.finish()
    return ListTwin(sessions, login, house.around.clock.now())


def _cost(house: House, actor: Actor, calls: int) -> float:
    work = house.work(actor)

    def ask() -> None:
        answer = search(work, actor, "")
        assert isinstance(answer, Disclosed)
        assert len(answer.value.items) == SHOWN_AT_MOST

    ask()
    return median(milliseconds(ask) for _ in range(calls))


def _put_in_order(house: House, actor: Actor) -> None:
    work = house.work(actor)
    keys = ring(work).unit
    assert keys is not None
    found = named(work, work.session.scalars(select(NameCard)).all())
    names = {client: each.name for client, each in found.items()}
    sort_all_into_order(work, keys, names, lambda _ids: {})
    work.finish()
