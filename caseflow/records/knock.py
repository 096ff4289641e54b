"""Say whether an act would be permitted at all, before what was sent for it is looked at.

Whoever sends something unreadable must not learn from the complaint that there is such a client.
"""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.family import Guardian, Relative
from caseflow.database.tables.records import DrawerContent, Entry, Goal
from caseflow.database.unit_of_work import Work
from caseflow.records.find_client import client_of
from caseflow.vault.contents import find_row
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock(
    work: Work, actor: Actor, act: Act, client: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the act is permitted, and nothing is done.

    `again` traces that an answer is given once more.
    """
    given = permit(work, actor, Ask(act, client))
    if isinstance(given, Refused):
        return given
    let_pass(work, given, again=again)
    return None


def knock_at_entry(work: Work, actor: Actor, entry: UUID, *, again: bool = False) -> Refused | None:
    """Return the refusal of a change to an entry, if it is none of the unit's own."""
    return _knock_at(work, actor, Act.ENTRY_WRITE, Entry, entry, again=again)


def knock_at_sight(work: Work, actor: Actor, entry: UUID, *, again: bool = False) -> Refused | None:
    """Return the refusal of a look at an entry, if it lies in no drawer that is open."""
    client = client_of(work, actor.unit, Entry, entry)
    return knock_at_open_row(work, actor, Ask(Act.ENTRY_READ, client), Entry, entry, again=again)


def knock_at_goal(
    work: Work, actor: Actor, goal: UUID, of: UUID | None = None, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a step towards a goal, if it is none of the unit's own.

    Another's goal, where it is asked for under a client (`of`), is not there.
    """
    client = client_of(work, actor.unit, Goal, goal, of)
    return knock_at_own_row(work, actor, Ask(Act.PROGRESS_WRITE, client), Goal, goal, again=again)


def knock_at_guardian(
    work: Work, actor: Actor, guardian: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a change to a guardian, if it is none of the unit's own."""
    return _knock_at(work, actor, Act.GUARDIAN_WRITE, Guardian, guardian, again=again)


def knock_at_link(work: Work, actor: Actor, link: UUID, *, again: bool = False) -> Refused | None:
    """Return the refusal of ending a link, if it is none of the unit's own."""
    return _knock_at(work, actor, Act.RELATIVE_WRITE, Relative, link, again=again)


def knock_at_correction(
    work: Work, actor: Actor, correction: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of settling what she said, if it is against none of the unit's pieces."""
    return _knock_at(work, actor, Act.CORRECTION_SETTLE, Correction, correction, again=again)


def knock_at_case(
    work: Work, actor: Actor, act: Act, case: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of an act on a case, if it is not the unit's present one."""
    given = permit(work, actor, Ask(act, client_of(work, actor.unit, Case, case)))
    if isinstance(given, Refused):
        return given
    if all(present.id != case for present in given.gathered.cases):
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def _knock_at(
    work: Work, actor: Actor, act: Act, table: type[DrawerContent], row: UUID, *, again: bool
) -> Refused | None:
    client = client_of(work, actor.unit, table, row)
    return knock_at_own_row(work, actor, Ask(act, client), table, row, again=again)


def knock_at_own_row(
    work: Work, actor: Actor, ask: Ask, table: type[DrawerContent], row: UUID, *, again: bool
) -> Refused | None:
    """Return the refusal of an act on a row, if it lies in none of the unit's own drawers."""
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        return given
    if find_row(work, given, table, row) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_open_row(
    work: Work, actor: Actor, ask: Ask, table: type[DrawerContent], row: UUID, *, again: bool
) -> Refused | None:
    """Return the refusal of a look at a row, if it lies in no drawer that is open."""
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        return given
    hers = table.client_id.in_(given.gathered.person.ids)
    where = select(table.drawer_id).where(hers, table.id == row)
    if work.session.scalar(where) not in {each.drawer for each in given.openings}:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
