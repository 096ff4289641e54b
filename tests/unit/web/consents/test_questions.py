from typing import Any

from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.both_languages import OUTSIDE, TEMPLATE
from caseflow.web.consents.form_fields import consent_fields
from caseflow.web.consents.questions import (
    FIRST,
    LANGUAGE,
    first_wrong,
    place_of,
    problems_at,
    questions,
)
from tests.factories.desk_forms import OFFERED
from tests.factories.house import configuration

BEHIND_NO = ("actions", "until", "interpreter", "declared_by", "form", "receipt", "notices")
NOT_ASKED = {"step", "once", "outside", "at", "go", "reached", "text", "note", "previewed"}


def _keys(**typed: Any) -> list[str]:  # noqa: ANN401 - any field
    return [each.key for each in questions(configuration(), typed)]


def _no(*but: str) -> dict[str, str]:
    return {f"category-{key}": "no" for key in OFFERED if key not in but}


def test_there_is_one_question_for_each_category_between_who_and_what_for() -> None:
    keys = _keys()
    assert keys[:4] == [LANGUAGE, FIRST, "from_units", "to_units"]
    assert keys[4 : 4 + len(OFFERED)] == [f"category-{key}" for key in OFFERED]
    assert tuple(keys[4 + len(OFFERED) :]) == ("purposes", *BEHIND_NO)


def test_every_field_of_the_form_is_filled_by_one_question() -> None:
    inside, outside = (questions(configuration(), {"outside": how}) for how in ("", "yes"))
    asked = [field for each in inside for field in each.fields]
    assert len(asked) == len(set(asked))
    both = {*asked, *(field for each in outside for field in each.fields)}
    assert both - {"categories", "refused"} == set(consent_fields(configuration()).fields) - (
        NOT_ASKED
    )


def test_every_point_of_the_form_is_told_with_a_question() -> None:
    told = {point for each in questions(configuration(), {}) for point in each.points}
    for template in (TEMPLATE, OUTSIDE):
        text = configuration().consent_text(template, "de")
        assert text is not None
        assert {each.key for each in text.paragraphs} == told


def test_whoever_says_no_to_everything_is_asked_nothing_more() -> None:
    assert _keys(**_no())[-1] == "purposes"
    assert _keys(**_no("health"))[-1] == "notices"
    assert _keys(**_no("health"), **{"category-health": "yes"})[-1] == "notices"


def test_outside_one_organisation_is_asked_for() -> None:
    asked = questions(configuration(), {"outside": "yes"})
    assert asked[place_of(asked, "to_units")].fields == ("partner",)


def test_a_question_that_is_not_asked_is_as_the_first() -> None:
    asked = questions(configuration(), _no())
    assert asked[place_of(asked, "actions")].key == FIRST
    assert asked[place_of(asked, "purposes")].key == "purposes"


def test_what_is_wrong_stands_at_its_question() -> None:
    asked = questions(configuration(), {})
    day, unit, nowhere = (Problem(field, "required") for field in ("valid_from", "to_units", "x"))
    assert first_wrong(asked, [day, unit]).key == "to_units"
    assert first_wrong(asked, [nowhere]).key == "notices"
    until = asked[place_of(asked, "until")]
    assert problems_at(until, [day, unit, nowhere]) == (day,)


def test_that_nothing_is_left_is_found_at_the_last_category() -> None:
    asked = questions(configuration(), {})
    left = Problem("refused", "nothing_left")
    assert first_wrong(asked, [left]).key == f"category-{OFFERED[-1]}"
