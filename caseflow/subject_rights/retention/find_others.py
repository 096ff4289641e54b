"""Find what is kept beside files: enquiries, slips that nobody accepted, evidence of the erased."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Due
from caseflow.subject_rights.retention.find_files import Looked
from caseflow.subject_rights.retention.periods import over_at
from caseflow.vocabulary.retention import RecordKind
from caseflow.vocabulary.states import HandoverState

NOT_ADMITTED, CONSENT_AND_LOG = "not_admitted", "consent_and_log"
_ENQUIRY = RecordKind.ENQUIRY, NOT_ADMITTED
_SLIP = RecordKind.SLIP, NOT_ADMITTED
_EVIDENCE = RecordKind.EVIDENCE, CONSENT_AND_LOG


def find_enquiries(work: Work, looked: Looked, only: Collection[UUID] = ()) -> Iterator[Due]:
    """Yield each client of whom no unit has a case, under whichever of her ids."""
    if NOT_ADMITTED not in work.configuration.retention:
        return
    known = set(work.session.scalars(select(Case.client_id).distinct()))
    without = select(Client).where(Client.id.not_in(select(Case.client_id)))
    for client in intact(work, work.session.scalars(without.where(*_of(Client.id, only)))):
        ids = tuple(sorted(looked.people.who(client.id).ids))
        if known.isdisjoint(ids) and ids[0] == client.id:
            since = looked.since(client.created_at, ids, looked.kinds)
            held = looked.held(ids, looked.kinds)
            yield _due(work, _ENQUIRY, client.id, since, held=held)


def find_slips(work: Work, looked: Looked, only: Collection[UUID] = ()) -> Iterator[Due]:
    """Yield each handover that was declined, withdrawn or never answered."""
    if NOT_ADMITTED not in work.configuration.retention:
        return
    found = select(Handover).where(Handover.state != HandoverState.ACCEPTED)
    for slip in intact(work, work.session.scalars(found.where(*_of(Handover.client_id, only)))):
        units = {slip.from_unit, slip.to_unit}
        ids = looked.people.who(slip.client_id).ids
        since = looked.since(slip.decided_at or slip.expires_at, ids, units)
        told = {"unit": slip.to_unit, "row": slip.id, "held": looked.held(ids, units)}
        yield _due(work, _SLIP, slip.client_id, since, **told)


def find_evidence(work: Work, looked: Looked, only: Collection[UUID] = ()) -> Iterator[Due]:
    """Yield what stays of each erased client."""
    if CONSENT_AND_LOG not in work.configuration.retention:
        return
    found = select(Erasure).where(Erasure.whole, Erasure.evidence_gone_at.is_(None))
    for row in intact(work, work.session.scalars(found.where(*_of(Erasure.client_id, only)))):
        if row.erased_at is not None:
            held = looked.holds.against((row.client_id, *row.also), ())
            yield _due(work, _EVIDENCE, row.client_id, row.erased_at, row=row.id, held=held)


def _of(column: InstrumentedAttribute[UUID], only: Collection[UUID]) -> list[ColumnElement[bool]]:
    return [column.in_(only)] if only else []


def _due(
    work: Work,
    what: tuple[RecordKind, str],
    client: UUID,
    since: datetime,
    **more: Any,  # noqa: ANN401 - columns of what is due
) -> Due:
    kind, rule = what
    months = work.configuration.retention[rule].months
    over = over_at(since, months, work.configuration.zone)
    told = {"unit": None, "row": None, **more}
    return Due(kind=kind, rule=rule, client=client, reference=since, over=over, **told)
