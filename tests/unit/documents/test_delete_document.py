import sys

import pytest
from sqlalchemy import update

from caseflow.database.tables.documents import Document
from caseflow.database.unit_of_work import Work
from caseflow.documents.delete_document import delete_document
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused
from caseflow.vocabulary.errors import Stale
from tests.factories.documents import attached, chunk_rows, listed
from tests.factories.house import House
from tests.factories.retention import held, let_go
from tests.unit.records.desk_work import do, shared, traces


def test_rows_key_and_chunks_are_gone(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document, other = (attached(house, berta, known).id for _ in range(2))
    bare = attached(house, berta, known, None).id
    assert do(house, frieda, delete_document, document, 1) == Refused()
    assert do(house, berta, delete_document, document, 2) == Conflict(1)
    hold = held(house, known.id)
    stopped = Invalid((Problem("file", "officer_knows_why"),))
    assert do(house, berta, delete_document, document, 1) == stopped
    let_go(house, hold)
    assert do(house, berta, delete_document, document, 1) == Done(document)
    assert do(house, berta, delete_document, bare, 1) == Done(bare)
    assert [each.id for each in listed(house, berta, known)] == [other]
    assert len(chunk_rows(house)) == 1
    assert do(house, berta, delete_document, document, 1) == Refused()
    told = [each for each in traces(house, Act.DOCUMENT_DELETE) if each["decision"] == "permitted"]
    assert [each["details"]["document"] for each in told] == [str(document), str(bare)]


def test_who_was_slower_begins_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    known, berta, _ = shared(house)
    document = attached(house, berta, known, None).id

    def meanwhile(work: Work, _row: Document) -> None:
        later = update(Document).values(seal_revision=9)
        work.session.execute(later, execution_options={"synchronize_session": False})

    monkeypatch.setattr(sys.modules[delete_document.__module__], "file_of", meanwhile)
    with pytest.raises(Stale):
        do(house, berta, delete_document, document, 1)
