from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.vault import own_calendar
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.content_rows import content_rows
from caseflow.vault.own_calendar import open_calendar
from caseflow.vault.pieces import Place
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.appointments import DAYS_AHEAD
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.errors import Stale
from tests.factories.appointments import booked
from tests.factories.clients import Known, case_at
from tests.factories.house import House, StoppedClock
from tests.factories.officers_walls import wall_off
from tests.unit.records.desk_work import create, do, traces

WHY = {"ends": "yes"}


def _clients(house: House, actor: Actor) -> list[object]:
    answer = do(house, actor, open_calendar, WHY)
    assert isinstance(answer, Disclosed)
    for each in answer.value:
        each.piece.text("starts")
        assert each.piece.place == _place(house, actor, each.piece.row)
    return [each.client for each in answer.value]


def _place(house: House, actor: Actor, row: Appointment) -> Place:
    with house.sessions() as session:
        drawer = session.get_one(Drawer, (row.client_id, row.drawer_id))
        where = Case.client_id == row.client_id, Case.unit_id == actor.unit
        basis = Basis(BasisKind.OWN_UNIT, session.scalars(select(Case.id).where(*where)).one())
        return Place(drawer.id, actor.unit, drawer.category, basis)


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
    known, elsewhere = create(house, lea), house.actor("lea", "frauenhaus")
    booked(house, lea, known)
    booked(house, berta, known)
    booked(house, berta, known, "health")
    case_at(house, elsewhere, known)
    assert len(_clients(house, lea)) == 1
    [told] = traces(house, Act.CALENDAR_READ)
    assert [each["category"] for each in told["drawers"]] == ["finances"]
    assert told["fields"] == [f"appointments.{each}" for each in ("starts", "minutes", "state")]
    assert told["details"] == WHY
    assert _clients(house, elsewhere) == []
    assert traces(house, Act.CALENDAR_READ) == [told]  # nor is it looked for there
    clock.advance(timedelta(days=DAYS_AHEAD + 1))
    assert len(_clients(house, lea)) == 1
    clock.advance(timedelta(seconds=1))
    before = len(traces(house, Act.CALENDAR_READ))
    assert _clients(house, lea) == []
    assert len(traces(house, Act.CALENDAR_READ)) == before


def test_a_damaged_envelope_keeps_its_drawer_closed_and_more_than_a_leaf_holds_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_calendar, "DRAWERS", 2)
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    categories = {"finances", "health", "housing", "identity", "violence"}
    for category in categories:
        booked(house, berta, known, category)
    work = house.work()
    drawer = select(Drawer.id).where(Drawer.category == "health").scalar_subquery()
    own = select(Envelope).where(Envelope.drawer_id == drawer, Envelope.reader_id == berta.unit)
    envelope = work.session.scalars(own).one()
    change(work, envelope, sealed=envelope.sealed[:-1] + bytes([envelope.sealed[-1] ^ 1]))
    work.finish()
    assert _clients(house, berta) == [known.id] * 4
    [alarm] = traces(house, Act.ALARM_KEY)
    assert (alarm["staff"], alarm["unit"]) == (str(berta.staff), str(berta.unit))
    sheets = traces(house, Act.CALENDAR_READ)
    assert {each["category"] for told in sheets for each in told["drawers"]} == categories
    assert sorted(len(told["drawers"]) for told in sheets) == [1, 2, 2]
    [first] = [told for told in sheets if "bases" in told]  # used once
    further = [told["details"] for told in sheets if told is not first]
    assert further == [{**WHY, "entry": first["id"]}] * 2


def test_where_a_drawer_was_turned_meanwhile_it_is_looked_into_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    booked(house, berta, known)
    asked: list[list[str]] = []

    def later(_1: Work, _2: object, _3: object, drawers: list[UUID]) -> list[SimpleNamespace]:
        monkeypatch.setattr(own_calendar, "content_rows", content_rows)
        return [SimpleNamespace(drawer_id=each, key_version=2) for each in drawers]

    def still_as_loaded(work: Work, drawers: list[Drawer]) -> None:
        assert work.session.is_active
        asked.append([each.category for each in drawers])
        if drawers:
            raise Stale("drawers")

    monkeypatch.setattr(own_calendar, "content_rows", later)
    monkeypatch.setattr(own_calendar, "still_as_loaded", still_as_loaded)
    assert _clients(house, berta) == [known.id]
    assert asked == [["finances"], []]


def test_whoever_has_left_sees_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    berta = house.actor("berta", "beratung")
    known, asked = create(house, berta), []
    booked(house, berta, known)

    def load(*given: Any, **how: Any) -> ClientFile:  # noqa: ANN401 - as it is asked
        asked.append(how)
        return load_file(*given, **how)

    monkeypatch.setattr(own_calendar, "load_file", load)
    monkeypatch.setattr(own_calendar, "permit_member", lambda *_, **__: Refused())
    assert do(house, berta, open_calendar, {}) == Refused()
    assert asked == [{"closed": False, "among": {known.id}, "ordered": False}]
