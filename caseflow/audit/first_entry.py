"""Find the first entry of an act from a position on that says something."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.acts import Act


def first_entry(
    work: Work, act: Act, since: int, says: Callable[[Mapping[str, Any]], bool]
) -> int | None:
    """Return its position; None where no permitted entry of the act says so.

    What is past its retention says nothing any more.
    """
    found = (
        select(Leaf.position, Leaf.payload)
        .where(
            Leaf.act == act,
            Leaf.decision == "permitted",
            Leaf.position >= since,
            Leaf.pruned_by.is_(None),
        )
        .order_by(Leaf.position)
    )
    rows = work.session.execute(found)
    return next((row.position for row in rows if says(read_payload(row.payload))), None)
