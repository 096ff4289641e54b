"""Block or unblock a guardian, or write anew what is known of one."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from caseflow.database.tables.family import Guardian
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved
from caseflow.records.change_row import Target, change_row
from caseflow.records.read_guardian import read_guardian
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused


def change_guardian(
    work: Work,
    actor: Actor,
    guardian: UUID,
    version: int,
    typed: Mapping[str, str],
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write anew what was typed; the rest stays.

    To block is for whoever admits her. Anything else could make a blocked person declare again,
    and is case work. Another client's guardian, where one is asked for under a client (`of`),
    is not there.
    """
    blocks = set(typed) == {"blocked"} and bool(typed["blocked"].strip())
    act = Act.GUARDIAN_WRITE if blocks else Act.GUARDIAN_CHANGE
    target = Target(act, Guardian, guardian, version, of)
    return change_row(work, actor, target, partial(read_guardian, typed))
