"""Say what rows of today do not tell of then, so that nobody is blamed for a later change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from caseflow.policy.facts import Facts
from caseflow.policy.merging import one_person
from caseflow.policy.past import Access, Past
from caseflow.vocabulary.hindsight import Lost

Deem = Callable[[Facts], Facts]

_EVER = datetime.min.replace(tzinfo=UTC)


def as_it_is(facts: Facts) -> Facts:
    """Return the facts as the rows say them."""
    return facts


def doubts(access: Access, past: Past) -> Iterator[tuple[Lost, Deem]]:
    """Yield what may have been otherwise, in the favour of whoever acted."""
    ids = _all_ids(access, past)
    if any(
        (each.changed >= access.position or each.changed_in == access.request)
        and each.unit == access.unit
        and each.client in ids
        for each in past.cases.values()
    ):
        yield Lost.REASSIGNED, partial(_left_to, access)
    yield Lost.CHANGED, _without_later_days


def _left_to(access: Access, facts: Facts) -> Facts:
    """Return the facts as if the case had been hers: whose it was then no row says."""
    if facts.case is None:
        return facts
    case = replace(facts.case, restricted=False, assigned=facts.case.assigned | {access.staff})
    return replace(facts, case=case)


def _without_later_days(facts: Facts) -> Facts:
    """Return the facts without the days that somebody may have entered since."""
    consents = tuple(replace(each, majority_at=None) for each in facts.consents)
    partners = tuple(replace(each, agreed_from=_EVER, agreed_until=None) for each in facts.partners)
    return replace(facts, consents=consents, partners=partners)


def _all_ids(access: Access, past: Past) -> frozenset[UUID]:
    """Return whom the access is about, by every id that they ever had."""
    pairs = [each.pair for each in past.merges]
    about = (each for each in (access.client, *access.clients) if each is not None)
    return frozenset[UUID]().union(*(one_person(each, pairs) for each in about))
