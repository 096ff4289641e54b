from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from caseflow.database.tables.documents import Document
from tests.factories.application import LOOPBACK
from tests.factories.contract import acts_of, assert_unknown_alike
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import API, Program
from tests.unit.records.desk_work import damage

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

DOCUMENT = {
    "unit": "beratung",
    "category": "residence_status",
    "title": "Bescheid",
    "kind": "decision",
    "dated": "2026-03-01",
}


@pytest.fixture
def document(berta: Program, made: Storied) -> UUID:
    """Return what was written down in a category that the shelter sees."""
    answer = berta.send("POST", f"/clients/{made.id}/documents", DOCUMENT)
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    return UUID(answer.get_json()["id"])


def put(
    program: Program, document: object, content: bytes, version: str = '"1"', **more: str
) -> "TestResponse":
    headers = {**program.headers, "If-Match": version, **more}
    address = f"{API}/documents/{document}/content"
    return program.client.put(address, data=content, headers=headers, base_url=LOOPBACK)


def test_a_document_is_written_down_and_gets_its_file(
    berta: Program, frieda: Program, made: Storied, house: House, document: UUID
) -> None:
    bare = frieda.get(f"/documents/{document}").get_json()
    assert (bare["media_type"], bare["length"], bare["note"]) == (None, 0, "")
    answer = put(berta, document, b"Brief\n")
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')
    found = frieda.get(f"/clients/{made.id}/documents").get_json()
    assert found == {"items": [frieda.get(f"/documents/{document}").get_json()], "damaged": []}
    assert found["items"][0]["media_type"] == "text/plain"
    content = frieda.get(f"/documents/{document}/content")
    assert (content.data, content.content_type) == (b"Brief\n", "application/octet-stream")
    assert acts_of(house, content) == ["document.read"]
    (told,) = frieda.get(f"/clients/{made.id}/story").get_json()["documents"]
    assert (told["title"], told["kind"], told["dated"]) == ("Bescheid", "decision", "2026-03-01")


def test_a_file_that_is_not_taken_is_named(berta: Program, document: UUID) -> None:
    answer = put(berta, document, b"PK\x03\x04")
    assert (answer.status_code, answer.get_json()["errors"].keys()) == (422, {"file"})
    assert put(berta, document, b"x", '"2"').status_code == 409
    headers = {**berta.headers}
    address = f"{API}/documents/{document}/content"
    unsaid = berta.client.put(address, data=b"x", headers=headers, base_url=LOOPBACK)
    assert unsaid.status_code == 428


def test_the_same_file_under_one_key_is_taken_once(berta: Program, document: UUID) -> None:
    key = {"Idempotency-Key": "1"}
    first, second = (put(berta, document, b"Brief\n", **key) for _ in range(2))
    assert (first.status_code, first.data) == (second.status_code, second.data)
    assert put(berta, document, b"anders\n", **key).status_code == 422


def test_words_are_changed_and_all_of_it_is_deleted(
    berta: Program, made: Storied, house: House, document: UUID
) -> None:
    address = f"/documents/{document}"
    changed = berta.send("PATCH", address, {"note": "Frist läuft"}, {"If-Match": '"1"'})
    assert changed.headers["ETag"] == '"2"'
    assert berta.get(address).get_json()["note"] == "Frist läuft"
    assert berta.send("DELETE", address, headers={"If-Match": '"1"'}).status_code == 409
    assert berta.send("DELETE", address).status_code == 428
    damage(house, Document, "title")
    listed = berta.get(f"/clients/{made.id}/documents").get_json()
    assert listed == {"items": [], "damaged": [str(document)]}
    assert berta.send("DELETE", address, headers={"If-Match": '"2"'}).status_code == 204
    assert berta.get(address).status_code == 404


def test_closed_is_as_if_it_never_was(ida: Program, made: Storied, document: UUID) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}/documents", made.id)
    body = {**DOCUMENT, "unit": "wohnen"}
    assert_unknown_alike(ida, "POST", "/clients/{}/documents", made.id, body)
    for method in ("GET", "DELETE"):
        assert_unknown_alike(ida, method, "/documents/{}", document)
    assert_unknown_alike(ida, "PATCH", "/documents/{}", document, {"title": "x"})
    for method in ("GET", "PUT"):
        assert_unknown_alike(ida, method, "/documents/{}/content", document)
