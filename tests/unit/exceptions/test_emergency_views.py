from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions.emergency_views import view_of
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock


def test_a_review_is_due_within_two_days(house: House, clock: StoppedClock) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    answer = declared(house, frieda, known, "health", "family")
    work = house.work(frieda)
    row = work.session.scalars(select(EmergencyAccess)).one()
    view = view_of(work, row)
    assert (view.id, view.client, view.staff) == (answer.id, known.id, frieda.staff)
    assert view.categories == ("family", "health")
    assert view.review_due == clock.now() + timedelta(hours=48)
    assert not view.overdue
    clock.advance(timedelta(hours=48))
    assert view_of(work, row).overdue
    row.finding = "justified"
    assert not view_of(work, row).overdue
    work.abandon()
