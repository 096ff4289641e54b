from sqlalchemy import delete

from caseflow.database.tables.documents import Document, DocumentChunk, DocumentFile
from caseflow.documents.read_document import open_file, read_document
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.documents import TITLE, attached, content_of
from tests.factories.house import House
from tests.unit.records.desk_work import damage, do, log, shared, traces


def test_a_document_and_its_file_are_two_looks(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document = attached(house, berta, known).id
    answer = do(house, frieda, read_document, document)
    assert isinstance(answer, Disclosed)
    assert (answer.value.title, answer.value.length) == (TITLE, 6)
    assert content_of(house, frieda, document) == b"Brief\n"
    told = traces(house, Act.DOCUMENT_READ)
    about = {"document": str(document)}
    assert [each["details"] for each in told] == [about, {**about, "file": "yes"}]
    named = ["document_files.key" in each["fields"] for each in told]
    assert named == [False, True]


def test_what_is_not_open_is_not_there(house: House) -> None:
    known, berta, frieda = shared(house, "health")
    document, bare = (attached(house, berta, known, each).id for each in (b"Brief\n", None))
    for look in (read_document, open_file):
        for who, which in ((frieda, document), (berta, new_id())):
            assert do(house, who, look, which) == Refused()
    assert do(house, berta, open_file, bare) == Refused()


def test_what_is_damaged_is_an_alarm_and_not_there(house: House) -> None:
    known, berta, _ = shared(house)
    document = attached(house, berta, known).id
    work = house.work()
    work.session.execute(delete(DocumentChunk))
    work.finish()
    assert do(house, berta, open_file, document) == Refused()
    damage(house, DocumentFile, "key")
    assert do(house, berta, open_file, document) == Refused()
    damage(house, Document, "title")
    assert do(house, berta, read_document, document) == Refused()
    assert do(house, berta, open_file, document) == Refused()
    alarms = [each["details"]["table"] for each in log(house) if each["act"] == Act.ALARM_KEY]
    assert alarms == ["document_files", "document_files", "documents", "documents"]
