"""List what lies under a unit's own key and is made anew when that key was renewed.

Whatever opens by the chain of former keys works without: codes on cases, filed cards, kept answers,
tags of imported lines. What does not, or must not any more, has its line here.
"""

from collections.abc import Callable

from sqlalchemy.exc import OperationalError

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.begin_again import begin_again
from caseflow.vault.build_index import rebuild_index
from caseflow.vault.card_order import renew_order
from caseflow.vocabulary.errors import Stale

# Each finds by itself what is not under the newest key, so that it can be called at any time and
# again after a kill; each may finish the unit of work on its way.
REBUILDS: tuple[Callable[[Work, OpenedUnit], None], ...] = (renew_order, rebuild_index)


def rebuild_after_renewal(work: Work) -> None:
    """Make all of it anew for the unit whose key is at hand; whoever is faster may do a part."""
    unit = ring(work).unit
    if unit is None:
        return
    for rebuild in REBUILDS:
        _rebuilt(work, unit, rebuild)


def _rebuilt(work: Work, unit: OpenedUnit, rebuild: Callable[[Work, OpenedUnit], None]) -> None:
    try:
        rebuild(work, unit)
    except (Stale, OperationalError):
        begin_again(work)
        return
    work.finish()
