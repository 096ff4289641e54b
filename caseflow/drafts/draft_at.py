"""Open what somebody had typed into a form and not sent; only once the form itself is open to her.

Whoever calls this shows the words beside the page of the form, which was permitted just before.
Some forms are shown alike for every client, known or not: behind a wall, or a case that is kept to
others, there is no draft even so.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from caseflow.audit.record import record_alarms
from caseflow.database.unit_of_work import Work
from caseflow.drafts.rows import find_row
from caseflow.drafts.traces import trace
from caseflow.keys.drafts import open_draft
from caseflow.vault.hidden import hidden_clients
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act

ONLY = "-only"  # beside the words: the fields that they are of, where not of the whole form


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a form that was not sent, by field, and since when they are kept."""

    typed: dict[str, list[str]] = field(repr=False)
    kept_at: datetime


def draft_at(work: Work, actor: Actor, place: str) -> Draft | None:
    """Trace, commit, and only then open her draft of this form; None where there is none."""
    row = find_row(work, actor, place)
    if row is None or _hidden(work, actor, row.client_id):
        return None
    trace(work, actor, Act.DRAFT_READ, row.id, row.client_id)
    work.finish()
    text = open_draft(work, row)
    if text is None:
        record_alarms(work, actor.staff)
        return None
    return Draft(json.loads(text), row.kept_at)


def _hidden(work: Work, actor: Actor, client: UUID | None) -> bool:
    return client is not None and bool(hidden_clients(work, actor, {client}))
