from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.documents import Document
from caseflow.database.tables.records import Entry, Fact
from caseflow.keys.drawer_keys import mark_due
from caseflow.vault.her_words import beside_which, disputed, open_with_words, put_word, reads
from caseflow.vault.permit import Ask, trace
from caseflow.vocabulary.acts import Act
from tests.factories.clients import entry, permitted, write
from tests.factories.copies import copied, shared
from tests.factories.house import House
from tests.factories.lawful import answered, excepted, ground
from tests.unit.vault.reading import newest

FIELDS = {"text": "So war es nicht.", "said_on": "2026-03-01", "outcome": "open", "reply": ""}


def test_her_word_lies_in_the_drawer_of_the_piece_whoever_writes_it(house: House) -> None:
    where = shared(house)
    copied(house, where)
    write(house, where.berta, where.known, entry("Diabetes", "health"))
    exception = excepted(house, where.frieda, where.known, ground([where.berta.unit], "health"))
    answered(house, house.actor("lea", "beratung"), exception)
    work = house.work(where.frieda)
    given = permitted(work, where.frieda, Ask(Act.CORRECTION_RECORD, where.known.id))
    which = beside_which(given)
    assert {opening.category for opening in given.openings} >= {"health"}
    # Of a copy none, and of what is read without her consent none.
    assert {(opening.unit, opening.category) for opening in which} == {
        (where.berta.unit, "identity"),
        (where.berta.unit, "violence"),
    }
    [piece] = open_with_words(work, given, Entry, which).of(Entry)
    mark_due(work, given.gathered.drawers[piece.place.drawer], piece.row.recorded_at)
    written = put_word(work, given, piece, FIELDS, 1)
    assert (written.row.piece_id, written.row.piece_version) == (where.entry, 1)
    assert written.row.drawer_id == piece.row.drawer_id
    assert [each.id for each in written.deeds.rows] == [written.row.id]
    trace(work, given, written.deeds)
    work.finish()
    assert newest(house, Act.DRAWER_TURN)["details"] == {"act": str(given.entry)}
    given = permitted(work, where.frieda, Ask(Act.CORRECTION_RECORD, where.known.id))
    opened = open_with_words(work, given, Entry, beside_which(given))
    [word] = opened.of(Correction)
    assert {column: word.text(column) for column in FIELDS} == FIELDS
    alone = open_with_words(work, given, Fact, beside_which(given))  # without the piece itself
    assert disputed(opened) == disputed(alone) == {where.entry}


def test_intake_staff_read_no_entry_and_no_document(house: House) -> None:
    ida, berta = house.actor("ida", "wohnen"), house.actor("berta", "beratung")
    assert [reads(ida, table) for table in (Entry, Fact, Document)] == [False, True, False]
    assert reads(berta, Entry)
