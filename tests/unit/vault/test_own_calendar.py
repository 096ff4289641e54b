from datetime import timedelta

import pytest
from sqlalchemy import event, select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.vault import own_calendar
from caseflow.vault.own_calendar import open_calendar
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.appointments import DAYS_AHEAD
from tests.factories.appointments import booked
from tests.factories.clients import Known
from tests.factories.house import House, StoppedClock
from tests.factories.officers_walls import wall_off
from tests.unit.records.desk_work import create, do, traces


def _clients(house: House, actor: Actor) -> list[object]:
    answer = do(house, actor, open_calendar, {})
    assert isinstance(answer, Disclosed)
    for each in answer.value:
        each.piece.text("starts")
    return [each.client for each in answer.value]


def _statements(house: House, actor: Actor) -> list[str]:
    """Return what a look costs, which must not tell that somebody is hidden."""
    told: list[str] = []

    def note(_1: object, _2: object, statement: str, *_: object) -> None:
        told.append(statement.partition("IN (")[0])

    event.listen(house.engine, "before_cursor_execute", note)
    _clients(house, actor)
    event.remove(house.engine, "before_cursor_execute", note)
    return told


def _case(house: House, known: Known, **values: object) -> None:
    work = house.work()
    case = work.session.scalars(select(Case).where(Case.client_id == known.id)).one()
    change(work, case, **values)
    work.finish()


def _wall(house: House, known: Known) -> None:
    wall_off(house, known, "berta")


def _close(house: House, known: Known) -> None:
    _case(house, known, closed_at=house.around.clock.now())


def _restrict(house: House, known: Known) -> None:
    _case(house, known, restricted=True, assigned=(house.staff["lea"],))


def test_whoever_is_not_there_for_her_is_in_no_calendar(house: House) -> None:
    berta = house.actor("berta", "beratung")
    without = _statements(house, berta)
    for hide in (_wall, _close, _restrict):
        hidden = create(house, berta)
        booked(house, berta, hidden)
        assert _clients(house, berta) == [hidden.id]
        hide(house, hidden)
        assert _clients(house, berta) == []
    assert len(traces(house, Act.CALENDAR_READ)) == 3
    assert _statements(house, berta) == without


def test_only_her_own_in_the_unit_that_she_acts_in_and_only_what_may_lie_ahead(
    house: House, clock: StoppedClock
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    known = create(house, lea)
    booked(house, lea, known)
    booked(house, berta, known)
    assert len(_clients(house, lea)) == 1
    assert _clients(house, house.actor("lea", "frauenhaus")) == []
    clock.advance(timedelta(days=DAYS_AHEAD + 2))
    before = len(traces(house, Act.CALENDAR_READ))
    assert _clients(house, lea) == []
    assert len(traces(house, Act.CALENDAR_READ)) == before


def test_a_damaged_envelope_keeps_its_drawer_closed_and_more_than_a_leaf_holds_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_calendar, "DRAWERS", 1)
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    booked(house, berta, known)
    booked(house, berta, known, "health")
    work = house.work()
    drawer = select(Drawer.id).where(Drawer.category == "health").scalar_subquery()
    own = select(Envelope).where(Envelope.drawer_id == drawer, Envelope.reader_id == berta.unit)
    envelope = work.session.scalars(own).one()
    change(work, envelope, sealed=envelope.sealed[:-1] + bytes([envelope.sealed[-1] ^ 1]))
    work.finish()
    assert _clients(house, berta) == [known.id]
    assert len(traces(house, Act.ALARM_KEY)) == 1
    first, further = traces(house, Act.CALENDAR_READ)
    assert {each["category"] for told in (first, further) for each in told["drawers"]} == {
        "finances",
        "health",
    }
    assert {len(told["drawers"]) for told in (first, further)} == {1}
    assert sorted("bases" in told for told in (first, further)) == [False, True]  # used once


def test_whoever_has_left_sees_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    berta = house.actor("berta", "beratung")
    booked(house, berta, create(house, berta))
    monkeypatch.setattr(own_calendar, "permit_member", lambda *_, **__: Refused())
    assert do(house, berta, open_calendar, {}) == Refused()
