from dataclasses import replace
from datetime import date

import pytest

from caseflow.disclosures.check_partner import PartnerSaid, check_partner
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration
from tests.factories.partners import POLICE


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"name": "  "}, Problem("name", "missing")),
        ({"kind": "circus"}, Problem("kind", "not_a_choice")),
        ({"agreed_from": None}, Problem("agreed_from", "required")),
        (
            {"agreed_until": date(2025, 12, 31)},
            Problem("agreed_until", "before_the_agreement"),
        ),
    ],
)
def test_what_is_wrong_stands_at_its_field(changed: dict[str, object], problem: Problem) -> None:
    said: PartnerSaid = replace(POLICE, **changed)  # type: ignore[arg-type] # any part of it
    assert list(check_partner(said, configuration())) == [problem]


def test_an_agreement_may_have_no_end_or_last_one_day() -> None:
    for until in (None, POLICE.agreed_from):
        said = replace(POLICE, agreed_until=until)
        assert list(check_partner(said, configuration())) == []
