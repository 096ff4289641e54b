from caseflow.records.write_summary import Approved, write_summary
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict
from tests.factories.house import House
from tests.factories.merges import merged, undone
from tests.unit.records.desk_work import create, do, done, jot, problems, story, traces


def test_each_category_has_one_paragraph_and_the_later_one_counts(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    jot(house, berta, known)
    done(do(house, berta, write_summary, known.id, Approved("housing", "Sie sucht.")))
    done(do(house, berta, write_summary, known.id, Approved("violence", "Anzeige.", "1.3.2026")))
    again = done(do(house, berta, write_summary, known.id, Approved("housing", "Sie wohnt.")))
    assert again.version == 2
    found = [(each.origin.category, each.text) for each in story(house, berta, known).summary]
    assert found == [("violence", "Anzeige."), ("housing", "Sie wohnt.")]
    rows = traces(house, Act.SUMMARY_WRITE)[-1]["rows"]
    assert [row["table"] for row in rows] == ["summary_versions", "summary_paragraphs"]


def test_of_two_records_each_keeps_its_paragraph(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = create(house, berta), create(house, berta)
    jot(house, berta, other, category="housing")
    merge = merged(house, berta, lea, one, other)
    for text in ("Sie sucht.", "Sie wohnt."):
        done(do(house, berta, write_summary, one.id, Approved("housing", text)))
    assert [each.text for each in story(house, berta, other).summary] == ["Sie wohnt."]
    undone(house, lea, merge)
    assert [each.text for each in story(house, berta, one).summary] == ["Sie wohnt."]
    assert story(house, berta, other).summary == ()


def test_whoever_saw_another_version_is_told(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    done(do(house, berta, write_summary, known.id, Approved("housing", "a", version=0)))
    answer = do(house, berta, write_summary, known.id, Approved("housing", "b", version=0))
    assert answer == Conflict(1)


def test_all_that_is_wrong_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = do(house, berta, write_summary, known.id, Approved("evidence", "", "31.06.2022"))
    assert problems(answer) == {
        ("category", "not_kept_here"),
        ("text", "required"),
        ("approved_on", "no_such_day"),
    }
