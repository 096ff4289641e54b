from flask import Flask

from caseflow.vocabulary.states import HandoverState, Urgency
from caseflow.web.handovers.handover_words import (
    HANDOVER_STATES,
    URGENCIES,
    language_names,
    state_name,
    urgency_name,
)


def test_every_state_and_urgency_has_words(app: Flask) -> None:
    assert set(HANDOVER_STATES) == set(HandoverState)
    assert set(URGENCIES) == set(Urgency)
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert state_name(HandoverState.OPEN) == "wartet auf Antwort"
        assert urgency_name(Urgency.WEEK) == "diese Woche"


def test_languages_are_named_and_an_unknown_one_stays(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert language_names(["tr", "prs", "xx"]) == "Türkisch, Dari, xx"
