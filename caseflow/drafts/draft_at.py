"""Open what somebody had typed into a form and not sent; only once the form itself is open to her.

Whoever calls this shows the words beside the page of the form, which was permitted just before.
Some forms are shown alike for every client, known or not: behind a wall, or a case that is kept to
others, there is no draft even so.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from caseflow.audit.record import record_alarms
from caseflow.database.tables.drafts import Draft as Row
from caseflow.database.unit_of_work import Work
from caseflow.drafts.rows import find_rows
from caseflow.drafts.traces import trace
from caseflow.drafts.windows import mark_of
from caseflow.keys.drafts import open_draft
from caseflow.vault.hidden import hidden_clients
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act

Words = Mapping[str, Sequence[str]]
_VERSION = "version"  # of rows: no words of hers
ONLY = "-only"  # beside the words: the fields that they are of, where not of the whole form


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a form that was not sent, by field, and since when they are kept."""

    typed: dict[str, list[str]] = field(repr=False)
    kept_at: datetime
    mark: str = ""  # of this draft as it is kept now
    elsewhere: tuple[str, ...] = field(default=(), repr=False)  # what stands in other windows alone


def draft_at(work: Work, actor: Actor, place: str) -> Draft | None:
    """Trace, commit, and only then open her draft of this form; None where there is none."""
    rows = find_rows(work, actor, place)
    if not rows or _hidden(work, actor, rows):
        return None
    for row in rows:
        trace(work, actor, Act.DRAFT_READ, row.id, row.client_id)
    work.finish()
    told = [(row, text) for row in rows if (text := open_draft(work, row)) is not None]
    if len(told) < len(rows):
        record_alarms(work, actor.staff)
    if not told:
        return None
    (newest, words), *others = [(row, json.loads(text)) for row, text in told]
    elsewhere = _only_elsewhere(words, [typed for _, typed in others])
    return Draft(words, newest.kept_at, mark_of(newest), elsewhere)


def _only_elsewhere(words: Words, others: Sequence[Words]) -> tuple[str, ...]:
    """Return what was typed in other windows and does not stand here, each once."""
    here = "\n".join(each for name in words if name != ONLY for each in words[name])
    told = (
        each
        for typed in others
        for name in typed
        if name != ONLY and not name.startswith(_VERSION)
        for each in typed[name]
    )
    return tuple(dict.fromkeys(each for each in told if each.strip() and each not in here))


def _hidden(work: Work, actor: Actor, rows: Sequence[Row]) -> bool:
    about = {row.client_id for row in rows if row.client_id is not None}
    return bool(about) and bool(hidden_clients(work, actor, about))
