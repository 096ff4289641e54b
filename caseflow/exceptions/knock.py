"""Say whether an act about one row would be permitted, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.frozen_copy import frozen_copy
from caseflow.exceptions.lift_apart import own_pair
from caseflow.exceptions.lift_wall import own_wall
from caseflow.exceptions.review_emergency import emergency_row
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import NO_CLIENT, Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_wall(
    work: Work, actor: Actor, client: UUID, wall: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the acting unit put this wall up.

    `again` traces that an answer is given once more.
    """
    given = permit(work, actor, Ask(Act.WALL_LIFT, client))
    if isinstance(given, Refused):
        return given
    if own_wall(work, actor, client, wall) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_pair(
    work: Work, actor: Actor, client: UUID, pair: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the pair is one that the actor may lift."""
    given = permit(work, actor, Ask(Act.APART_LIFT, client))
    if isinstance(given, Refused):
        return given
    if own_pair(work, actor, client, pair) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_emergency(
    work: Work, actor: Actor, emergency: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal, which is traced; None where the actor may review this emergency."""
    row = emergency_row(work, emergency)
    client = NO_CLIENT if row is None else row.client_id
    given = permit(work, actor, Ask(Act.EMERGENCY_REVIEW, client))
    if isinstance(given, Refused):
        return given
    if row is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_copy(work: Work, actor: Actor, copy: UUID, *, again: bool = False) -> Refused | None:
    """Return the refusal, which is traced; None where the copy is frozen and the actor may see."""
    found = frozen_copy(work, copy)
    client = NO_CLIENT if found is None else found[1].client
    given = permit(work, actor, Ask(Act.COPY_KEEP, client))
    if isinstance(given, Refused):
        return given
    if found is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
