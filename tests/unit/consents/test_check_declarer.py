from datetime import date
from typing import Any

import pytest

from caseflow.consents.check_declarer import check_declarer, check_guardian
from caseflow.vault.declarers import OnDeclarers
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import declaration, offer
from tests.factories.guardians import DAY, FATHER, by_guardian

OFFER = offer([new_id()], [new_id()], "violence")


def test_she_herself_needs_no_ground() -> None:
    assert list(check_declarer(declaration(OFFER))) == []
    assert list(check_declarer(by_guardian(OFFER))) == []
    assert list(check_declarer(by_guardian(OFFER, known_violent="not_asked"))) == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"declared_by": ""}, ("declared_by", "required")),
        ({"declarer": " "}, ("declared_by.name", "required")),
        ({"declarer": "-"}, ("declared_by.name", "required")),
        ({"authority": ""}, ("declared_by.authority", "required")),
        ({"authority": "none"}, ("declared_by.authority", "no_say")),
        ({"known_violent": ""}, ("declared_by.known_violent", "required")),
        ({"known_violent": "yes"}, ("declared_by.known_violent", "violent_declarer")),
    ],
)
def test_a_guardian_needs_a_name_a_ground_and_no_violence(
    changed: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert list(check_declarer(by_guardian(OFFER, **changed))) == [Problem(*problem)]


def test_whoever_is_blocked_or_can_be_read_no_more_bars_the_declaration() -> None:
    known = OnDeclarers((FATHER,), damaged=True)
    told = list(check_guardian(by_guardian(OFFER, declarer="karim beispiel"), known, DAY))
    assert told == [
        Problem("declared_by.name", "guardian_damaged"),
        Problem("declared_by.name", "blocked_declarer"),
    ]
    assert list(check_guardian(by_guardian(OFFER), OnDeclarers((FATHER,)), DAY)) == []


CARE = {"authority": "adult_care"}
LATEST = {"latest": "2026-09-30"}


@pytest.mark.parametrize(
    ("of_age", "changed", "problems"),
    [
        (date(2026, 10, 1), {"valid_until": date(2026, 9, 30)}, []),
        (
            date(2026, 10, 1),
            {"valid_until": date(2026, 10, 1)},
            [Problem("valid_until", "beyond_majority", LATEST)],
        ),
        (date(2026, 3, 2), {}, [Problem("declared_by.authority", "of_age")]),
        (date(2026, 3, 2), CARE, []),
        (date(2026, 3, 3), CARE, [Problem("declared_by.authority", "not_of_age")]),
    ],
)
def test_a_guardian_declares_until_the_day_before_she_is_of_age(
    of_age: date, changed: dict[str, Any], problems: list[Problem]
) -> None:
    declared = by_guardian(OFFER, **changed)
    known = OnDeclarers(of_age=of_age, surely=of_age)
    assert list(check_guardian(declared, known, DAY)) == problems


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (OnDeclarers(), "age_not_known"),
        (OnDeclarers(of_age=date(2026, 1, 1), surely=date(2026, 12, 31)), "not_of_age"),
    ],
)
def test_a_carer_declares_only_for_somebody_who_is_of_age_for_certain(
    known: OnDeclarers, code: str
) -> None:
    declared = by_guardian(OFFER, **CARE)
    assert list(check_guardian(declared, known, DAY)) == [Problem("declared_by.authority", code)]
