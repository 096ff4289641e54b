"""Promise the keys that consents open: each owning unit hands out its own at its next request."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.unit_of_work import Work
from caseflow.policy.preview import preview
from caseflow.policy.validity import lasts_beyond
from caseflow.vault.facts_of_rows import category_rules, consent_fact


def promise(work: Work, consents: Iterable[Consent]) -> None:
    """Note what each of them that runs on opens, derived from the consents alone."""
    for row in consents:
        if lasts_beyond(consent_fact(row), work.clock.now()):
            work.session.add_all(_due(work, row))
    work.session.flush()


def _due(work: Work, row: Consent) -> Iterator[GrantDue]:
    rules, waiting = category_rules(work.configuration), dict[UUID, set[str]]()
    for owner, _, category in preview(consent_fact(row).matrix, row.unit_id, rules).pairs:
        waiting.setdefault(owner, set()).add(category)
    for owner, categories in waiting.items():
        yield GrantDue(
            client_id=row.client_id,
            consent_id=row.id,
            unit_id=owner,
            categories=tuple(sorted(categories)),
            due_since=work.clock.now(),
        )
