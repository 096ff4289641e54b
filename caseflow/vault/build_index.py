"""Build a unit's blind index, some cards at a time, so that no request waits for all of them.

How far it is stands in the row of its generation: after a kill the next request goes on there.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.orm import aliased

from caseflow.crypto.blind_index import Term
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.search_index import IndexToken, UnitIndex
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.name_cards import open_or_alarm
from caseflow.vault.search_index import begin_generation, fill_tokens, generations, index_key
from caseflow.vocabulary.errors import Stale

CARDS_AT_ONCE = 200  # a tenth of a second

# Whether `:unit` has an index that is not built, or none under its newest key, `:unit_key`.
_PRESENT = aliased(UnitIndex)
UNBUILT = select(UnitIndex.unit_id).where(
    UnitIndex.unit_id == bindparam("unit"),
    or_(
        UnitIndex.complete.is_(False),
        ~exists().where(
            _PRESENT.unit_id == UnitIndex.unit_id,
            _PRESENT.unit_key_id == bindparam("unit_key"),
        ),
    ),
)


def renew_index(work: Work, keys: OpenedUnit) -> None:
    """Begin an index under the unit's newest key, where there is one under a former key.

    What was copied with the former key finds nobody in what is written from now on.
    """
    rows = generations(work, keys.unit)
    if rows and rows[0].unit_key_id != keys.key_id:
        begin_generation(work, keys, rows[0].generation + 1)


def rebuild_index(work: Work, keys: OpenedUnit) -> None:
    """Build the index of a unit that has one to its end, for whoever waits for it.

    Raises Stale when another request goes on with it, OperationalError when one deletes a card.
    """
    while build_index(work, keys.unit, CARDS_AT_ONCE):
        work.finish()


def build_index(work: Work, unit: UUID, at_most: int) -> bool:
    """Put some more cards into the newest generation; say whether there are still others.

    Raises Stale when another request put them in, OperationalError when one deletes a card.
    """
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        return False
    renew_index(work, keys)
    rows = generations(work, unit)
    if not rows or rows[0].complete:
        return False
    newest = rows[0]
    key = index_key(work, keys, newest)
    if key is None:
        begin_generation(work, keys, newest.generation + 1)
        return False
    cards = _next_cards(work, newest, at_most)
    _hold(work, newest, cards, at_most)
    ids = [card.id for card in cards]
    work.session.execute(delete(IndexToken).where(IndexToken.card_id.in_(ids)))
    fill_tokens(work, key, _with_terms(work, cards))
    if len(cards) < at_most:
        older = (UnitIndex.unit_id == unit, UnitIndex.generation < newest.generation)
        work.session.execute(delete(UnitIndex).where(*older))
    return len(cards) == at_most


def _next_cards(work: Work, row: UnitIndex, at_most: int) -> Sequence[NameCard]:
    """Return the cards that are next, held so that nobody deletes one before its tokens are there.

    Whoever deletes one is not waited for: she may be about to delete one that is held here.
    """
    found = select(NameCard).where(NameCard.unit_id == row.unit_id, NameCard.filed.is_(True))
    if row.done_to is not None:
        found = found.where(NameCard.id > row.done_to)
    held = found.with_for_update(read=True, key_share=True, nowait=True)
    return work.session.scalars(held.order_by(NameCard.id).limit(at_most)).all()


def _hold(work: Work, row: UnitIndex, cards: Sequence[NameCard], at_most: int) -> None:
    """Note how far it is; raises Stale when another request has gone on meanwhile."""
    done_to = cards[-1].id if cards else row.done_to
    written = work.session.execute(
        update(UnitIndex)
        .where(
            UnitIndex.unit_id == row.unit_id,
            UnitIndex.generation == row.generation,
            UnitIndex.complete.is_(False),
            UnitIndex.done_to.is_not_distinct_from(row.done_to),
        )
        .values(done_to=done_to, complete=len(cards) < at_most)
        .execution_options(synchronize_session=False)
        .returning(UnitIndex.generation)
    ).scalar_one_or_none()
    if written is None:
        raise Stale(UnitIndex.__tablename__)


def _with_terms(work: Work, cards: Sequence[NameCard]) -> Iterator[tuple[NameCard, Sequence[Term]]]:
    """Return the cards with their terms; a damaged one gets chance alone, and an alarm."""
    for card in cards:
        text = open_or_alarm(work, card)
        yield card, [] if text is None else text.terms
