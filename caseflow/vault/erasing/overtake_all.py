"""Mark what partners outside were told of a record that is erased (Art. 19 GDPR).

That it was told stays as evidence; each of them is to be told that it is gone here.
"""

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.vault.erasing.scope import Scope
from caseflow.vault.permit import Deeds


def overtake_all(work: Work, scope: Scope) -> Deeds:
    """Mark it, whatever they had heard of it before; of one unit's file what that unit told."""
    found = select(Disclosure).where(Disclosure.client_id.in_(scope.ids))
    if scope.unit is not None:
        found = found.where(Disclosure.unit_id == scope.unit)
    rows = intact(work, work.session.scalars(found.order_by(Disclosure.id)))
    for row in rows:
        change(
            work, row, overtaken_at=work.clock.now(), retold=None, retold_at=None, retold_by=None
        )
    return Deeds(rows=tuple(digest_of(row) for row in rows))
