from io import BytesIO
from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.documents import TITLE
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.records.desk_work import create

TYPED = {"title": "Neu", "kind": "letter", "dated": "2.3.2026", "note": "", "version": "1"}


def test_words_and_file_are_changed(made: Storied, berta: Visitor, document: UUID) -> None:
    address = f"/clients/{made.id}/documents/{document}"
    assert TITLE in berta.look(address).text
    assert berta.send(address, **TYPED).status_code == 303
    again = {**TYPED, "version": "2"}
    answer = berta.send(address, **again, file=(BytesIO(b"anders\n"), "x"))  # type: ignore[arg-type]  # a file is sent beside words
    assert answer.status_code == 303
    assert berta.look(f"{address}/file").data == b"anders\n"


def test_what_is_wrong_or_late_is_said(made: Storied, berta: Visitor, document: UUID) -> None:
    address = f"/clients/{made.id}/documents/{document}"
    assert berta.send(address, **{**TYPED, "dated": "x"}).status_code == 422
    assert berta.send(address, **{**TYPED, "version": "x"}).status_code == 422
    late = berta.send(address, **{**TYPED, "version": "7"})
    assert (late.status_code, 'value="Neu"' in late.text) == (409, True)
    assert 'name="version" value="1"' in late.text


def test_a_document_is_there_under_its_own_client_alone(
    house: House, made: Storied, berta: Visitor, document: UUID
) -> None:
    other = create(house, house.actor("berta", "beratung")).id
    here, elsewhere = (f"/clients/{each}/documents/{document}" for each in (made.id, other))
    assert berta.look(elsewhere).status_code == berta.look(f"{elsewhere}/file").status_code == 404
    deleted = berta.send(f"{elsewhere}/deletion", "/look-up", version="1")
    assert deleted.status_code == berta.send(elsewhere, "/look-up", **TYPED).status_code == 404
    file = (BytesIO(b"anders\n"), "x")
    assert berta.send(elsewhere, "/look-up", **TYPED, file=file).status_code == 404  # type: ignore[arg-type]  # a file is sent beside words
    assert TITLE in berta.look(here).text


def test_another_units_document_is_looked_at_alone(
    made: Storied, document: UUID, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    address = f"/clients/{made.id}/documents/{document}"
    assert visitor.look(address).status_code == 404
    assert visitor.send(address, "/look-up", **TYPED).status_code == 404
    assert visitor.send(address, "/look-up", **{**TYPED, "version": "x"}).status_code == 404
