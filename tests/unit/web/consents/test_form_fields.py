from caseflow.http.schemas import read
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.web.consents.form_fields import (
    answer_field,
    consent_fields,
    except_field,
    offered_categories,
)
from tests.factories.house import configuration


def test_every_category_that_can_be_opened_has_its_own_question() -> None:
    names = set(consent_fields(configuration()).fields)
    keys = [each.key for each in offered_categories(configuration())]
    assert "evidence" not in keys
    assert {answer_field(key) for key in keys} | {except_field(key) for key in keys} <= names


def test_what_was_left_open_is_empty_and_never_everything() -> None:
    found = read(consent_fields(configuration()), {"language": "de"})
    assert isinstance(found, dict)
    assert found["to_units"] == found["purposes"] == found[except_field("health")] == []


def test_a_category_that_nobody_offers_is_no_field() -> None:
    found = read(consent_fields(configuration()), {"language": "de", "category-evidence": "yes"})
    assert found == Invalid((Problem("category-evidence", "unknown_field"),))
