from caseflow.records.change_entry import change_entry
from caseflow.records.write_entry import write_entry
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, note, problems, story


def test_day_kind_and_words_can_be_mended(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    entry = done(do(house, berta, write_entry, known.id, note())).id
    mended = {"occurred_on": "28.2.2026", "kind": "event", "title": "", "text": "neu"}
    assert done(do(house, berta, change_entry, entry, 1, mended)).version == 2
    (found,) = story(house, berta, known).entries
    assert (found.kind, found.title, found.text) == ("event", "", "neu")
    assert found.occurred_on.isoformat() == "2026-02-28"


def test_a_mending_that_cannot_be_read_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    entry = done(do(house, berta, write_entry, create(house, berta).id, note())).id
    answer = do(house, berta, change_entry, entry, 1, {"occurred_on": "31.06.2022", "kind": "?"})
    assert problems(answer) == {("occurred_on", "no_such_day"), ("kind", "no_such_option")}
