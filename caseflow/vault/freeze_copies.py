"""Freeze what was copied under a consent that she took back, in the transaction that records it.

This needs no key. Policy has closed the copies already; what is written down here is since when,
so that they are destroyed in time, and stay closed should the consent be put back as it was.
"""

from collections.abc import Iterable

from caseflow.audit.entries import RowDigest
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.policy.copies import is_frozen
from caseflow.policy.facts import ConsentFact
from caseflow.vault.facts_of_rows import drawer_fact


def freeze_copies(
    work: Work, drawers: Iterable[Drawer], consents: Iterable[ConsentFact]
) -> tuple[RowDigest, ...]:
    """Return the digests of the drawers of copies that are frozen from now on.

    Raises Stale when another request changed one meanwhile.
    """
    now, known = work.clock.now(), tuple(consents)
    # In ascending id, as whoever reads them holds them.
    thawed = sorted((each for each in drawers if stands(each)), key=lambda each: each.id)
    frozen = [drawer for drawer in thawed if is_frozen(drawer_fact(drawer), known, now)]
    for drawer in frozen:
        change(work, drawer, frozen_at=now)
    return tuple(digest_of(drawer) for drawer in frozen)


def stands(drawer: Drawer) -> bool:
    """Say whether a drawer holds copies that are not frozen."""
    return drawer.copied_from is not None and drawer.frozen_at is None
