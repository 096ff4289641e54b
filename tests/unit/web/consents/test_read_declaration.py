from datetime import date
from typing import Any
from uuid import UUID

from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.form_fields import consent_fields
from caseflow.web.consents.read_declaration import Asked, at_fields, read_declaration
from tests.factories.desk_forms import OFFERED
from tests.factories.house import configuration

A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)
TODAY = date(2026, 3, 2)


def _read(*agreed: str, **changed: Any) -> Asked | tuple[Problem, ...]:  # noqa: ANN401 - any field
    typed = {
        "language": "de",
        "from_units": [str(A)],
        "to_units": [str(B), str(C)],
        "valid_until": "31.12.2026",
        **{f"category-{key}": "yes" if key in agreed else "no" for key in OFFERED},
        **changed,
    }
    values = consent_fields(configuration()).load(typed)
    asked, problems = read_declaration(values, configuration(), TODAY)
    return problems or asked


def test_a_no_is_a_refusal_to_everybody_and_an_exception_to_one() -> None:
    asked = _read("family", "health", **{"except-health": [str(C), str(A)]})
    assert isinstance(asked, Asked)
    offer = asked.declaration.offer
    assert offer.categories == {"family", "health"}
    assert (C, "health") in offer.refused
    assert {(B, "violence"), (C, "violence")} <= offer.refused
    assert not {(B, "health"), (A, "health"), (B, "family")} & offer.refused
    assert asked.agreed


def test_who_says_no_to_everything_refuses_and_needs_no_day() -> None:
    asked = _read(valid_until="")
    assert isinstance(asked, Asked)
    assert not asked.agreed
    assert asked.declined.categories == frozenset(OFFERED)
    assert asked.declined.to_units == {B, C}


def test_every_category_wants_its_own_answer() -> None:
    found = _read("family", **{"category-health": ""})
    assert found == (Problem("category-health", "not_yes_no"),)


def test_days_are_read_as_people_write_them_and_named_when_they_do_not_exist() -> None:
    asked = _read("family", valid_from="1. April 2026", signed_on="")
    assert isinstance(asked, Asked)
    assert asked.declaration.valid_from == date(2026, 4, 1)
    assert asked.declaration.signed_on is None
    wrong = _read("family", valid_until="31. Juni 2026")
    assert isinstance(wrong, tuple)
    assert (wrong[0].field, wrong[0].code) == ("valid_until", "no_such_day")
    assert _read("family", valid_until="") == (Problem("valid_until", "required"),)


def test_the_problems_of_a_room_stand_at_the_fields_of_the_page() -> None:
    found = at_fields((Problem("form.witness", "required"), Problem("notices", "x", {"a": "b"})))
    assert found == (Problem("witness", "required"), Problem("notices", "x", {"a": "b"}))
