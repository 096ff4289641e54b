from caseflow.documents.attach_document import attach_document
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.documents import TITLE, chunk_rows, content_of, draft, listed
from tests.factories.house import House
from tests.factories.planted_files import PLANTED, SEEN, paper, text_of
from tests.unit.records.desk_work import create, do, done, problems, traces


def test_a_file_is_cleaned_sealed_and_read_again(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    brought = paper()
    with SealedSpool() as spool:
        spool.write(brought)
        wanted = draft("residence_status")
        saved = done(do(house, berta, attach_document, known.id, wanted, spool))
    (found,) = listed(house, berta, known)
    assert (found.id, found.version, found.title) == (saved.id, 1, TITLE)
    assert (found.category, found.media_type) == ("residence_status", "application/pdf")
    content = content_of(house, berta, saved.id)
    assert found.length == len(content)
    assert PLANTED.encode() in brought
    assert PLANTED.encode() not in content
    assert SEEN in text_of(content)
    assert all(b"%PDF" not in row.sealed for row in chunk_rows(house))
    (told,) = traces(house, Act.DOCUMENT_WRITE)
    assert {row["table"] for row in told["rows"]} >= {"documents", "document_files"}


def test_without_a_file_it_is_there_all_the_same(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    done(do(house, berta, attach_document, known.id, draft(note="")))
    (found,) = listed(house, berta, known)
    assert (found.media_type, found.length, found.note) == ("", 0, "")
    assert chunk_rows(house) == []


def test_all_that_is_wrong_is_named_at_once_and_nothing_is_kept(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    with SealedSpool() as spool:
        spool.write(b"PK\x03\x04")
        wrong = draft("evidence", title="")
        assert problems(do(house, berta, attach_document, known.id, wrong, spool)) == {
            ("title", "empty"),
            ("category", "not_kept_here"),
            ("file", "office_file"),
        }
    assert listed(house, berta, known) == []


def test_nobody_learns_from_a_file_whether_she_is_there(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda, ida = house.actor("frieda", "frauenhaus"), house.actor("ida", "wohnen")
    with SealedSpool() as spool:
        spool.write(b"PK\x03\x04")
        for who in (frieda, ida):
            answer = do(house, who, attach_document, known.id, draft(), spool)
            assert answer == Refused(Reason.NOT_OPEN)
        hers = create(house, ida)
        answer = do(house, ida, attach_document, hers.id, draft(), spool)
        assert answer == Refused(Reason.NOT_YOUR_ROLE)
