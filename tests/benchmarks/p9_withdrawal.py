"""P9: withdraw a consent on a drawer of 1,000 entries, and read again at once.

What is measured is the whole act, from the decision to the commit: the key turned, every entry
sealed again, the envelopes of those who read gone, the trace written. Each round turns the drawer
once more, under a new consent.
"""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Entry
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.benchmarks import measure
from tests.benchmarks.line import Figures, Line
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.declarations import took_back
from tests.factories.house import House, born

ENTRIES = 1000
CATEGORY = "health"
TEXT = "Sie kam heute ohne Termin, wir haben in Ruhe gesprochen und alles notiert. " * 2


def run(folder: Path) -> Iterator[Line]:
    """Yield the one line."""
    house = born(f"sqlite:///{folder / 'p9.db'}")
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    write(house, berta, known, *(entry(f"{number} {TEXT}", CATEGORY) for number in range(ENTRIES)))
    rounds = [_round(house, known, berta, frieda) for _ in range(measure.ROUNDS)]
    assert _turns(house, known) == measure.ROUNDS
    wall, cpu = (median(each) for each in zip(*rounds, strict=True))
    yield Line(
        "P9",
        f"withdrawal on a drawer of {ENTRIES:,} entries, nothing there at the next read",
        "",
        "1 s",
        Figures(f"{wall:.2f} s, {cpu:.2f} s of a core", f"{wall:.2f} s", ""),
    )
    house.close()


def _round(house: House, known: Known, giver: Actor, reader: Actor) -> tuple[float, float]:
    """Return the seconds that a withdrawal takes, by the clock and of a core."""
    consent = consented(house, giver, known, [reader.unit], [CATEGORY]).id
    assert _seen(house, known, reader) == ENTRIES
    begun = time.process_time()
    wall = measure.seconds(partial(took_back, house, giver, known, consent))
    cpu = time.process_time() - begun
    assert _seen(house, known, reader) == 0
    assert _seen(house, known, giver) == ENTRIES
    return wall, cpu


def _seen(house: House, known: Known, reader: Actor) -> int:
    """Return how many entries open to somebody, each with its text."""
    work = house.work(reader)
    answer = disclose(work, reader, Ask(Act.STORY_READ, known.id), (Entry,))
    assert isinstance(answer, Disclosed)
    texts = [piece.text("text") for piece in answer.value.of(Entry)]
    work.put_away()
    return sum(text.endswith(TEXT) for text in texts)


def _turns(house: House, known: Known) -> int:
    """Return how often the key of the drawer was turned."""
    hers = Drawer.client_id == known.id, Drawer.category == CATEGORY
    with house.sessions() as session:
        return session.scalars(select(Drawer.key_version).where(*hers)).one() - 1
