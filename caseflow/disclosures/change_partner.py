"""Change what is known of a partner organisation, or end the cooperation with it."""

from datetime import date
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.check_partner import PartnerSaid, check_partner
from caseflow.vault.again import again
from caseflow.vault.partners import partner_row
from caseflow.vault.permit import Deeds, Permit, permit_member, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused


def change_partner(
    work: Work, actor: Actor, organisation: UUID, said: PartnerSaid
) -> Done[UUID] | Invalid | Refused:
    """Change it; what was told before stays as it was told. TOO_LATE once it has ended."""
    return again(work, partial(_change, work, actor, organisation, said))


def end_partner(work: Work, actor: Actor, organisation: UUID) -> Done[UUID] | Refused:
    """End the cooperation now: nothing is told to it any more, whatever consents still run."""
    return again(work, partial(_end, work, actor, organisation))


def _change(
    work: Work, actor: Actor, organisation: UUID, said: PartnerSaid
) -> Done[UUID] | Invalid | Refused:
    found = _running(work, actor, Act.PARTNER_CHANGE, organisation)
    if isinstance(found, Refused):
        return found
    problems = tuple(check_partner(said, work.configuration))
    if problems:
        work.abandon()
        return Invalid(problems)
    given, row = found
    # A restored backup would tell the partner more days than this.
    told = {"shortened": "yes"} if _shortens(said, row) else {}
    return _write(work, given, row, said.columns(), told)


def _end(work: Work, actor: Actor, organisation: UUID) -> Done[UUID] | Refused:
    found = _running(work, actor, Act.PARTNER_END, organisation)
    if isinstance(found, Refused):
        return found
    return _write(work, *found, {"ended_at": work.clock.now()}, {})


def _running(
    work: Work, actor: Actor, act: Act, organisation: UUID
) -> tuple[Permit, PartnerRow] | Refused:
    given = permit_member(work, actor, act)
    if isinstance(given, Refused):
        return given
    row = partner_row(work, organisation)
    if row is None:
        return refuse(work, given)
    if row.ended_at is not None:
        return refuse(work, given, Reason.TOO_LATE)
    return given, row


def _shortens(said: PartnerSaid, row: PartnerRow) -> bool:
    """Say whether there are days that were agreed before and are not any more."""
    begins = said.agreed_from is not None and said.agreed_from > row.agreed_from
    return begins or (said.agreed_until or date.max) < (row.agreed_until or date.max)


def _write(
    work: Work, given: Permit, row: PartnerRow, values: dict[str, object], told: dict[str, str]
) -> Done[UUID]:
    change(work, row, version=row.version + 1, changed_by=given.actor.staff, **values)
    details = {"partner": str(row.id), **told}
    trace(work, given, Deeds(rows=(digest_of(row),), details=details))
    return Done(row.id)
