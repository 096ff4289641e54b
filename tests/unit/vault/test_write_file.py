import pytest
from sqlalchemy import select

from caseflow.crypto.streams import CHUNK, chunk_count
from caseflow.database.tables.documents import Document, DocumentFile
from caseflow.vault.contents import find_row
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.write_file import NewFile, file_of, put_file
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import consented, permitted, withdrawn
from tests.factories.documents import attached, chunk_rows, content_of
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_a_file_of_several_chunks_lies_in_the_documents_drawer(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known, None).id
    content = b"Brief\n" * (CHUNK // 3)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.DOCUMENT_WRITE, known.id))
    row = find_row(work, given, Document, document)
    assert row is not None
    assert file_of(work, row) is None
    written = put_file(work, given, row, NewFile(iter([content]), len(content)))
    trace(work, given, Deeds(rows=written.deeds.rows))
    work.finish()
    rows = chunk_rows(house)
    assert [each.number for each in rows] == list(range(chunk_count(len(content))))
    assert len(rows) > 1
    assert {(each.client_id, each.drawer_id) for each in rows} == {(known.id, row.drawer_id)}
    assert content_of(house, berta, document) == content


def test_two_first_files_are_one_too_many(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known, None).id
    work = house.work(berta)
    given: Permit = permitted(work, berta, Ask(Act.DOCUMENT_WRITE, known.id))
    row = find_row(work, given, Document, document)
    assert row is not None
    put_file(work, given, row, NewFile(iter([b"x"]), 1))
    work.session.expunge_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("caseflow.vault.write_file.file_of", lambda *_: None)
        with pytest.raises(Stale):
            put_file(work, given, row, NewFile(iter([b"x"]), 1))


def test_turning_the_drawer_seals_the_files_key_again_and_no_chunk(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known).id
    consent = consented(house, berta, known, [house.units["wohnen"]], ["documents"])

    def kept() -> tuple[int, bytes, bytes]:
        with house.sessions() as session:
            row = session.scalars(select(DocumentFile)).one()
        (chunk,) = chunk_rows(house)
        return row.key_version, row.key, chunk.sealed

    before = kept()
    withdrawn(house, berta, known, consent)
    after = kept()
    assert (before[0], after[0]) == (1, 2)
    assert (before[1] == after[1], before[2] == after[2]) == (False, True)
    assert content_of(house, berta, document) == b"Brief\n"
