"""Make a new recovery pair where a share was lost or a holder left; what lay open follows.

What is sealed from now on is sealed to the new pair. What hangs on the former one is moved as soon
as a key of its unit is at hand (`caseflow.keys.move_recovery`): nobody has all keys at once.
"""

from uuid import UUID

from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import UnitEnvelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.keyring import ring
from caseflow.keys.recovery import Sharing, make_recovery
from caseflow.vocabulary.states import KeyReader


def renew_recovery(work: Work, sharing: Sharing) -> tuple[KeyEvent, list[str]] | None:
    """Put a new pair in the place of the former; return its birth and the shares, kept nowhere.

    None where the row of the former is not as it was written. Raises Stale when somebody else was
    faster, ValueError for an impossible sharing.
    """
    query = select(Installation).where(Installation.id == work.installation)
    found = sealed_rows.intact(work, work.session.scalars(query))
    if not found:
        return None
    former = found[0].recovery_key_id
    recovery = make_recovery(sharing)
    sealed_rows.change(
        work,
        found[0],
        recovery_public=recovery.public.raw(),
        recovery_key_id=recovery.public.key_id,
        recovery_shares=str(sharing),
    )
    ring(work).recipients.pop((KeyReader.RECOVERY, work.installation), None)
    _name_former(work, former)
    return pair_born("recovery", work.installation, 1, recovery.public), recovery.shares


def _name_former(work: Work, key_id: bytes) -> None:
    """Say in each unit's envelope to the former pair that it is one.

    Asked after the change above: whoever was sealing to the former pair has committed by then, or
    finds that it counts no more.
    """
    present = select(UnitEnvelope).where(
        UnitEnvelope.reader == KeyReader.RECOVERY, UnitEnvelope.reader_id == work.installation
    )
    for row in sealed_rows.intact(work, work.session.scalars(present).all()):
        sealed_rows.change(work, row, reader_id=UUID(bytes=key_id))
