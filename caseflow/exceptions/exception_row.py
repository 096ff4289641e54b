"""Find a lawful exception, and ask for leave to act on it, alike for every id."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.exception_rows import Exceptional, exception_of
from caseflow.vault.permit import NO_CLIENT, Ask, Permit, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def permit_on(
    work: Work, actor: Actor, act: Act, exception: UUID, reason: str = ""
) -> tuple[Permit, Exceptional] | Refused:
    """Return a permit with the exception it is about, or the refusal, traced already.

    For whom it is none of her business it was never issued.
    """
    found = exception_of(work, exception)
    client = NO_CLIENT if found is None else found.row.client_id
    given = permit(work, actor, Ask(act, client, reason=reason))
    if isinstance(given, Refused):
        return given
    if found is None or not _concerns(actor, act, found):
        return refuse(work, given)
    return given, found


def _concerns(actor: Actor, act: Act, found: Exceptional) -> bool:
    if actor.role is Role.OFFICER:
        return True
    asks, owns = found.row.unit_id == actor.unit, actor.unit in found.row.from_units
    if act is Act.EXCEPTION_END:
        return asks
    if act is Act.EXCEPTION_ANSWER:
        return owns
    return asks or (owns and actor.role is Role.LEAD)
