"""The facts: frozen, compared by what they say."""

from dataclasses import FrozenInstanceError, replace

import pytest

from caseflow.policy.decision import decide
from tests.unit.policy.examples import CONSENT, FACTS, QUESTION


def test_a_fact_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FACTS.walled = True  # type: ignore[misc] # the point of the test


def test_no_handover_waits_unless_it_is_said() -> None:
    assert FACTS.handed_over is False


def test_what_was_looked_up_is_no_part_of_the_facts() -> None:
    facts = replace(FACTS, consents=(CONSENT,))
    decide(QUESTION, facts)
    assert facts.indexes
    assert facts == replace(FACTS, consents=(CONSENT,))
    assert "indexes" not in repr(facts)


def test_changed_facts_do_not_remember_the_old_consents() -> None:
    facts = replace(FACTS, consents=(CONSENT,))
    decide(QUESTION, facts)
    assert replace(facts, consents=()).indexes == {}
