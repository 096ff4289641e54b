from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.records import close_case
from caseflow.vocabulary.acts import Act
from tests.factories.application import Visitor
from tests.factories.appointments import booked
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.records.desk_work import create, damage, do, done, traces


def test_two_at_one_hour_are_said_without_the_other_ones_name(
    made: Storied, berta: Visitor, house: House, appointment: UUID
) -> None:
    actor = house.actor("berta", "beratung")
    page = f"/clients/{made.id}/appointments"
    assert "noch einen anderen Termin" not in berta.look(page).text
    booked(house, actor, new_client(house, actor, "Zahra"), time="15:00")
    said = berta.look(page).text
    assert f'id="appointment-{appointment}"' in said
    assert ("noch einen anderen Termin" in said, "Zahra" in said) == (True, False)
    assert berta.look("/").text.count("zur gleichen Zeit wie ein anderer") == 2
    colleagues = create(house, actor)
    booked(house, house.actor("lea", "beratung"), colleagues)
    looks = len(traces(house, Act.CALENDAR_READ))
    berta.look(f"/clients/{colleagues.id}/appointments")
    assert len(traces(house, Act.CALENDAR_READ)) == looks  # where none is hers, nothing is opened


def test_a_closed_case_opens_with_a_reason_and_gives_no_file(berta: Visitor, house: House) -> None:
    actor = house.actor("berta", "beratung")
    known = create(house, actor)
    one = booked(house, actor, known)
    case = berta.look(f"/clients/{known.id}/case").text.partition("/cases/")[2][:36]
    done(do(house, actor, close_case, UUID(case)))
    page = f"/clients/{known.id}/appointments"
    assert 'name="reason"' in berta.look(page).text
    assert berta.look(f"{page}/{one}/calendar").location == page
    opened = berta.send(page, reason="Nachfrage").text
    assert ("Antrag besprechen" in opened, "/calendar" in opened) == (True, False)
    assert berta.send(page, reason="").status_code == 422


def test_damage_is_said_and_who_does_not_know_her_sees_no_page(
    made: Storied, berta: Visitor, house: House, appointment: UUID
) -> None:
    assert isinstance(appointment, UUID)
    damage(house, Appointment, "title")
    assert "lässt sich nicht mehr öffnen" in berta.look(f"/clients/{made.id}/appointments").text
    berta.log_in("wanda")
    assert berta.look(f"/clients/{made.id}/appointments").status_code == 404
