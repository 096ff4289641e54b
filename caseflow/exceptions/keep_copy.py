"""Record another basis on which a frozen copy stays (Art. 17(3) GDPR); never called consent.

It opens again to the unit that copied, as its own record, and to nobody else. The text is the
reason of the act, sealed to the officers.
"""

from functools import partial
from uuid import UUID

from caseflow.audit.entries import DrawerName
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.frozen_copy import FrozenCopy, frozen_copy
from caseflow.vault.again import again
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.states import KeptFor


def keep_copy(
    work: Work, actor: Actor, copy: UUID, ground: str, text: str
) -> Done[None] | Invalid | Refused:
    """Record the ground before the day on which the copy is destroyed; once, and never undone."""
    return again(work, partial(_attempt, work, actor, copy, ground, text.strip()))


def _attempt(
    work: Work, actor: Actor, copy: UUID, ground: str, text: str
) -> Done[None] | Invalid | Refused:
    found = frozen_copy(work, copy)
    client = NO_CLIENT if found is None else found[1].client
    given = permit(work, actor, Ask(Act.COPY_KEEP, client, reason=text))
    if isinstance(given, Refused):
        return given
    if found is None:
        return refuse(work, given)
    row, view = found
    if _too_late(work, view):
        return refuse(work, given, Reason.TOO_LATE)
    problems = _problems(ground, text)
    if problems:
        work.abandon()
        return Invalid(problems)
    change(work, row, kept_for=ground)
    told = {"copy": str(copy), "ground": ground}
    drawer = DrawerName(row.id, row.unit_id, row.category)
    trace(work, given, Deeds(drawers=(drawer,), rows=(digest_of(row),), details=told))
    return Done(None)


def _too_late(work: Work, copy: FrozenCopy) -> bool:
    return copy.kept_for is not None or copy.until <= work.clock.now()


def _problems(ground: str, text: str) -> tuple[Problem, ...]:
    known = [] if ground in list(KeptFor) else [Problem("ground", "not_a_choice")]
    return (*known, *([] if text else [Problem("text", "required")]))
