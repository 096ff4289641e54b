"""Say whether somebody stood as a member where she acted, and for whom she was shown."""

from collections.abc import Callable

from caseflow.policy.act_roles import may_act
from caseflow.policy.facts import CaseFact, Facts
from caseflow.policy.facts_then import facts_then
from caseflow.policy.past import Access, Past
from caseflow.policy.then import Then, consent_then, membership_then, person_then, walled_then
from caseflow.policy.validity import valid_at
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind

_OF_HER_UNIT = frozenset({Act.CLIENT_SHOWN, Act.CALENDAR_READ})  # who has a case there
_NAMING = _OF_HER_UNIT | {Act.CASE_DESERTED, Act.HANDOVER_READ, Act.DISCLOSURE_READ}


def member_stood(access: Access, past: Past, then: Then, deem: Callable[[Facts], Facts]) -> bool:
    """Say whether an act about no single client was hers, and everybody it showed was there."""
    member = membership_then(past, access, then)
    if not member.active or not may_act(access.role, Act(access.act)):
        return False
    ran = {Basis(BasisKind.MEMBERSHIP, member.id)}
    for _, fact in past.consents.values():
        if valid_at(consent_then(fact, frozenset(), then), then.at):
            ran.add(Basis(BasisKind.CONSENT, fact.id))
    return access.bases <= ran and _all_there(access, past, then, deem)


def _all_there(access: Access, past: Past, then: Then, deem: Callable[[Facts], Facts]) -> bool:
    if access.act not in _NAMING:
        return True
    there = [each for each in access.clients if each in past.clients]
    people = (person_then(past, each, then) for each in there)
    if any(walled_then(past, access.staff, each, then) for each in people):
        return False
    if access.act not in _OF_HER_UNIT:
        return True
    cases = (deem(facts_then(past, access, each, then)).case for each in there)
    return all(_knows(access, each) for each in cases)


def _knows(access: Access, case: CaseFact | None) -> bool:
    return case is not None and (not case.restricted or access.staff in case.assigned)
