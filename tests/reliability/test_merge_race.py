"""Two records become one person beside a read, and beside a withdrawal: the keys follow both.

The agreement halts where it has reckoned who reads what, and gives the other request all the time
that it needs. Whoever does not hold her meanwhile has to leak, else the halt would not show
anything; on SQLite there is one writer at a time, whatever anybody holds.
"""

from threading import Event, Thread
from unittest.mock import patch
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow import records
from caseflow.consents import withdraw_everything
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.records.merges import answer_merge
from caseflow.vault.gather import Gathered
from caseflow.vault.join_records import never_one
from caseflow.vault.permit import permit
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.factories.kept_apart import at_desk, created, keeping_apart
from tests.factories.merges import answered_merge, later, proposed
from tests.unit.records.desk_work import do, done
from tests.unit.vault.reading import read, texts

HALT = 0.4  # seconds; the other request takes a tenth of that
PATIENCE = 20.0
CLOSING = "caseflow.vault.join_records.close_drawers"


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    """Two records of counselling, of each of which the shelter reads violence."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    one, other = new_client(house, berta), new_client(house, berta)
    for known in (one, other):
        write(house, berta, known, entry(f"Von {known.code}"))
        consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, one)
    later(house)
    return one, other


def held_by(house: House, unit: UUID) -> set[UUID]:
    """Return of which records a unit holds a key."""
    with house.sessions() as session:
        found = (
            select(Envelope.client_id)
            .join(Drawer, Drawer.id == Envelope.drawer_id)
            .where(Envelope.reader_id == unit, Drawer.unit_id != unit)
        )
        return set(session.scalars(found))


def raced(house: House, merge: UUID, one: Known) -> None:
    """Agree, and let an officer withdraw everything while the keys are reckoned."""
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    work, beside, reckoned = house.work(lea), house.work(olga), Event()

    def halted(*asked: object) -> tuple[KeyEvent, ...]:
        events = close_drawers(*asked)  # type: ignore[arg-type]  # handed on as it was given
        if not reckoned.is_set():
            reckoned.set()
            withdrawal.join(HALT)
        return events

    def withdraw() -> None:
        assert reckoned.wait(PATIENCE)
        withdraw_everything(beside, olga, one.id)
        beside.finish()

    withdrawal = Thread(target=withdraw)
    withdrawal.start()
    with patch(CLOSING, halted):
        assert answer_merge(work, lea, merge, agreed=True) == Done(None)
        work.finish()
    withdrawal.join(PATIENCE)


def test_a_withdrawal_beside_an_agreement_leaves_no_key_behind(
    house: House, pair: tuple[Known, Known]
) -> None:
    merge = proposed(house, house.actor("berta", "beratung"), *pair)
    raced(house, merge, pair[0])
    # By the first of her ids she took back what made both of them open.
    assert held_by(house, house.units["frauenhaus"]) == set()


def test_did_nobody_hold_her_a_key_would_stay(house: House, pair: tuple[Known, Known]) -> None:
    merge = proposed(house, house.actor("berta", "beratung"), *pair)
    with (
        patch("caseflow.consents.take_back.hold_person", person_of),
        patch("caseflow.vault.hold_writers.hold_person", person_of),
    ):
        raced(house, merge, pair[0])
    left = held_by(house, house.units["frauenhaus"])
    assert left == ({pair[1].id} if house.engine.dialect.name == "postgresql" else set())


# SQLite lets nobody agree while somebody reads.
@on_postgresql
def test_a_read_that_saw_one_record_decides_anew_when_it_became_two(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    merge = proposed(house, berta, one, other)
    looks: list[Gathered] = []
    real = permit.__globals__["gather"]

    def look(work: Work, actor: Actor, client: UUID) -> Gathered:
        found: Gathered = real(work, actor, client)
        looks.append(found)
        if len(looks) == 1:
            assert answered_merge(house, lea, merge) == Done(None)
        return found

    with patch("caseflow.vault.permit.gather", look):
        opened = read(house, frieda, one)
    assert len(looks) == 2
    assert texts(opened) == sorted(f"Von {known.code}" for known in pair)


# SQLite has one writer at a time.
@on_postgresql
def test_nobody_becomes_one_with_her_from_whom_she_is_kept_apart_at_the_same_instant(
    house: House,
) -> None:
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    wanda = house.actor("wanda", "wohnen")
    hers, his = created(house, lea), created(house, lea)
    for known in (hers, his):
        at_desk(house, wanda, known)
    merge = proposed(house, lea, hers, his)
    for known in (hers, his):
        close_case(house, lea, known)
    keeping = Thread(target=keeping_apart, args=(house, wanda, hers, his))

    def halted(*asked: object) -> bool:
        found = never_one(*asked)  # type: ignore[arg-type]  # handed on as it was given
        keeping.start()
        keeping.join(HALT)
        return found

    with patch("caseflow.records.merges.answer_merge.never_one", halted):
        assert answered_merge(house, olga, merge) == Done(None)
    keeping.join(PATIENCE)
    with house.sessions() as session:
        assert session.scalars(select(KeptApart)).all() == []


def close_case(house: House, actor: Actor, known: Known) -> None:
    """Close her case: nothing of hers is used, and nothing counted up."""
    with house.sessions() as session:
        mine = Case.client_id == known.id, Case.unit_id == actor.unit
        case = session.scalars(select(Case.id).where(*mine)).one()
    done(do(house, actor, records.close_case, case))
