"""Change an entry of the acting unit."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved
from caseflow.records.change_row import Target, change_row
from caseflow.records.check_entry import check_entry
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused


def change_entry(
    work: Work,
    actor: Actor,
    entry: UUID,
    version: int,
    typed: Mapping[str, str],
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write anew what was typed of kind, occurred_on, title, text; the rest stays.

    Another's entry, where it is asked for under a client (`of`), is not there.
    """
    target = Target(Act.ENTRY_WRITE, Entry, entry, version, of)
    return change_row(work, actor, target, partial(check_entry, work, typed))
