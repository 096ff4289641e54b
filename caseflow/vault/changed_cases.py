"""Say by the log when the cases of clients were last assigned otherwise, restricted or let go.

The row says whose a case is now, and not whose it was.
"""

from collections.abc import Collection
from contextlib import suppress
from uuid import UUID

from sqlalchemy import and_, or_, select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act

# Closing leaves a case to whom it was left; opening is here for it restricts others of a pair.
_REASSIGNING = (
    Act.CASE_OPEN,
    Act.CASE_ASSIGN,
    Act.HANDOVER_ACCEPT,
)
_OF_PAIRS = (Act.APART_RECORD, Act.APART_LIFT, Act.MERGE_ANSWER, Act.MERGE_UNDO)


def changed_cases(work: Work, clients: Collection[UUID]) -> dict[UUID, tuple[int, str]]:
    """Return position and request of the last such entry by the id of the case.

    What followed at another client stands in the entry at the one whom the act was about, so the
    entries of pairs are looked through for all.
    """
    hers = and_(Leaf.client_id.in_(clients), Leaf.act.in_(_REASSIGNING))
    found = select(Leaf.position, Leaf.payload).where(or_(hers, Leaf.act.in_(_OF_PAIRS)))
    changed: dict[UUID, tuple[int, str]] = {}
    for position, payload in work.session.execute(found.order_by(Leaf.position)):
        with suppress(TypeError, ValueError):  # past its retention
            content = read_payload(payload)
            for row in content.get("rows", ()):
                if row["table"] == Case.__tablename__:
                    changed[UUID(row["id"])] = position, content["request"]
    return changed
