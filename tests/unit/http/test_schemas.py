import pytest
from marshmallow import fields, validate

from caseflow.http.schemas import InSchema, Line, Secret, one_of, read
from caseflow.vocabulary.answers import Invalid, Problem


class _Inner(InSchema):
    day = fields.Date(required=True)


class _Sample(InSchema):
    name = Line(most=5)
    note = Line(required=False)
    password = Secret()
    colour = fields.String(validate=validate.OneOf(["red"]))
    size = fields.String(validate=one_of(["small", "large"]))
    inner = fields.Nested(_Inner())


GOOD = {"name": " Ada ", "password": " a b "}


def _problems(**sent: object) -> tuple[Problem, ...]:
    found = read(_Sample(), GOOD | sent)
    assert isinstance(found, Invalid)
    return found.problems


def test_a_line_loses_its_blanks_and_a_password_does_not() -> None:
    assert read(_Sample(), GOOD) == {"name": "Ada", "password": " a b "}


def test_an_empty_line_is_missing_where_it_is_needed() -> None:
    assert _problems(name="  ") == (Problem("name", "required"),)
    assert read(_Sample(), GOOD | {"note": " "}) == {"name": "Ada", "password": " a b ", "note": ""}


def test_a_long_line_says_how_long_it_may_be() -> None:
    assert _problems(name="123456") == (Problem("name", "too_long", {"most": "5"}),)


@pytest.mark.parametrize(("value", "code"), [(None, "required"), (5, "not_readable")])
def test_what_is_no_text_is_refused(value: object, code: str) -> None:
    assert _problems(name=value) == (Problem("name", code),)


def test_an_unknown_field_is_refused_and_logged_without_a_word_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _problems(more="KANARIE") == (Problem("more", "unknown_field"),)
    logged = capsys.readouterr().out
    assert "unknown field" in logged
    assert "_Sample" in logged
    assert "KANARIE" not in logged
    _problems(name="123456")
    assert capsys.readouterr().out == ""


def test_every_problem_is_named_at_once_and_at_its_place() -> None:
    found = _problems(name="", inner={"day": None, "hour": 1})
    assert {each.field: each.code for each in found} == {
        "name": "required",
        "inner.day": "required",
        "inner.hour": "unknown_field",
    }


def test_the_sentence_of_a_validator_never_passes_for_a_code() -> None:
    assert _problems(colour="green") == (Problem("colour", "not_readable"),)
    assert _problems(inner={"day": "31.06.2022"}) == (Problem("inner.day", "not_readable"),)


def test_a_whole_of_the_wrong_kind_is_a_problem_of_its_field() -> None:
    assert _problems(inner="x") == (Problem("inner", "not_readable"),)


def test_a_word_is_one_of_those_offered() -> None:
    assert read(_Sample(), GOOD | {"size": "small"}) == {
        "name": "Ada",
        "password": " a b ",
        "size": "small",
    }
    assert _problems(size="middling") == (Problem("size", "not_a_choice"),)
