from caseflow.documents.change_document import DocumentChange, change_document
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vocabulary.answers import Conflict, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.documents import attached, chunk_rows, content_of, listed
from tests.factories.house import House
from tests.factories.retention import held
from tests.unit.records.desk_work import create, do, done, problems, shared


def test_another_file_takes_the_place_of_the_former_one(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known, b"alt\n").id
    (before,) = chunk_rows(house)
    with SealedSpool() as spool:
        spool.write(b"neu und anders\n")
        changed = {"title": "Neuer Bescheid"}
        saved = done(do(house, berta, change_document, document, DocumentChange(1, changed, spool)))
    assert (saved.id, saved.version) == (document, 2)
    (found,) = listed(house, berta, known)
    assert (found.title, found.note, found.length) == ("Neuer Bescheid", "Frist läuft", 15)
    assert content_of(house, berta, document) == b"neu und anders\n"
    (after,) = chunk_rows(house)
    assert after.file_id != before.file_id


def test_words_alone_leave_the_file_and_a_first_file_may_come_later_held_or_not(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known, None).id
    held(house, known.id)
    with SealedSpool() as spool:
        spool.write(b"Brief\n")
        done(do(house, berta, change_document, document, DocumentChange(1, {}, spool)))
    done(do(house, berta, change_document, document, DocumentChange(2, {"note": ""})))
    (found,) = listed(house, berta, known)
    assert (found.version, found.note, found.media_type) == (3, "", "text/plain")
    with SealedSpool() as spool:
        spool.write(b"anders\n")
        stopped = do(house, berta, change_document, document, DocumentChange(3, {}, spool))
    assert problems(stopped) == {("file", "officer_knows_why")}
    assert content_of(house, berta, document) == b"Brief\n"


def test_what_is_wrong_or_late_changes_nothing(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document = attached(house, berta, known).id
    assert do(house, berta, change_document, document, DocumentChange(2, {})) == Conflict(1)
    wrong = do(house, berta, change_document, document, DocumentChange(1, {"title": ""}))
    assert problems(wrong) == {("title", "empty")}
    with SealedSpool() as spool:
        spool.write(b"\0")
        wrong = do(house, berta, change_document, document, DocumentChange(1, {"title": ""}, spool))
        assert problems(wrong) == {("title", "empty"), ("file", "unknown_file_type")}
        for who, which in ((frieda, document), (berta, new_id())):
            assert do(house, who, change_document, which, DocumentChange(1, {}, spool)) == Refused()
            assert do(house, who, change_document, which, DocumentChange(1, {})) == Refused()
    assert listed(house, berta, known)[0].version == 1
