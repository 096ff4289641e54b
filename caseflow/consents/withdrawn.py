"""Say what a withdrawal did, and what was read before it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from caseflow.consents.seen import Seen, part_of, seen_under
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.gather import drawers_of
from caseflow.vault.kept_copies import KeptCopy, kept_copies
from caseflow.vault.permit import Permit
from caseflow.vocabulary.bases import BasisKind


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal that has taken effect, and what was read under what it ends."""

    effective_at: datetime
    seen: tuple[Seen, ...]  # what the acting unit may be shown: nothing at a desk, nor the officer
    for_receipt: tuple[Seen, ...]  # all of it, printed for her and shown to nobody else
    frozen: tuple[KeptCopy, ...] = ()  # copies until they are destroyed; shown like what was seen
    frozen_for_receipt: tuple[KeptCopy, ...] = ()


def what_was_seen(
    work: Work, given: Permit, consents: Collection[Consent], at: datetime
) -> Withdrawn:
    """Return a withdrawal at an instant with what was read under these consents."""
    everything = seen_under(work, consents)
    has_case = any(basis.kind is BasisKind.OWN_UNIT for basis in given.used)
    unit, named = given.actor.unit, [consent.id for consent in consents]
    drawers = drawers_of(work, given.ask.client)
    copies = kept_copies(work, drawers, named, frozen=True)
    shown = part_of(everything, consents, unit) if has_case else ()
    told = part_of(copies, consents, unit) if has_case else ()
    return Withdrawn(at, shown, everything, told, copies)
