from caseflow.documents.list_documents import list_documents
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from tests.factories.documents import TITLE, attached, listed
from tests.factories.house import House
from tests.unit.records.desk_work import do, shared, traces


def test_a_consent_opens_what_it_names_and_no_more(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    attached(house, berta, known, None)
    attached(house, berta, known, None, category="finances")
    assert len(listed(house, berta, known)) == 2
    (seen,) = listed(house, frieda, known)
    assert (seen.title, seen.category, seen.unit) == (TITLE, "documents", berta.unit)
    assert (seen.basis.kind, seen.author) == (BasisKind.CONSENT, "Berta")
    told = traces(house, Act.DOCUMENT_READ)[-1]
    assert [each["category"] for each in told["drawers"]] == ["documents"]
    assert not [name for name in told["fields"] if name.startswith("document_files")]


def test_intake_and_strangers_see_none(house: House) -> None:
    known, berta, _ = shared(house)
    attached(house, berta, known, None)
    wanda = house.actor("wanda", "wohnen")
    assert do(house, wanda, list_documents, known.id) == Refused(Reason.NOT_OPEN)
