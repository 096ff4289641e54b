"""Write a dated piece of history into one of the acting unit's drawers."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.check_entry import check_entry
from caseflow.records.own_unit import category_problems
from caseflow.vault.contents import Content, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as it was typed."""

    category: str
    occurred_on: str  # a day as people write it, not after today
    kind: str  # an EntryKind
    fields: Mapping[str, str]  # title, text: one of them at least


def write_entry(
    work: Work, actor: Actor, client: UUID, draft: Draft
) -> Done[Saved] | Invalid | Refused:
    """Write an entry; every problem with it is named at once."""

    def act(given: Permit) -> Done[Saved] | Invalid:
        typed = {"title": "", "text": "", **draft.fields}
        whole = {**typed, "occurred_on": draft.occurred_on, "kind": draft.kind}
        fields, problems = check_entry(work, whole)
        problems += category_problems(work, actor, draft.category)
        if problems:
            return Invalid(tuple(problems))
        written = put(work, given, Content(Entry, draft.category, fields))
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.ENTRY_WRITE, client), act)
