from typing import Any

import pytest

from caseflow.http.papers.copy_words import (
    CONSENTS,
    FACTS,
    GOALS,
    HANDOVERS,
    KINDS,
    answer_said,
)
from caseflow.http.papers.voice import Voice
from caseflow.vocabulary.states import ConsentState, EntryKind, FactState, GoalState, HandoverState
from tests.factories.house import configuration

VOICE = Voice("de", configuration())


def said(question: str, value: object, **more: Any) -> str:  # noqa: ANN401 - as JSON has it
    whole = {"question": question, "labels": {}, "value": value, "redacted": False, **more}
    return answer_said(whole, VOICE)[1]


def test_every_state_has_its_words() -> None:
    assert KINDS.keys() == set(EntryKind)
    assert FACTS.keys() == set(FactState) - {FactState.NOT_ASKED}
    assert GOALS.keys() == set(GoalState)
    assert CONSENTS.keys() == set(ConsentState)
    assert HANDOVERS.keys() == set(HandoverState)


def test_an_answer_is_said_as_people_read_it() -> None:
    asked = VOICE.configuration.catalogue.questions
    tongues = next(each.key for each in asked if each.type.name == "languages")
    assert said(tongues, ["tr", "ar"]) == "Türkisch, Arabisch"
    assert said("client_name", "Samira") == "Samira"
    assert said("gone", {"a": 1}) == "{'a': 1}"


def test_why_there_is_none_is_said() -> None:
    assert said("children", None, redacted=True) == "weggelassen"
    assert said("children", None, state="withheld") == "hier nicht gesagt"
    assert said("children", None) == "nicht bekannt"


def test_a_question_is_asked_as_it_was_and_an_unknown_one_by_its_key() -> None:
    labels = {"labels": {"de": "Name?"}, "question": "x", "value": 1, "redacted": False}
    assert answer_said(labels, VOICE)[0] == "Name?"
    assert answer_said({**labels, "labels": {}, "question": "old_one"}, VOICE)[0] == "old one"


@pytest.mark.parametrize("value", [[], {}, "x", 7, True, ["a", 1], {"date": 5}, {"number": "x"}])
def test_no_answer_of_another_type_breaks_the_paper(value: object) -> None:
    for question in VOICE.configuration.catalogue.questions:
        assert isinstance(said(question.key, value), str)
