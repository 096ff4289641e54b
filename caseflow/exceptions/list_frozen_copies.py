"""List for the officers which copies are frozen, and until when another basis can be recorded."""

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.frozen_copy import FrozenCopy, views_of
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_frozen_copies(work: Work, actor: Actor) -> Disclosed[tuple[FrozenCopy, ...]] | Refused:
    """Return all that are frozen, those first that are destroyed first, those that stay last."""
    given = permit_member(work, actor, Act.COPY_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = select(Drawer).where(Drawer.frozen_at.is_not(None))
    found = found.order_by(Drawer.kept_for.is_not(None), Drawer.frozen_at, Drawer.id)
    rows = intact(work, work.session.scalars(found))
    # As each of them by itself is refused to her whom a wall keeps from the client.
    hidden = hidden_clients(work, actor, {row.client_id for row in rows})
    seen = [row for row in rows if row.client_id not in hidden]
    views = tuple(view for row in seen for view in views_of(work, row))
    shown = dict.fromkeys(view.client for view in views)
    trace(work, given, Deeds(clients=tuple(shown), details={"copies": str(len(views))}))
    work.finish()
    return Disclosed(views)
