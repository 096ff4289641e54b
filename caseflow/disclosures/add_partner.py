"""Add an organisation outside the provider, with the agreement that it is told things by."""

from typing import Any, cast
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.check_partner import PartnerSaid, check_partner
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused


def add_partner(work: Work, actor: Actor, said: PartnerSaid) -> Done[UUID] | Invalid | Refused:
    """Add it and return its id; a lead or an officer does."""
    given = permit_member(work, actor, Act.PARTNER_ADD)
    if isinstance(given, Refused):
        return given
    problems = tuple(check_partner(said, work.configuration))
    if problems:
        work.abandon()
        return Invalid(problems)
    columns = cast("dict[str, Any]", said.columns())
    row = PartnerRow(added_at=work.clock.now(), changed_by=actor.staff, **columns)
    work.session.add(row)
    work.session.flush()
    trace(work, given, Deeds(rows=(digest_of(row),), details={"partner": str(row.id)}))
    return Done(row.id)
