"""Let no act go on from a copy that a withdrawal freezes meanwhile."""

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import CursorResult, update
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work


def hold_copies(work: Work, drawers: Iterable[Drawer]) -> bool:
    """Say whether those of these drawers that hold copies are still as they were seen.

    The consent that they were copied under is no basis of the act, for it may have expired: so the
    drawer itself is what the act and a freezing wait for each other by. Nothing of it changes.
    """
    copies = (drawer for drawer in drawers if drawer.copied_from is not None)
    try:
        return all(_held(work, drawer) for drawer in sorted(copies, key=lambda each: each.id))
    except OperationalError:
        return False


def _held(work: Work, drawer: Drawer) -> bool:
    statement = (
        update(Drawer)
        .where(
            Drawer.client_id == drawer.client_id,
            Drawer.id == drawer.id,
            Drawer.row_seal == drawer.row_seal,
        )
        .values(writes=Drawer.writes)
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[Any]", work.session.execute(statement)).rowcount == 1
