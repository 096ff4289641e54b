"""What the log of a house tells, from its leaves and from what is still staged."""

from typing import Any

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.vocabulary.acts import Act
from tests.factories.house import House


def told(house: House) -> list[dict[str, Any]]:
    """Return every entry of the log, the oldest first."""
    work = house.work()
    standing = select(Leaf.payload).where(Leaf.pruned_by.is_(None))
    leaves = work.session.scalars(standing.order_by(Leaf.position)).all()
    staged = work.session.scalars(select(StagedEntry.payload)).all()
    found = [read_payload(payload) for payload in (*leaves, *staged)]
    work.put_away()
    # What factories write without an act is nobody's.
    return [each for each in found if each["act"] != Act.ROWS_TELL]
