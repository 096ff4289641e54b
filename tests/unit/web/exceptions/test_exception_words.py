from flask import Flask

from caseflow.exceptions import SAID
from caseflow.vocabulary.states import ExceptionKind, ExceptionState
from caseflow.web.exceptions.exception_words import (
    KINDS,
    STATES,
    TEXTS,
    exception_state_name,
    kind_name,
    text_labels,
)


def test_there_are_words_for_all_of_them() -> None:
    assert set(KINDS) == set(ExceptionKind)
    assert set(STATES) == set(ExceptionState)
    assert set(TEXTS) == {"issued_on", *(name for names in SAID.values() for name in names)}


def test_they_are_said_in_the_readers_language(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert kind_name("order") == "Anordnung durch Gericht oder Gesetz"
        assert kind_name("wish") == "wish"
        assert exception_state_name(ExceptionState.WAITING) == "wartet auf eine zweite Person"
        assert text_labels()["reference"] == "Aktenzeichen"
