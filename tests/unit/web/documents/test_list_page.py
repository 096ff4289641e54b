from uuid import UUID

from caseflow.database.tables.documents import Document
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.documents import TITLE, attached
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.records.desk_work import damage
from tests.unit.web.documents.closing import closed


def test_the_list_leads_to_file_and_form(
    made: Storied, house: House, berta: Visitor, document: UUID
) -> None:
    attached(house, house.actor("berta", "beratung"), Known(made.id, ""), None, title="Zeugnis")
    page = berta.look(f"/clients/{made.id}/documents").text
    assert f"/documents/{document}/file" in page
    assert ("Zeugnis" in page, "Noch keine Datei" in page) == (True, True)
    damage(house, Document, "title")
    assert "lässt sich nicht mehr öffnen" in berta.look(f"/clients/{made.id}/documents").text


def test_documents_of_a_closed_case_want_a_reason(
    made: Storied, house: House, berta: Visitor, document: UUID
) -> None:
    closed(house, made)
    page = f"/clients/{made.id}/documents"
    assert TITLE not in berta.look(page).text
    assert berta.look(f"{page}/{document}").location == page
    assert berta.send(page, reason=" ").status_code == 422
    shown = berta.send(page, reason="Rückfrage").text
    assert TITLE in shown
    assert f"/documents/{document}/file" in shown
    assert f'href="/clients/{made.id}/documents/{document}"' not in shown


def test_whoever_is_not_open_has_no_documents(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/documents").status_code == 404
