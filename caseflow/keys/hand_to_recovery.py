"""Seal a unit's newest private key to the recovery pair that counts at the commit."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, update

from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recipients import find_recipient
from caseflow.keys.unit_envelopes import UnitReader, seal_unit_key
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import KeyReader


def hand_to_recovery(work: Work, unit: OpenedUnit, act: UUID) -> list[KeyEvent]:
    """Add the envelope; none, and an alarm, where the row of the recovery pair is not sound.

    Raises Stale when the pair was renewed since it was looked up: else an envelope to the former
    one would stand there as one to the present.
    """
    found = find_recipient(work, KeyReader.RECOVERY, work.installation)
    if found is None:
        return []
    if not _still_counts(work, found.public.key_id):
        raise Stale(Installation.__tablename__)
    return [seal_unit_key(work, unit, UnitReader(KeyReader.RECOVERY, found.id), found.public, act)]


def _still_counts(work: Work, key_id: bytes) -> bool:
    """Keep a renewal waiting until this transaction has ended."""
    statement = (
        update(Installation)
        .where(Installation.id == work.installation, Installation.recovery_key_id == key_id)
        .values(recovery_key_id=key_id)
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[Any]", work.session.execute(statement)).rowcount == 1
