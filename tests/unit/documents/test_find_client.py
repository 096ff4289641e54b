from caseflow.documents.find_client import client_of
from caseflow.vocabulary.ids import new_id
from tests.factories.documents import attached
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_a_document_is_somebodys_and_an_unknown_id_nobodys(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, nobody = create(house, berta), new_id()
    document = attached(house, berta, known, None).id
    work = house.work(berta)
    assert client_of(work, berta.unit, document) == known.id
    assert client_of(work, berta.unit, nobody) == nobody
    assert client_of(work, berta.unit, document, known.id) == known.id
    assert client_of(work, berta.unit, document, nobody) == document
