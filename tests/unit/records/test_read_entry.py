from uuid import uuid4

from caseflow.database.tables.records import Entry
from caseflow.records.read_entry import read_entry
from caseflow.records.write_entry import write_entry
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, done, jot, note, shared, story, traces


def test_one_entry_opens_and_the_trace_names_its_drawer_alone(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    entry = done(do(house, berta, write_entry, known.id, note())).id
    jot(house, berta, known, category="health")
    answer = read_entry(house.work(berta), berta, entry)
    assert isinstance(answer, Disclosed)
    assert (answer.value.text, answer.value.origin.version) == ("Sie kam mit zwei Kindern.", 1)
    (told,) = traces(house, Act.ENTRY_READ)
    assert [drawer["category"] for drawer in told["drawers"]] == ["violence"]


def test_another_units_entry_opens_by_consent_and_no_other(house: House) -> None:
    known, berta, frieda = shared(house, "violence")
    jot(house, berta, known)
    jot(house, berta, known, category="health")
    ids = {each.origin.category: each.origin.id for each in story(house, berta, known).entries}
    assert isinstance(read_entry(house.work(frieda), frieda, ids["violence"]), Disclosed)
    closed = read_entry(house.work(frieda), frieda, ids["health"])
    unknown = read_entry(house.work(frieda), frieda, uuid4())
    assert closed == unknown == Refused(Reason.NOT_OPEN)
    assert "drawers" not in traces(house, Act.ENTRY_READ)[1]


def test_a_damaged_entry_raises_an_alarm(house: House) -> None:
    berta = house.actor("berta", "beratung")
    entry = done(do(house, berta, write_entry, create(house, berta).id, note())).id
    damage(house, Entry, "title")
    assert read_entry(house.work(berta), berta, entry) == Refused(Reason.NOT_OPEN)
    assert traces(house, Act.ALARM_KEY)[0]["details"]["row"] == str(entry)


def test_intake_staff_open_none(house: House) -> None:
    wanda, ida = house.actor("wanda", "wohnen"), house.actor("ida", "wohnen")
    entry = done(do(house, wanda, write_entry, create(house, wanda).id, note())).id
    assert read_entry(house.work(ida), ida, entry) == Refused(Reason.NOT_YOUR_ROLE)
