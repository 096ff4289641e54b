from datetime import date

from caseflow.consents.received.read_part import Terms, read_part
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.fhir import Release
from tests.unit.consents.received.resources import CONFIGURATION, NOW, TAKER, UNITS, sent

TERMS = Terms(UNITS, CONFIGURATION, NOW)
PART = sent(Release.R4)["provision"]


def test_a_part_is_an_offer_with_what_it_denies() -> None:
    found, problems = read_part(PART, "provision", TERMS)
    assert (problems, found.last_day) == ((), date(2026, 3, 3))
    assert found.offer.to_units == frozenset({TAKER})
    assert found.offer.refused == frozenset({(TAKER, "health")})


def test_a_part_ends_with_whatever_bounds_it() -> None:
    bound = Terms(UNITS, CONFIGURATION, NOW, ({"end": "2026-03-02"}, {}))
    assert read_part(PART, "provision", bound)[0].last_day == date(2026, 3, 2)


def test_what_is_not_understood_stands_at_its_place() -> None:
    _, problems = read_part({**PART, "class": []}, "provision", TERMS)
    assert problems == (Problem("provision", "not_understood", {"what": "class"}),)
