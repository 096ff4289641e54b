"""What is refused after a restore, while nobody has said yet what ended after the backup."""

from dataclasses import replace

import pytest

from caseflow.policy.decision import Permitted, decide
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.matrices import Action
from tests.unit.policy.examples import FACTS, QUESTION

SUSPENDED = replace(FACTS, suspended=True)


@pytest.mark.parametrize("act", [Act.EMERGENCY_DECLARE, Act.HANDOVER_SEND, Act.DISCLOSURE_PREPARE])
def test_what_would_share_is_refused_by_name(act: Act) -> None:
    question = replace(QUESTION, act=act)
    assert decide(question, SUSPENDED) == Refused(Reason.SUSPENDED)
    assert decide(question, FACTS) != Refused(Reason.SUSPENDED)


def test_to_whom_she_is_not_open_it_is_the_answer_of_every_day() -> None:
    question = replace(QUESTION, act=Act.EMERGENCY_DECLARE, action=Action.VIEW)
    assert decide(question, replace(SUSPENDED, case=None)) == Refused(Reason.NOT_OPEN)


def test_work_in_the_own_unit_goes_on() -> None:
    assert isinstance(decide(QUESTION, SUSPENDED), Permitted)
    assert isinstance(decide(replace(QUESTION, act=Act.ENTRY_WRITE), SUSPENDED), Permitted)
