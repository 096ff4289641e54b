"""Change a piece of the acting unit, if nobody has changed it since it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.find_client import client_of
from caseflow.vault.contents import find_row, joined, rewrite
from caseflow.vault.overtake import overtake
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused

Checked = tuple[dict[str, str], list[Problem]]  # fields to be sealed, what is wrong with others


@dataclass(frozen=True, slots=True)
class Target:
    """The piece to be changed, the version of it that was on the screen, and under whom."""

    act: Act
    table: type[DrawerContent]
    id: UUID
    version: int
    of: UUID | None = None  # the client under whom it is asked for; anybody's where none is named


def change_row(
    work: Work, actor: Actor, target: Target, check: Callable[[], Checked]
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write the checked fields; a piece of another unit is as closed as one that is not there.

    A partner outside that was told the old words is to be told of it.
    """

    def act(given: Permit) -> Done[Saved] | Invalid | Conflict | Refused:
        row = find_row(work, given, target.table, target.id)
        if row is None:
            return Refused()
        if row.version != target.version:
            return Conflict(row.version)
        fields, problems = check()
        if problems:
            return Invalid(tuple(problems))
        written = rewrite(work, given, row, fields)
        trace(work, given, joined(written.deeds, overtake(work, given, row)))
        return Done(Saved(row.id, row.version))

    client = client_of(work, actor.unit, target.table, target.id, target.of)
    return attempt(work, actor, Ask(target.act, client), act)
