from caseflow.records.appointments.make_appointment import make_appointment
from caseflow.vocabulary.acts import Act
from tests.factories.appointments import TYPED, booked
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, problems, story, tell, traces


def test_she_is_reminded_only_by_a_way_that_is_open_today(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "safe_contact_rules", ["sms", "call_ok"])
    tell(house, berta, known, "safe_phone", "01520 0000000")
    booked(house, berta, known, reminder="sms")
    assert [each.reminder for each in story(house, berta, known).appointments] == ["sms"]
    looked = [each for each in traces(house, Act.INTAKE_READ) if "ways" in each["details"]]
    assert len(looked) == 1
    tell(house, berta, known, "safe_contact_rules", ["number_hidden"])
    answer = do(house, berta, make_appointment, known.id, "finances", {**TYPED, "reminder": "sms"})
    assert problems(answer) == {("reminder", "way_closed")}


def test_where_nobody_reminds_her_nobody_looks(house: House) -> None:
    berta = house.actor("berta", "beratung")
    booked(house, berta, create(house, berta), reminder="")
    assert traces(house, Act.INTAKE_READ) == []
