from dataclasses import replace

from caseflow.policy.doubts import as_it_is, doubts
from caseflow.policy.facts_then import facts_then
from caseflow.policy.then import Then
from caseflow.vocabulary.hindsight import Lost
from tests.unit.policy.pasts import CASE, CLIENT, COLLEAGUE, HOUR, NOON, OPEN, STAFF, access, past

NOW = Then(NOON, HOUR - HOUR)


def test_a_case_that_was_changed_later_may_have_been_hers() -> None:
    others = replace(OPEN, restricted=True, assigned=frozenset({COLLEAGUE}), changed=200)
    then = past(cases={CASE: others})
    facts = facts_then(then, access(), CLIENT, NOW)
    assert as_it_is(facts) is facts
    found = dict(doubts(access(), then))
    case = found[Lost.REASSIGNED](facts).case
    assert case is not None
    assert (case.restricted, set(case.assigned)) == (False, {COLLEAGUE, STAFF})
    none = facts_then(past(cases={}), access(), CLIENT, NOW)
    assert found[Lost.REASSIGNED](none) is none


def test_one_that_was_not_is_as_it_was() -> None:
    assert [lost for lost, _ in doubts(access(client=None), past())] == [Lost.CHANGED]
