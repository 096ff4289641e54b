"""What opens after a restore, while nobody has said yet what ended after the backup."""

from dataclasses import replace
from uuid import UUID

from caseflow.policy.facts import Facts
from caseflow.policy.grounds import standing
from caseflow.policy.rules import openings
from tests.unit.policy.examples import (
    CONSENT,
    COUNSELLING,
    DRAWERS,
    EMERGENCY,
    EXCEPTION,
    FACTS,
    QUESTION,
    SHELTER,
)

EVERYTHING = replace(FACTS, consents=(CONSENT,), emergencies=(EMERGENCY,), exceptions=(EXCEPTION,))
COPY = replace(
    DRAWERS[SHELTER, "violence"],
    id=UUID(int=901),
    copied_from=COUNSELLING,
    copied_under=CONSENT.id,
)


def _units(facts: Facts) -> set[UUID]:
    return {each.unit for each in openings(QUESTION, facts, standing(QUESTION, facts))}


def test_only_what_the_own_unit_keeps_opens() -> None:
    assert _units(EVERYTHING) > {SHELTER, COUNSELLING}
    assert _units(replace(EVERYTHING, suspended=True)) == {SHELTER}


def test_what_was_copied_under_a_consent_stays_closed() -> None:
    copied = replace(EVERYTHING, drawers=(COPY,))
    assert openings(QUESTION, copied, standing(QUESTION, copied)) != ()
    suspended = replace(copied, suspended=True)
    assert openings(QUESTION, suspended, standing(QUESTION, suspended)) == ()
