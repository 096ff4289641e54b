"""Take back the keys that no consent opens any more; this needs no key at all.

The drawers fall due to turn: at once where the acting unit owns them, else at the owning unit's
next request. Until then policy and the missing envelope keep them closed.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import delete

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due, revoke
from caseflow.keys.events import KeyEvent
from caseflow.policy.facts import ConsentFact
from caseflow.vault.grants import readers_of_each
from caseflow.vault.honoured import Honoured, honoured
from caseflow.vault.identity_cards import CARDS
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.plans import units_let_in
from caseflow.vault.same_person import person_of
from caseflow.vault.turn import turn


def close_drawers(
    work: Work,
    unit: UUID | None,
    drawers: Sequence[Drawer],
    consents: Iterable[ConsentFact],
    act: UUID,
) -> tuple[KeyEvent, ...]:
    """Take back every envelope that the client's consents, as they stand now, do not account for.

    `unit` is the acting unit, whose own drawers turn at once; None where no unit acts.
    """
    known = honoured(work, drawers[0].client_id, consents) if drawers else Honoured(())
    events: list[KeyEvent] = []
    held = readers_of_each(work, drawers)
    for drawer in drawers:
        # What nobody else reads costs nothing: the time must not tell that there is such a drawer.
        surplus = _surplus(work, known, drawer, held[drawer.id])
        if not surplus:
            continue
        for receiver in sorted(surplus, key=str):  # one may be no id at all
            events.extend(revoke(work, [drawer], receiver))
        # What is copied of her makes no card.
        if drawer.category in CARDS and drawer.copied_from is None:
            _remove_cards(work, drawer, surplus)
        mark_due(work, drawer, work.clock.now())
        if drawer.unit_id == unit and bring_key(work, drawer, unit) is not None:
            events.extend(turn(work, known, drawer, act))
    return tuple(events)


def _surplus(work: Work, known: Honoured, drawer: Drawer, held: set[UUID]) -> set[UUID]:
    """Return the other units that hold a drawer's key though nothing lets them read it."""
    others = held - {drawer.unit_id}
    if not others:
        return others
    return others - units_let_in(work, known, drawer)


def _remove_cards(work: Work, drawer: Drawer, units: Iterable[UUID]) -> None:
    """Remove what others told these units of her; what a unit knows by itself stays with it.

    The tokens of a card go with it.
    """
    work.session.execute(
        delete(NameCard).where(
            NameCard.client_id.in_(person_of(work, drawer.client_id).ever),
            NameCard.category == drawer.category,
            NameCard.unit_id.in_(list(units)),
            NameCard.consent_id.is_not(None),
        )
    )
