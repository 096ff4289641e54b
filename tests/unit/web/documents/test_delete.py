from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.documents import TITLE
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.retention import held, let_go


def test_a_document_is_deleted_from_the_version_that_was_seen(
    house: House, made: Storied, berta: Visitor, document: UUID
) -> None:
    page = f"/clients/{made.id}/documents/{document}"
    assert berta.send(f"{page}/deletion", page, version="x").status_code == 400
    assert berta.send(f"{page}/deletion", page, version="2").status_code == 409
    hold = held(house, made.id)
    stopped = berta.send(f"{page}/deletion", page, version="1")
    assert stopped.status_code == 422
    assert "Datenschutzbeauftragte" in stopped.text
    assert TITLE in stopped.text
    let_go(house, hold)
    answer = berta.send(f"{page}/deletion", page, version="1")
    assert (answer.status_code, answer.location) == (303, f"/clients/{made.id}/documents")
    assert TITLE not in berta.look(answer.location).text
    assert berta.send(f"{page}/deletion", "/look-up", version="1").status_code == 404
