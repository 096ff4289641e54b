from caseflow.documents.knock import knock, knock_at_document, knock_at_sight
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.documents import attached
from tests.factories.house import House
from tests.unit.records.desk_work import do, shared, traces


def test_whoever_may_comes_in_and_leaves_nothing(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document = attached(house, berta, known, None).id
    written = len(traces(house, Act.DOCUMENT_WRITE))
    assert do(house, berta, knock, Act.DOCUMENT_WRITE, known.id) is None
    assert do(house, berta, knock_at_document, document) is None
    assert do(house, berta, knock_at_sight, document) is None
    assert do(house, frieda, knock_at_sight, document) is None
    assert len(traces(house, Act.DOCUMENT_WRITE)) == written
    assert traces(house, Act.DOCUMENT_READ) == []


def test_everybody_else_is_told_nothing(house: House) -> None:
    known, berta, frieda = shared(house, "health")
    document = attached(house, berta, known, None).id
    wanda = house.actor("wanda", "wohnen")
    assert do(house, wanda, knock, Act.DOCUMENT_WRITE, known.id) == Refused(Reason.NOT_OPEN)
    for act in (Act.DOCUMENT_WRITE, Act.DOCUMENT_DELETE):
        assert do(house, frieda, knock_at_document, document, act) == Refused()
    for who, which in ((frieda, document), (wanda, document), (berta, new_id())):
        assert do(house, who, knock_at_sight, which) == Refused()
    assert do(house, wanda, knock_at_document, document) == Refused()
    assert {each["decision"] for each in traces(house, Act.DOCUMENT_DELETE)} == {"refused"}


def test_an_answer_that_is_given_again_is_traced(house: House) -> None:
    known, berta, _ = shared(house)
    document = attached(house, berta, known, None).id
    for look in (knock_at_document, knock_at_sight):
        assert do(house, berta, look, document, again=True) is None
    assert do(house, berta, knock, Act.DOCUMENT_READ, known.id, again=True) is None
    assert [each["details"] for each in traces(house, Act.DOCUMENT_READ)] == [{"again": "yes"}] * 2
