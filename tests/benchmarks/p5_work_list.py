"""P5: the first page of a unit's work list, 50 of 10,000 clients by name, in time of one core.

Against it stands the same page where every card is opened and sorted, as it was before there was a
sealed order for all of them. No twin in plain text yet: with both traces it would be some times
faster, since a look here is two permits, two commits and fifty cards.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from sqlalchemy import select

from caseflow.database.tables.name_cards import NameCard
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import sort_all_into_order
from caseflow.vault.name_cards import named
from caseflow.vault.search import SHOWN_AT_MOST, search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed
from tests.benchmarks.line import Figures, Line
from tests.benchmarks.p4_find import REAL, filled, milliseconds
from tests.factories.house import House

CALLS = 15


def run(folder: Path) -> Iterator[Line]:
    """Yield the one line."""
    house = filled(folder / "p5.db")
    berta = house.actor("berta", "beratung")
    everybody = _cost(house, berta, 2)
    _put_in_order(house, berta)
    ours = _cost(house, berta, CALLS)
    yield Line(
        "P5",
        f"work list, {SHOWN_AT_MOST} of {REAL:,} by name, both traces committed",
        "every card opened",
        "",
        Figures(f"1/{everybody / ours:.0f}", f"{ours:.1f} ms", f"{everybody:.0f} ms"),
    )
    house.close()


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
