from uuid import UUID

from flask import Flask
from marshmallow import fields

from caseflow.http.schemas import InSchema, Line, Secret
from caseflow.vocabulary.answers import Problem
from caseflow.web.forms import Form, read_form, read_part


class _Sample(InSchema):
    name = Line()
    password = Secret()
    units = fields.List(fields.String())


class _Part(InSchema):
    name = Line()


def _read(app: Flask, **typed: object) -> Form:
    with app.test_request_context("/", method="POST", data=typed):
        return read_form(_Sample())


def test_a_good_form_has_values_and_no_problem(app: Flask) -> None:
    form = _read(app, csrf_token="x", name=" Ada ", password="geheim", units=["a", "b"])
    assert form.values == {"name": "Ada", "password": "geheim", "units": ["a", "b"]}
    assert form.problems == ()


def test_what_was_typed_stays_and_the_password_does_not(app: Flask) -> None:
    form = _read(app, name="", password="geheim", units="a")
    assert form.typed == {"name": "", "units": ["a"]}
    assert form.problem_of("name") == Problem("name", "required")
    assert form.problem_of("units") is None
    assert form.values == {}
    assert "geheim" not in repr(form)


def test_of_a_form_of_several_parts_one_is_read_and_all_of_it_stays_typed(app: Flask) -> None:
    here, there = UUID(int=1), UUID(int=2)
    typed = {f"name.{here}": "Ada", f"name.{there}": "Eva", "name": "Mia", "note": "x"}
    with app.test_request_context("/", method="POST", data=typed):
        for part, name in ((here, "Ada"), (there, "Eva"), (None, "Mia")):
            form = read_part(_Part(), part)
            assert (form.values, form.typed, form.problems) == ({"name": name}, typed, ())
        assert read_part(_Part(), UUID(int=3)).problem_of("name") == Problem("name", "required")


def test_a_field_that_is_not_asked_for_is_refused(app: Flask) -> None:
    form = _read(app, name="Ada", password="geheim", role="lead")
    assert form.problems == (Problem("role", "unknown_field"),)


def test_a_room_can_add_what_only_it_knows(app: Flask) -> None:
    form = _read(app, name="Ada", password="geheim").but(Problem("name", "taken"))
    assert form.problem_of("name") == Problem("name", "taken")
    assert form.typed == {"name": "Ada"}
