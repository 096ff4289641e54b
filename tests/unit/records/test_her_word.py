from sqlalchemy import select

from caseflow.database.tables.corrections import Correction
from caseflow.records.change_entry import change_entry
from caseflow.records.open_summary import open_summary
from caseflow.records.read_entry import read_entry
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.copies import copied, shared
from tests.factories.corrections import NOT_SO, said, settled_so
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, done, story, traces


def test_a_copy_of_what_she_says_is_not_so_has_her_word_beside_it_until_it_is_copied_anew(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where)
    word = said(house, where.frieda, where.known.id, where.entry)
    done(do(house, where.berta, change_entry, where.entry, 1, {"text": "Es war der Bruder."}))
    settled_so(house, where.berta, word, "changed", "")
    seen = {each.text: each for each in story(house, where.frieda, where.known).entries}
    anew = seen.pop("Es war der Bruder.")
    [old] = seen.values()
    assert [each.text for each in old.her_words] == [NOT_SO]
    assert (anew.her_words, anew.origin.copyable) == ((), True)
    alone = do(house, where.frieda, read_entry, old.origin.id)
    assert isinstance(alone, Disclosed)
    assert [each.text for each in alone.value.her_words] == [NOT_SO]
    copied(house, where)
    [kept] = story(house, where.frieda, where.known).entries
    assert kept.her_words == ()
    done(do(house, where.berta, change_entry, where.entry, 2, {"text": "Es war keiner."}))
    assert [each.her_words for each in story(house, where.frieda, where.known).entries] == [(), ()]


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
