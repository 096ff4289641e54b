from uuid import UUID

from caseflow.records.own_documents import own_documents
from caseflow.records.told import KeptDocument, Told
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import permitted
from tests.factories.documents import TITLE, attached
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_documents_are_found_that_answers_to_questions_for_files_name(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    document = attached(house, berta, known, None).id
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    named = {
        "list": [str(document)],
        "file": [{"document": str(document)}, str(UUID(int=3)), "x", 7],
    }
    found = own_documents(work, given, {"evidence": Told("answered", named)})
    assert found == {document: KeptDocument("documents", TITLE)}
    other = {"children": Told("answered", [str(document)]), "bogus": Told("answered", "x")}
    assert own_documents(work, given, other) == {}
