"""Find a merge, and ask for leave to act on it, alike for every id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, Permit, trace
from caseflow.vault.permit_both import permit_both
from caseflow.vault.refuse import refuse
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused

Both = tuple[Permit, Permit]


def merge_row(work: Work, merge: UUID) -> Merge | None:
    """Return a merge; None for an id that was never issued or a row that is forged."""
    found = select(Merge).where(Merge.id == merge)
    return next(iter(intact(work, work.session.scalars(found))), None)


def merge_rows(work: Work) -> list[Merge]:
    """Return every merge that waits or runs, the oldest first."""
    found = select(Merge).where(Merge.refused_at.is_(None), Merge.undone_at.is_(None))
    return intact(work, work.session.scalars(found.order_by(Merge.proposed_at, Merge.id)))


def permit_on(
    work: Work, actor: Actor, act: Act, merge: UUID, reason: str = ""
) -> tuple[Both, Merge] | Refused:
    """Return a permit about each of the two with the merge, or the refusal, traced already.

    For whom one of the two is not open it was never proposed.
    """
    row = merge_row(work, merge)
    pair = (NO_CLIENT, NO_CLIENT) if row is None else (row.first_client, row.second_client)
    given = permit_both(work, actor, Ask(act, pair[0], reason=reason), Ask(act, pair[1]))
    if isinstance(given, Refused):
        return given
    if row is None or not concerns(actor, act, row):
        return refuse(work, given[0])
    return given, row


def concerns(actor: Actor, act: Act, row: Merge) -> bool:
    """Say whether it is the actor's business: of the unit it was proposed in, or an officer's.

    It is undone wherever both are known.
    """
    everywhere = actor.role is Role.OFFICER or act is Act.MERGE_UNDO
    return everywhere or row.unit_id == actor.unit


def is_waiting(row: Merge) -> bool:
    """Say whether nobody has answered yet."""
    return row.answered_by is None


def why_not(actor: Actor, row: Merge) -> Reason | None:
    """Return why the actor does not answer; None where she is the second person."""
    if not is_waiting(row):
        return Reason.TOO_LATE
    return Reason.NOT_YOUR_ROLE if row.proposed_by == actor.staff else None


def runs(row: Merge) -> bool:
    """Say whether the two are one person by it now."""
    return row.agreed_at is not None and row.undone_at is None


def trace_both(work: Work, given: Both, row: Merge, deeds: Deeds) -> None:
    """Trace the act under each of the two; neither entry names the other client."""
    first, second = given
    trace_in_sheets(work, first, deeds)
    trace(work, second, Deeds(rows=(digest_of(row),), details=deeds.details))
