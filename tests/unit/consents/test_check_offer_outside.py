"""An offer that names a partner outside instead of units."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseflow.consents.check_offer import check_offer, matrix_of_offer
from caseflow.consents.declaration import Offer
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.partners import Partner
from tests.factories.house import configuration
from tests.factories.partners import outside

COUNSELLING = new_id()
POLICE = Partner(
    id=new_id(),
    name="Polizei",
    kind="police",
    address="",
    telephone="",
    email="",
    duties="",
    agreed_from=date(2026, 1, 1),
    agreed_until=None,
    version=1,
    ended=False,
    runs=True,
)
SOUND = outside(COUNSELLING, POLICE.id, "violence", "health")


def check(offered: Offer, partner: Partner = POLICE) -> tuple[Problem, ...]:
    return check_offer(offered, {COUNSELLING}, configuration(), (partner,))


def test_a_sound_one_becomes_a_matrix_without_units() -> None:
    assert check(SOUND) == ()
    matrix = matrix_of_offer(SOUND)
    assert (matrix.partner, matrix.to_units) == (POLICE.id, frozenset())
    assert matrix.recipients == {POLICE.id}


@pytest.mark.parametrize("action", ["view", "copy"])
def test_nobody_outside_looks_into_a_record(action: str) -> None:
    offered = replace(SOUND, actions=frozenset({action, "disclose"}))
    assert check(offered) == (Problem("actions", "not_outside", {"action": action}),)


def test_an_unknown_action_is_named_once() -> None:
    offered = replace(SOUND, actions=frozenset({"burn"}))
    assert check(offered) == (Problem("actions", "unknown_word", {"word": "burn"}),)


def test_units_and_a_partner_are_never_named_together() -> None:
    both = replace(SOUND, to_units=frozenset({COUNSELLING}))
    assert {(each.field, each.code) for each in check(both)} == {
        ("to_units", "units_or_partner"),
        ("partner", "units_or_partner"),
    }


def test_a_partner_must_be_known_and_its_agreement_must_run() -> None:
    unknown = replace(SOUND, partner=new_id())
    assert check(unknown) == (Problem("partner", "unknown_partner"),)
    over = Problem("partner", "agreement_over", {"partner": "Polizei"})
    assert check(SOUND, replace(POLICE, runs=False)) == (over,)


@pytest.mark.parametrize(
    ("refused", "codes"),
    [
        ({(POLICE.id, "violence")}, []),
        ({(COUNSELLING, "violence")}, ["unknown_unit"]),
        ({(POLICE.id, "violence"), (POLICE.id, "health")}, ["nothing_left"]),
    ],
)
def test_what_she_refuses_is_refused_to_the_partner(refused: Any, codes: list[str]) -> None:  # noqa: ANN401 - pairs
    offered = replace(SOUND, refused=frozenset(refused))
    assert [each.code for each in check(offered)] == codes
