from sqlalchemy import select

from caseflow.database.tables.corrections import Correction
from caseflow.records.open_summary import open_summary
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.corrections import said, settled_so
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, done, story, traces


def test_several_stand_in_the_order_of_saying_and_a_damaged_one_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    approved = Approved("housing", "Sie sucht.")
    paragraph = done(do(house, berta, write_summary, known.id, approved)).id
    for text in ("Ich suche nicht.", "Ich wohne."):
        said(house, berta, known.id, paragraph, text)
    gone = said(house, berta, known.id, paragraph, "Doch nicht.")
    settled_so(house, berta, gone, "taken_back", "")
    [found] = story(house, berta, known).summary
    assert {each.text for each in found.her_words} == {"Ich suche nicht.", "Ich wohne."}
    assert [each.id for each in found.her_words] == sorted(each.id for each in found.her_words)
    damage(house, Correction, "text")
    seen = do(house, berta, open_summary, known.id)
    assert isinstance(seen, Disclosed)
    assert seen.value.paragraphs[0].now.her_words == ()
    with house.sessions() as session:
        rows = set(session.scalars(select(Correction.id)))
    damaged = sorted((each.table, each.id) for each in seen.value.damaged)
    assert damaged == sorted(("corrections", row) for row in rows)
    assert len(traces(house, Act.ALARM_KEY)) == len(rows)
