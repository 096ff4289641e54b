from io import BytesIO

import pytest

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied

TYPED = {"category": "documents", "title": "Bescheid", "kind": "decision", "dated": "1.3.2026"}


def file(content: bytes = b"Brief\n", name: str = "brief.exe") -> tuple[BytesIO, str]:
    return BytesIO(content), name


def test_a_file_is_attached_and_comes_back(made: Storied, berta: Visitor) -> None:
    address = f"/clients/{made.id}/documents"
    answer = berta.send(f"{address}/new", **TYPED, note="Frist", file=file())  # type: ignore[arg-type]  # a file is sent beside words
    assert (answer.status_code, answer.location) == (303, address)
    shown = berta.look(address).text
    assert ("Bescheid" in shown, "Frist" in shown, "1 kB" in shown) == (True, True, True)
    assert "Bescheid" in berta.look(f"/clients/{made.id}/story").text


def test_a_file_answers_a_question(made: Storied, berta: Visitor) -> None:
    intake = f"/clients/{made.id}/intake"
    address = f"/clients/{made.id}/documents/new"
    asked = berta.send(f"{intake}/answers", intake, attach="evidence")
    assert asked.location == f"{address}?question=evidence"
    page = berta.look(asked.location).text
    assert ('value="evidence"' in page, 'name="category"' in page) == (True, False)
    words = {name: each for name, each in TYPED.items() if name != "category"}
    answer = berta.send(address, **words, question="evidence", file=file())  # type: ignore[arg-type]  # a file is sent beside words
    assert (answer.status_code, answer.location) == (303, intake)
    for shown in (intake, f"/clients/{made.id}/story"):
        assert '<ul class="files">' in berta.look(shown).text
    wrong = berta.send(address, **words, question="children", file=file())  # type: ignore[arg-type]  # a file is sent beside words
    assert wrong.status_code == 422
    assert "Diese Frage wird nicht mehr gestellt." in wrong.text
    assert 'name="category"' in wrong.text  # it may be sent as an answer to none


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04", "machen Sie ein PDF daraus"), (b"", "Diese Datei ist leer.")],
)
def test_what_was_typed_stays_when_the_file_is_refused(
    made: Storied, berta: Visitor, content: bytes, said: str
) -> None:
    answer = berta.send(f"/clients/{made.id}/documents/new", **TYPED, file=file(content))  # type: ignore[arg-type]  # a file is sent beside words
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Bescheid"' in answer.text


def test_without_a_file_or_words_all_of_it_is_named(made: Storied, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{made.id}/documents/new", **{**TYPED, "title": ""})
    assert answer.status_code == 422
    assert "Wählen Sie eine Datei." in answer.text
    answer = berta.send(f"/clients/{made.id}/documents/new", **{**TYPED, "title": ""}, file=file())  # type: ignore[arg-type]  # a file is sent beside words
    assert "Wählen Sie die Datei noch einmal" in answer.text


def test_nobody_attaches_to_a_client_who_is_not_open(
    made: Storied, house: House, visitor: Visitor
) -> None:
    visitor.log_in("wanda")
    for client in (made.id, house.units["wohnen"]):
        assert visitor.look(f"/clients/{client}/documents/new").status_code == 404
        answer = visitor.send(f"/clients/{client}/documents/new", "/look-up", **TYPED, file=file())  # type: ignore[arg-type]  # a file is sent beside words
        assert answer.status_code == 404
