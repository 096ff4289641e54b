"""Say which case of a unit stood for a client at an instant, and to whom it was kept."""

from datetime import datetime, timedelta
from uuid import UUID

from caseflow.policy.facts import CaseFact
from caseflow.policy.past import Access, CasePast, Past
from caseflow.policy.then import Her, Then
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act

_A_REQUEST = timedelta(minutes=1)  # longer than any takes
_OPENING = frozenset({Act.CASE_OPEN, Act.HANDOVER_ACCEPT})


def cases_then(past: Past, access: Access, her: Her, then: Then) -> list[CasePast]:
    """Return the unit's present case under each of her ids; not the one that the act opened."""
    named = {each.id for each in access.bases}
    present: dict[UUID, CasePast] = {}
    found = (
        each
        for each in past.cases.values()
        if (each.unit, each.client in her.ids) == (access.unit, True) and each.opened_at <= then.at
    )
    opened = (each for each in found if not _made(each, access))
    for each in sorted(opened, key=lambda case: _recency(case, named, then)):
        present[each.client] = each
    return sorted(present.values(), key=lambda case: (then.ended(case.closed_at), case.opened_at))


def _made(case: CasePast, access: Access) -> bool:
    """Say whether the act itself opened a case."""
    fresh = access.at - case.opened_at < _A_REQUEST
    return access.act in _OPENING and case.id in access.rows and fresh


def _recency(case: CasePast, named: set[UUID], then: Then) -> tuple[bool, bool, datetime, datetime]:
    is_open = not then.ended(case.closed_at)
    last = case.opened_at if is_open or case.closed_at is None else case.closed_at
    return is_open, is_open and case.id in named, last, case.opened_at


def case_then(past: Past, access: Access, present: list[CasePast], then: Then) -> CaseFact | None:
    """Return the case that stood for all, kept to whom each of them was kept to."""
    if not present:
        return None
    first, is_open = present[0], not then.ended(present[0].closed_at)
    named = {each.id for each in access.bases}
    alike = [each for each in present if then.ended(each.closed_at) is not is_open]
    first = next((each for each in alike if each.id in named), first)
    kept = [each.assigned for each in present if each.restricted]
    assigned = frozenset[UUID]().union(*(each.assigned for each in present))
    for each in kept:
        assigned &= each
    deserted = bool(kept) and _deserted(past, access.unit, assigned, present, then)
    return CaseFact(first.id, first.unit, is_open, bool(kept), assigned, deserted)


def _deserted(
    past: Past, unit: UUID, assigned: frozenset[UUID], present: list[CasePast], then: Then
) -> bool:
    """Say whether nobody was left to whom the case is restricted."""
    by_pair = any(
        then.held(pair.since, pair.lifted_at) and not pair.cases.isdisjoint({c.id for c in present})
        for pair in past.pairs
    )
    here = [each for each in past.memberships.values() if each.unit == unit]
    there = {
        each.staff
        for each in here
        if not (each.ended_at is not None and each.ended_at <= then.at)
        and not (by_pair and each.role is not Role.LEAD)
    }
    return assigned <= {each.staff for each in here} - there
