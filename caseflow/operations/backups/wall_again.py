"""Put up once more what stands between a client and somebody of the staff, or another client."""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.clients import Client, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.operations.backups.told_again import NOTHING, Leaf, NotTold, doer_of, is_known
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_of_walled
from caseflow.vault.keep_apart import part
from caseflow.vault.permit import Deeds
from caseflow.vault.reasons import oversight_of
from caseflow.vault.walled_whom import whom_of


def wall_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Put it up between her and whom the leaf means; raises NotTold where it means nobody."""
    told, client, unit = leaf["details"], UUID(leaf["client"]), UUID(leaf["unit"])
    row = UUID(told["wall"])
    if is_known(work, Wall, row) or not is_known(work, Client, client):
        return NOTHING
    staff = whom_of(work, row, told.get("whom", ""), work.session.scalars(select(Staff.id)))
    if staff is None:
        raise NotTold(leaf["act"])
    wall = Wall(
        id=row,
        client_id=client,
        staff_id=staff,
        unit_id=unit if is_known(work, UnitRow, unit) else oversight_of(work),
        recorded_by=UUID(leaf["staff"]),
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.session.flush()
    return joined(Deeds(rows=(digest_of(wall),)), end_of_walled(work, client, staff))


def keep_apart_again(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Keep the two apart whom the leaf names, each from whoever works with the other."""
    row = UUID(leaf["details"]["pair"])
    client, other = (UUID(each) for each in leaf["clients"])
    if is_known(work, KeptApart, row) or not all(
        is_known(work, Client, one) for one in (client, other)
    ):
        return NOTHING
    doer = doer_of(leaf)
    pair = KeptApart(
        id=row,
        client_id=client,
        other_id=other,
        unit_id=doer.unit if is_known(work, UnitRow, doer.unit) else oversight_of(work),
        recorded_by=doer.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()
    return part(work, doer, pair)
