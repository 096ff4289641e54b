import pytest

from caseflow.audit.witness_ends import is_end
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind

ENDS = [
    Act.CONSENT_WITHDRAW,
    Act.CONSENT_EXPIRE,
    Act.MEMBER_END,
    Act.WALL_RECORD,
    Act.WALL_LIFT,
    Act.APART_RECORD,
    Act.APART_LIFT,
    Act.CLIENT_ERASE,
    Act.EVIDENCE_DELETE,
    Act.GUARDIAN_WRITE,
    Act.INSTALLATION_RESTORE,
    Act.RESTORE_CONFIRM,
    Act.PARTNER_END,
]


@pytest.mark.parametrize("act", ENDS)
def test_what_closes_something_is_an_end(act: Act) -> None:
    assert is_end({"act": act.value, "decision": "permitted"})
    assert not is_end({"act": act.value, "decision": "refused"})


def test_whatever_ends_a_basis_is_an_end() -> None:
    def ending(kind: str) -> bool:
        said = {"act": Act.EXCEPTION_ANSWER.value, "decision": "permitted"}
        return is_end(said | {"ended": [{"id": "x", "kind": kind, "use": 1}]})

    assert ending(BasisKind.EXCEPTION)
    assert not ending(BasisKind.DESK)
    assert not is_end({"act": Act.STORY_READ.value, "decision": "permitted"})
    assert not is_end({})


def test_an_assignment_an_answer_and_a_change_are_ends_where_they_say_so() -> None:
    def ending(act: Act, **details: str) -> bool:
        return is_end({"act": act.value, "decision": "permitted", "details": details})

    assert ending(Act.CASE_ASSIGN, restricted="yes", assigned="x")
    assert ending(Act.MERGE_ANSWER, merge="x", agreed="yes")
    assert ending(Act.PARTNER_CHANGE, partner="x", shortened="yes")
    assert not ending(Act.PARTNER_CHANGE, partner="x")
    assert not ending(Act.CASE_ASSIGN)
    assert not ending(Act.MERGE_ANSWER, merge="x", agreed="no")
    assert not ending(Act.STORY_READ, restricted="yes")
