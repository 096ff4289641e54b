"""Decide every access of a house again, as the officers' review does."""

from sqlalchemy import func, select

from caseflow.database.tables.audit_log import Leaf
from caseflow.vault.recompute import Span, recompute
from caseflow.vocabulary.hindsight import Outcome, Recomputed
from tests.factories.house import House
from tests.factories.integrated import integrated


def found_in(house: House) -> list[Recomputed]:
    """Return the accesses that the rows do not bear out."""
    while integrated(house):
        pass
    with house.sessions() as session:
        size = session.scalars(select(func.count()).select_from(Leaf)).one()
    decided = list(recompute(house.work(), Span(0, size), _silent))
    assert decided, "nothing was decided"
    fine = {Outcome.AGREES, Outcome.UNDECIDABLE}
    return [each for each in decided if each.verdict.outcome not in fine]


def _silent(_done: int, _all: int) -> None:
    """Show no progress."""
