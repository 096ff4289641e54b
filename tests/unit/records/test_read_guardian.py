import pytest

from caseflow.records.read_guardian import read_guardian
from caseflow.vocabulary.answers import Problem


def test_what_is_typed_is_kept_without_blanks_around_it() -> None:
    typed = {"name": " Beispiel, Karim ", "relation": "", "authority": "none", "blocked": ""}
    assert read_guardian(typed) == (
        {"name": "Beispiel, Karim", "relation": "", "authority": "none", "blocked": ""},
        [],
    )


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("name", "  ", "required"),
        ("name", "…", "required"),
        ("authority", "", "not_a_choice"),
        ("blocked", "maybe", "not_a_choice"),
        ("colour", "red", "no_such_field"),
    ],
)
def test_what_is_wrong_is_named(field: str, text: str, code: str) -> None:
    assert read_guardian({field: text})[1] == [Problem(field, code)]
