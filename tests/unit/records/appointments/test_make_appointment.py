from datetime import UTC, datetime

from caseflow.records.appointments.make_appointment import make_appointment
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from tests.factories.appointments import TYPED, booked
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, problems, shared, story, traces


def test_it_stands_in_the_story_of_whom_its_drawer_is_open_to(house: House) -> None:
    known, berta, frieda = shared(house, "finances")
    made = booked(house, berta, known)
    hidden = booked(house, berta, known, "health", title="Arztbrief")
    (told,) = story(house, frieda, known).appointments
    assert (told.origin.id, told.title, told.place) == (made, "Antrag besprechen", "Café am Markt")
    assert (told.starts, told.ends) == (
        datetime(2026, 3, 4, 13, 30, tzinfo=UTC),
        datetime(2026, 3, 4, 14, 15, tzinfo=UTC),
    )
    assert (told.with_whom, told.staff, told.state) == ("Berta", berta.staff, "planned")
    assert told.origin.basis.kind is BasisKind.CONSENT
    assert {each.origin.id for each in story(house, berta, known).appointments} == {made, hidden}
    tables = [row["table"] for row in traces(house, Act.APPOINTMENT_WRITE)[0]["rows"]]
    assert tables == ["appointments", "drawers"]


def test_every_problem_is_named_at_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = do(house, berta, make_appointment, known.id, "evidence", {"reminder": "sms"})
    assert problems(answer) == {
        ("day", "required"),
        ("time", "required"),
        ("minutes", "minutes_between"),
        ("title", "required"),
        ("category", "not_kept_here"),
        ("reminder", "way_closed"),
    }
    assert story(house, berta, known).appointments == ()


def test_whoever_does_not_know_her_makes_none_and_intake_sees_none(house: House) -> None:
    known, *_ = shared(house)
    wanda, ida = house.actor("wanda", "wohnen"), house.actor("ida", "wohnen")
    for typed in (TYPED, {**TYPED, "reminder": "phone"}, {}):
        answer = do(house, wanda, make_appointment, known.id, "finances", typed)
        assert answer == Refused(Reason.NOT_OPEN)
    own = create(house, ida)
    answer = do(house, ida, make_appointment, own.id, "finances", TYPED)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    booked(house, wanda, own)
    seen = [len(story(house, who, own).appointments) for who in (wanda, ida)]
    assert seen == [1, 0]
