"""Delete one thing that a run lists, and say what went."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.retention import Erasure, RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Listed
from caseflow.vault.erasing.bury import bury
from caseflow.vault.erasing.delete_evidence import delete_evidence
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.retention import ErasureGround, RecordKind


def delete_listed(work: Work, actor: Actor, run: RetentionRun, listed: Listed) -> None:
    """Delete it, with its own entry in the log; what it was is due, as the caller has looked."""
    if listed.kind is RecordKind.SLIP:
        slip = delete(Handover).where(
            Handover.client_id == listed.client, Handover.id == listed.row
        )
        work.session.execute(slip, execution_options={"synchronize_session": False})
    elif listed.kind is RecordKind.EVIDENCE:
        _delete_evidence(work, actor, listed.row)
    else:
        bury(work, actor, _tombstone(work, run, listed))


def _delete_evidence(work: Work, actor: Actor, tombstone: UUID | None) -> None:
    for row in intact(work, work.session.scalars(select(Erasure).where(Erasure.id == tombstone))):
        gone = delete_evidence(work, (row.client_id, *row.also))
        change(work, row, evidence_gone_at=work.clock.now())
        told: dict[str, Any] = {"erasure": str(row.id), **gone.details}
        entry = Trace(
            act=Act.EVIDENCE_DELETE,
            client=row.client_id,
            ended=gone.ended,
            rows=(digest_of(row),),
            details=told,
            **by(actor),
        )
        record(work, entry)


def _tombstone(work: Work, run: RetentionRun, listed: Listed) -> Erasure:
    row = Erasure(
        client_id=listed.client,
        unit_id=listed.unit,
        ground=ErasureGround.PERIOD_OVER,
        run_id=run.id,
        proposed_by=run.prepared_by,
        proposed_as=Role.OFFICER,
        proposed_at=run.prepared_at,
        answered_by=run.answered_by,
        answered_at=run.answered_at,
    )
    work.session.add(row)
    work.session.flush()
    return row
