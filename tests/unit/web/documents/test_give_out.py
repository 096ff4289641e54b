from uuid import UUID

from caseflow.http.file_answer import SANDBOX
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.web.documents.closing import closed


def test_a_file_leaves_as_a_file_alone(made: Storied, berta: Visitor, document: UUID) -> None:
    answer = berta.look(f"/clients/{made.id}/documents/{document}/file")
    assert (answer.status_code, answer.data) == (200, b"Brief\n")
    told = answer.headers
    assert told["Content-Disposition"] == 'attachment; filename="document.txt"'
    assert told["Content-Security-Policy"] == SANDBOX
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Cache-Control"] == "no-store"
    assert told["Content-Length"] == "6"


def test_the_file_of_a_closed_case_wants_a_reason(
    made: Storied, house: House, berta: Visitor, document: UUID
) -> None:
    closed(house, made)
    page = f"/clients/{made.id}/documents/{document}/file"
    assert 'name="reason"' in berta.look(page).text
    assert berta.send(page, reason=" ").status_code == 422
    assert berta.send(page, reason="Rückfrage des Gerichts").data == b"Brief\n"


def test_what_is_not_open_is_not_there(made: Storied, document: UUID, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/documents/{document}/file").status_code == 404
