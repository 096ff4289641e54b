"""Destroy a frozen copy when its days are over: its keys, its rows, and the drawer itself.

Art. 17(1)(b) GDPR. It needs no key; an old copy of the database opens it as long as that is kept.
"""

from typing import Any, cast

from sqlalchemy import CursorResult, bindparam, delete

from caseflow.audit.entries import DrawerName, Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import destroy_keys
from caseflow.vault.content_tables import TABLES_OF_A_DRAWER
from caseflow.vault.permit import listed
from caseflow.vault.row_by_row import Due
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale

# Of whichever unit: nobody has to come by for it, least of all the unit that keeps it.
COPIES = Due(
    Drawer,
    (Drawer.frozen_at <= bindparam("frozen_before"), Drawer.kept_for.is_(None)),
    Drawer.frozen_at,
)


def destroy_copy(work: Work, actor: Actor | None, drawer: Drawer) -> bool:
    """Destroy one drawer of copies; raises Stale when somebody recorded another basis meanwhile."""
    keys = destroy_keys(work, drawer)
    rows = 0
    for table in TABLES_OF_A_DRAWER:
        inside = delete(table).where(
            table.client_id == drawer.client_id, table.drawer_id == drawer.id
        )
        rows += _done(work, inside)
    gone = delete(Drawer).where(
        Drawer.client_id == drawer.client_id,
        Drawer.id == drawer.id,
        Drawer.row_seal == drawer.row_seal,
    )
    if _done(work, gone) != 1:
        raise Stale(Drawer.__tablename__)
    told = Trace(
        act=Act.COPY_DESTROY,
        client=drawer.client_id,
        drawers=(DrawerName(drawer.id, drawer.unit_id, drawer.category),),
        keys=listed(keys),
        details={"consent": str(drawer.copied_under), "pieces": str(rows)},
        **by(actor),
    )
    record(work, told)
    return True


def _done(work: Work, statement: Any) -> int:  # noqa: ANN401 - a deletion from whichever table
    options = {"synchronize_session": False}
    done = work.session.execute(statement, execution_options=options)
    return cast("CursorResult[Any]", done).rowcount
