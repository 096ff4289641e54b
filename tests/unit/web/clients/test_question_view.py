from uuid import UUID

import pytest
from flask import Flask

from caseflow.records import IntakeQuestion
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.files import NamedFile, with_files
from caseflow.web.clients.field_view import QuestionView
from caseflow.web.clients.question_view import question_view
from caseflow.web.clients.words import Words
from caseflow.web.forms import Form
from tests.factories.house import configuration


def _view(app: Flask, key: str, form: Form | None = None) -> QuestionView:
    named = Words("de", configuration(), {})
    question = configuration().catalogue.by_key[key]
    with app.test_request_context(headers={"Accept-Language": "de"}):
        return question_view(question, IntakeQuestion(key, later=False), form or Form(), named)


@pytest.mark.parametrize(
    ("key", "shapes"),
    [
        ("client_name", ["text"]),
        ("children", ["rows"]),
        ("evidence", ["text", "files"]),
        ("goals", ["text"]),
        ("nationality", ["line"]),
        ("household", ["line"]),
        ("own_fear", ["scale"]),
        ("gender", ["radios"]),
        ("residence_title", ["list", "line"]),
        ("safe_contact_rules", ["boxes"]),
        ("danger_now", ["radios"]),
        ("birth_date", ["suggestions"]),
        ("police", ["radios", "line", "line"]),
    ],
)
def test_each_answer_is_filled_in_by_its_grammar(app: Flask, key: str, shapes: list[str]) -> None:
    assert [field.shape for field in _view(app, key).fields] == shapes


def test_every_question_of_the_catalogue_has_a_shape(app: Flask) -> None:
    for question in configuration().catalogue.questions:
        view = _view(app, question.key)
        assert all(field.shape for field in view.fields)
        several = len(view.fields) > 1
        assert all(bool(field.label) is several for field in view.fields)


def test_only_what_may_be_unknown_offers_it(app: Flask) -> None:
    assert [value for value, _ in _view(app, "danger_now").fields[0].options] == [
        "yes",
        "no",
        "unknown",
    ]
    assert [text for _, text in _view(app, "anonymity_wish").fields[0].options] == ["ja", "nein"]


def test_it_holds_what_the_form_holds(app: Flask) -> None:
    typed = {"own_fear": "8", "state.own_fear": "unknown", "was.own_fear": "{}", "confirmed": []}
    view = _view(app, "own_fear", Form(typed))
    assert (view.fields[0].held, view.state, view.was, view.confirmed) == (
        "8",
        "unknown",
        "{}",
        False,
    )
    assert _view(app, "own_fear", Form({"confirmed": ["own_fear"]})).confirmed


@pytest.mark.parametrize("field", ["police", "police.until", "police.state"])
def test_it_knows_its_own_problems(app: Flask, field: str) -> None:
    form = Form({}, {}, (Problem(field, "empty"),))
    assert _view(app, "police", form).wrong
    assert not _view(app, "own_fear", form).wrong


def test_a_problem_of_a_row_or_cell_is_one_of_its_question(app: Flask) -> None:
    for field in ("children.2.born", "children.1"):
        form = Form({"children.born": ["x"]}, {}, (Problem(field, "not_a_date"),))
        assert _view(app, "children", form).wrong
        assert not _view(app, "children_coming", form).wrong


def test_files_may_be_left_out_and_none_be_made_up(app: Flask) -> None:
    named = Words("de", configuration(), {})
    question = configuration().catalogue.by_key["evidence"]
    answer = with_files(question, None, (NamedFile(UUID(int=1), "Brief"),))
    line = IntakeQuestion("evidence", later=False, value=answer.value, shown=answer)
    with app.test_request_context():
        (_, field) = question_view(question, line, Form(), named).fields
    assert field.options == ((str(UUID(int=1)), "Brief"),)
    assert _view(app, "evidence").fields[1].options == ()
