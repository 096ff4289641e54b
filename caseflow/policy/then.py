"""Say what ran at an instant, and who a client and a staff member were at it.

A request takes its time between the decision and the trace, and a withdrawal is dated before the
moment at which it waits for a reading under way. So what ended within `grace` before the entry may
be seen as if it had not; which of both came first the use numbers in the log tell.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from caseflow.policy.facts import ConsentFact, MembershipFact
from caseflow.policy.merging import NOBODY, MergeFact, one_person, unheard
from caseflow.policy.past import Access, Past
from caseflow.vocabulary.actors import WITHIN
from caseflow.vocabulary.bases import BasisKind


@dataclass(frozen=True, slots=True)
class Then:
    """An instant, and how long before it an end may be as none."""

    at: datetime
    grace: timedelta

    def ended(self, end: datetime | None) -> bool:
        """Say whether something that ended then was over."""
        return end is not None and end + self.grace <= self.at

    def held(self, since: datetime, end: datetime | None) -> bool:
        """Say whether something ran."""
        return since <= self.at and not self.ended(end)

    def shut(self, since: datetime, end: datetime | None) -> bool:
        """Say whether something ran that closes: of it the beginning is what ends an access."""
        return self.ended(since) and (end is None or self.at < end)

    def later(self, end: datetime) -> datetime:
        """Return an end as it is seen."""
        return end + self.grace


@dataclass(frozen=True, slots=True)
class Her:
    """Who a client was at an instant."""

    ids: tuple[UUID, ...]  # the one that the access names is the first
    merges: tuple[MergeFact, ...]

    def unheard(self, client: UUID, since: datetime) -> frozenset[UUID]:
        """Return which of her records something did not speak for."""
        return unheard(client, since, self.merges)


def person_then(past: Past, client: UUID, then: Then) -> Her:
    """Return everybody who a client was."""
    merges = [each.pair for each in past.merges if then.shut(each.pair.at, each.undone_at)]
    ids = one_person(client, merges)
    hers = tuple(sorted((each for each in merges if each.first in ids), key=lambda one: one.at))
    return Her((client, *sorted(ids - {client})), hers)


def membership_then(past: Past, access: Access, then: Then) -> MembershipFact:
    """Return the membership that the access names, else one that would do."""
    named = {each.id for each in access.bases if each.kind is BasisKind.MEMBERSHIP}
    who = (access.staff, access.unit, access.role)
    for each in past.memberships.values():
        same = (each.staff, each.unit) == who[:2] and access.role in WITHIN[each.role]
        if same and then.held(each.since, each.ended_at) and (not named or each.id in named):
            return MembershipFact(each.id, *who, active=True)
    return MembershipFact(NOBODY, *who, active=False)


def walled_then(past: Past, staff: UUID, her: Her, then: Then) -> bool:
    """Say whether a wall kept somebody from her."""
    return any(
        each.staff == staff and each.client in her.ids and then.shut(each.since, each.lifted_at)
        for each in past.walls
    )


def consent_then(fact: ConsentFact, unheard: frozenset[UUID], then: Then) -> ConsentFact:
    """Return a consent with its ends as they are seen from an instant."""
    return replace(
        fact,
        unheard=unheard,
        valid_until=then.later(fact.valid_until),
        withdrawn_at=None if fact.withdrawn_at is None else then.later(fact.withdrawn_at),
        majority_at=None if fact.majority_at is None else then.later(fact.majority_at),
        withdrawn_parts=tuple(
            replace(each, at=then.later(each.at)) for each in fact.withdrawn_parts
        ),
    )
