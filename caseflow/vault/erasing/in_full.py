"""Say how far the erasure of one unit's file reaches: with the last file all that is left goes."""

from sqlalchemy import or_, select

from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.vault.erasing.scope import Scope


def in_full(work: Work, scope: Scope) -> Scope:
    """Return everything of her instead of a unit's file, where no other unit has anything of her.

    What others copied from that file goes with it, unless it is kept on another basis.
    """
    if scope.unit is None:
        return scope
    cases = select(Case.id).where(Case.client_id.in_(scope.ids), Case.unit_id != scope.unit)
    drawers = select(Drawer.id).where(
        Drawer.client_id.in_(scope.ids),
        Drawer.unit_id != scope.unit,
        or_(
            Drawer.copied_from.is_(None),
            Drawer.copied_from != scope.unit,
            Drawer.kept_for.is_not(None),
        ),
    )
    found = (work.session.scalars(each.limit(1)).first() for each in (cases, drawers))
    return scope if any(each is not None for each in found) else Scope(scope.ids)
