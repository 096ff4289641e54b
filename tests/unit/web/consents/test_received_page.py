import io
import json

from caseflow.consents.received import list_received
from caseflow.vocabulary.answers import Disclosed
from tests.factories.application import Visitor, token_on
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.consents.received.received import resource

PAGE = "/clients/{}/received-consents"


def sends(visitor: Visitor, known: Known, content: bytes, once: str = "") -> tuple[int, str]:
    """Upload a document, and return what comes of it."""
    page = visitor.look(PAGE.format(known.id)).text
    sent = {
        "csrf_token": token_on(page),
        "document": (io.BytesIO(content), "x.json"),
        **({"shown": once} if once else {}),
    }
    answer = visitor.browser.post(
        PAGE.format(known.id),
        data=sent,
        content_type="multipart/form-data",
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url="http://127.0.0.1:8000",
    )
    return answer.status_code, answer.text


def count(house: House, known: Known) -> int:
    berta = house.actor("berta", "beratung")
    answer = list_received(house.work(berta), berta, known.id)
    assert isinstance(answer, Disclosed)
    return len(answer.value)


def test_a_document_is_taken_in_and_waits(house: House, known: Known, berta: Visitor) -> None:
    document = json.dumps(resource(house, known)).encode()
    assert sends(berta, known, document)[0] == 303
    page = berta.look(PAGE.format(known.id)).text
    assert "wartet auf ihr Wort" in page
    assert count(house, known) == 1


def test_what_is_no_consent_is_said_so(house: House, known: Known, berta: Visitor) -> None:
    for content in (b"", b"[1]", b"\xff", b'{"resourceType": "\\ud800"}', b"[" * 100_000):
        status, text = sends(berta, known, content)
        assert status == 422
        assert "FHIR" in text
    status, text = sends(berta, known, b"{}")
    assert (status, count(house, known)) == (422, 0)


def test_two_documents_from_one_showing_are_two(house: House, known: Known, berta: Visitor) -> None:
    first = resource(house, known)
    other = resource(house, known, categories=frozenset({"violence"}), exclusions=frozenset())
    for each in (first, other, first):
        assert sends(berta, known, json.dumps(each).encode(), "1" * 32)[0] == 303
    assert count(house, known) == 2


def test_a_strangers_upload_is_nowhere(known: Known, visitor: Visitor) -> None:
    visitor.log_in("ida")
    assert visitor.look(PAGE.format(known.id)).status_code == 404
