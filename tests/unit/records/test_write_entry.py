from caseflow.database.tables.records import Entry
from caseflow.records.write_entry import write_entry
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, note, problems, story, traces


def test_an_entry_lies_in_the_drawer_of_its_category(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    saved = done(do(house, berta, write_entry, known.id, note(category="health", kind="event")))
    (entry,) = story(house, berta, known).entries
    assert (entry.origin.id, entry.origin.version, saved.version) == (saved.id, 1, 1)
    assert (entry.origin.category, entry.kind, entry.title) == ("health", "event", "Gespräch")
    assert entry.occurred_on.isoformat() == "2026-03-01"
    (told,) = traces(house, Act.ENTRY_WRITE)
    assert [row["table"] for row in told["rows"]] == [Entry.__tablename__, "drawers"]


def test_a_title_or_a_text_will_do(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    done(do(house, berta, write_entry, known.id, note(fields={"title": "Anruf"})))
    done(do(house, berta, write_entry, known.id, note(fields={"text": "Anruf"})))
    nothing = do(house, berta, write_entry, known.id, note(fields={"title": " ", "text": ""}))
    assert problems(nothing) == {("text", "required")}
    nothing = do(house, berta, write_entry, known.id, note(fields={}))
    assert problems(nothing) == {("text", "required")}


def test_all_that_is_wrong_is_named_at_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    draft = note(
        category="evidence",
        kind="gossip",
        occurred_on="31.06.2022",
        fields={"text": "x", "colour": "red"},
    )
    assert problems(do(house, berta, write_entry, known.id, draft)) == {
        ("category", "not_kept_here"),
        ("kind", "no_such_option"),
        ("occurred_on", "no_such_day"),
        ("colour", "no_such_field"),
    }
    nowhere = do(house, berta, write_entry, known.id, note(category=""))
    assert problems(nowhere) == {("category", "required")}
    assert traces(house, Act.ENTRY_WRITE) == []


def test_tomorrow_has_not_happened(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    draft = note(occurred_on="2026-03-03")
    assert problems(do(house, berta, write_entry, known.id, draft)) == {
        ("occurred_on", "in_future")
    }
    done(do(house, berta, write_entry, known.id, note(occurred_on="2026-03-02")))


def test_intake_staff_write_no_entries(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    answer = do(house, ida, write_entry, known.id, note())
    assert answer == Refused(Reason.NOT_YOUR_ROLE)


def test_a_client_who_is_not_open_does_not_exist(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    answer = do(house, house.actor("frieda", "frauenhaus"), write_entry, known.id, note(kind="?"))
    assert answer == Refused(Reason.NOT_OPEN)
