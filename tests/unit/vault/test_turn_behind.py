import pytest
from sqlalchemy import func, select, update

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.units import UnitPair
from caseflow.keys.drawer_keys import mark_due
from caseflow.keys.unit_keys import renew_unit
from caseflow.vault import turn_behind as module
from caseflow.vault.turn_behind import Turned, behind, turn_behind
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read, texts


def written(house: House) -> Known:
    """Write into two drawers of counselling, one of them open to the shelter."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("eins"), entry("zwei", "health"))
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    return known


def renewed(house: House, name: str, slug: str) -> None:
    actor = house.actor(name, slug)
    work = house.work(actor)
    renew_unit(work, actor.unit, new_id())
    work.finish()


def under_former_keys(house: House) -> int:
    with house.sessions() as session:
        newest = select(func.max(UnitPair.version)).where(UnitPair.unit_id == Envelope.reader_id)
        query = (
            select(func.count())
            .select_from(Envelope)
            .join(UnitPair, UnitPair.key_id == Envelope.reader_key_id)
            .where(UnitPair.version < newest.correlate(Envelope).scalar_subquery())
        )
        return session.scalars(query).one()


@pytest.mark.parametrize(
    ("name", "slug", "due"), [("lea", "beratung", 2), ("lea", "frauenhaus", 1)]
)
def test_drawers_turn_that_a_former_key_of_any_unit_knows(
    house: House, name: str, slug: str, due: int
) -> None:
    known, berta = written(house), house.actor("berta", "beratung")
    renewed(house, name, slug)
    assert under_former_keys(house) == due
    work = house.work(berta)
    assert behind(work, berta) == due
    turned = turn_behind(work, berta, None)
    assert (turned.looked_at, turned.turned) == (due, due)
    assert turn_behind(work, berta, turned.last) == Turned(None, 0, 0)
    assert behind(work, berta) == 0
    work.finish()
    assert under_former_keys(house) == 0
    assert [each["act"] for each in log(house)].count(Act.DRAWER_TURN) == due
    assert texts(read(house, berta, known)) == ["eins", "zwei"]
    assert texts(read(house, house.actor("frieda", "frauenhaus"), known)) == ["eins"]


def test_other_units_turn_their_own(house: House) -> None:
    written(house)
    renewed(house, "lea", "frauenhaus")
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    assert behind(work, frieda) == 0
    assert turn_behind(work, frieda, None) == Turned(None, 0, 0)


def test_what_was_stopped_goes_on_behind_what_was_turned(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(house)
    renewed(house, "lea", "beratung")
    monkeypatch.setattr(module, "AT_ONCE", 1)
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    first = turn_behind(work, berta, None)
    assert (first.looked_at, first.turned) == (1, 1)
    work.put_away()  # as if the process had been killed
    later = house.work(berta)
    one, other = later.session.scalars(select(Drawer).order_by(Drawer.id)).all()
    assert first.last == one.id
    mark_due(later, one, later.clock.now())
    later.finish()
    second = turn_behind(later, berta, first.last)
    assert (second.last, second.turned) == (other.id, 1)
    assert behind(later, berta) == 1
    assert turn_behind(later, berta, one.id).looked_at == 0


def test_a_drawer_without_an_envelope_stays_and_holds_up_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(house)
    renewed(house, "lea", "beratung")
    work = house.work()
    first = work.session.scalars(select(Drawer.id).order_by(Drawer.id)).first()
    taken = update(Envelope).where(
        Envelope.drawer_id == first, Envelope.reader_id == house.units["beratung"]
    )
    work.session.execute(taken.values(row_seal=b"another"))
    work.finish()
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    turned = turn_behind(work, berta, None)
    assert (turned.looked_at, turned.turned) == (2, 1)
    assert behind(work, berta) == 1
    work.finish()
    assert Act.ALARM_KEY in {each["act"] for each in log(house)}

    def broken(*_: object) -> None:
        raise BrokenKey("x")

    monkeypatch.setattr(module, "bring_key", broken)
    assert turn_behind(house.work(berta), berta, None) == Turned(first, 1, 0)
    assert newest(house, Act.ALARM_KEY)["details"] == {"table": "drawers", "row": str(first)}
