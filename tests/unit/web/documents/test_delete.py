from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.documents import TITLE
from tests.factories.known_clients import Storied


def test_a_document_is_deleted_from_the_version_that_was_seen(
    made: Storied, berta: Visitor, document: UUID
) -> None:
    page = f"/clients/{made.id}/documents/{document}"
    assert berta.send(f"{page}/deletion", page, version="x").status_code == 400
    assert berta.send(f"{page}/deletion", page, version="2").status_code == 409
    answer = berta.send(f"{page}/deletion", page, version="1")
    assert (answer.status_code, answer.location) == (303, f"/clients/{made.id}/documents")
    assert TITLE not in berta.look(answer.location).text
    assert berta.send(f"{page}/deletion", "/look-up", version="1").status_code == 404
