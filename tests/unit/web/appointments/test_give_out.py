from caseflow.http.calendar_answer import MEDIA_TYPE
from caseflow.http.file_answer import SANDBOX
from tests.factories.application import Visitor
from tests.factories.appointments import booked, rebooked
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied


def test_the_files_hold_the_hours_and_no_word_of_her(
    made: Storied, berta: Visitor, house: House
) -> None:
    actor = house.actor("berta", "beratung")
    known = Known(made.id, made.code)
    one, off = booked(house, actor, known), booked(house, actor, known, day="5.3.2026")
    rebooked(house, actor, off, state="cancelled")
    own = berta.look("/calendar")
    assert own.content_type == f"{MEDIA_TYPE}; charset=utf-8"
    assert own.headers["Content-Disposition"] == 'attachment; filename="calendar.ics"'
    assert own.headers["Content-Security-Policy"] == SANDBOX
    single = berta.look(f"/clients/{made.id}/appointments/{one}/calendar")
    events = [each.split("BEGIN:VEVENT")[1:] for each in (own.text, single.text)]
    assert [len(each) for each in events] == [2, 1]
    assert events[1][0].partition("END:VCAL")[0] == events[0][0]
    assert "DTSTART:20260304T133000Z\r\nDTEND:20260304T141500Z\r\nSEQUENCE:0" in own.text
    assert "SEQUENCE:1\r\nSTATUS:CANCELLED\r\nSUMMARY:Termin\r\n" in own.text
    hidden = ("Antrag", "Café", "Öztürk", "Aylin", "Beratung", "Caseflow", made.code, "Berta")
    assert not [each for each in hidden if each in own.text + single.text]
    ids = (one, off, made.id, actor.staff)
    assert not [each for each in ids if str(each) in own.text or each.hex in own.text]


def test_nobody_else_is_given_one(made: Storied, visitor: Visitor, house: House) -> None:
    actor = house.actor("berta", "beratung")
    one = booked(house, actor, Known(made.id, made.code))
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/appointments/{one}/calendar").status_code == 404
    assert "BEGIN:VEVENT" not in visitor.look("/calendar").text
    visitor.log_in("ida")
    assert visitor.look("/calendar").status_code == 404
