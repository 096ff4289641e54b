from caseflow.records.open_summary import open_summary
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.clients import case_at, consented
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, traces


def test_what_stood_in_a_paragraph_before_is_read_by_its_unit_and_nobody_else(
    house: House,
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    ida = house.actor("ida", "wohnen")
    known = create(house, berta)
    for actor, text, day in (
        (berta, "Sie sucht.", "1.2.2026"),
        (lea, "Sie wartet.", "2.2.2026"),
        (berta, "Sie wohnt.", "1.3.2026"),
    ):
        done(do(house, actor, write_summary, known.id, Approved("housing", text, day)))
    done(do(house, berta, write_summary, known.id, Approved("violence", "Anzeige.")))
    consent = consented(house, berta, known, [ida.unit], ["housing"])
    case_at(house, ida, known)
    seen = do(house, ida, open_summary, known.id)  # intake staff read the summary
    assert isinstance(seen, Disclosed)
    [found] = seen.value.paragraphs
    assert (found.now.text, found.now.origin.author) == ("Sie wohnt.", "Berta")
    assert found.before == ()  # what she took out is told to nobody else
    assert "summary_versions.text" not in traces(house, Act.STORY_READ)[-1]["fields"]
    took_back(house, berta, known, consent.id)  # the versions turn with their drawer
    after = do(house, ida, open_summary, known.id)
    assert isinstance(after, Disclosed)
    assert after.value.paragraphs == ()
    own = do(house, berta, open_summary, known.id)
    assert isinstance(own, Disclosed)
    assert [
        [(each.origin.version, each.text, each.approved_on.day, each.origin.author) for each in old]
        for old in (paragraph.before for paragraph in own.value.paragraphs)
    ] == [[(2, "Sie wartet.", 2, "Lea"), (1, "Sie sucht.", 1, "Berta")], []]
    assert "summary_versions.text" in traces(house, Act.STORY_READ)[-1]["fields"]
    frieda = house.actor("frieda", "frauenhaus")
    assert do(house, frieda, open_summary, known.id) == Refused()
