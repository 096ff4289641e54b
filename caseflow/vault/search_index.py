"""Keep the blind index of a large unit: its keys, and the tokens of its cards.

A unit with few clients has none. While a renewed one is built, tokens of the former generation are
found as well; what is written meanwhile stands in the newest alone.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from caseflow.crypto.blind_index import (
    IndexPlace,
    Term,
    card_tokens,
    new_index_key,
    open_index_key,
    seal_index_key,
    sought_tokens,
)
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.search_index import IndexToken, UnitIndex
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vocabulary.errors import BrokenKey, MissingKey

# Opened for one search; whoever is told that there are more writes more of the name.
CANDIDATES = 500


def generations(work: Work, unit: UUID) -> Sequence[UnitIndex]:
    """Return the generations of a unit's index, the newest first."""
    found = select(UnitIndex).where(UnitIndex.unit_id == unit)
    newest_first = found.order_by(UnitIndex.generation.desc())
    return work.session.scalars(newest_first.execution_options(populate_existing=True)).all()


def begin_generation(work: Work, keys: OpenedUnit, generation: int) -> None:
    """Begin an index with a key of its own, unless another request does; settling builds it.

    Whoever files a card holds the unit's row by it until her commit, and looks only then for an
    index. So none is begun meanwhile: her card would be in none, and the builder could be past it.
    """
    place = IndexPlace(work.installation, keys.unit, generation)
    row = {
        "unit_id": keys.unit,
        "generation": generation,
        "unit_key_id": keys.key_id,
        "sealed": seal_index_key(keys.cards, place, new_index_key()),
        "complete": False,
    }
    nobody_files = select(UnitRow.id).where(UnitRow.id == keys.unit).with_for_update(nowait=True)
    try:
        with work.session.begin_nested():
            work.session.execute(nobody_files)
            work.session.execute(insert(UnitIndex), row)
    except (IntegrityError, OperationalError):
        return


def put_tokens(
    work: Work, keys: OpenedUnit, cards: Iterable[tuple[NameCard, Sequence[Term]]]
) -> None:
    """Write the tokens of cards that were filed just now, if the unit has an index."""
    for row in generations(work, keys.unit)[:1]:
        fill_tokens(work, index_key(work, keys, row), cards)


def fill_tokens(
    work: Work, key: bytes | None, cards: Iterable[tuple[NameCard, Sequence[Term]]]
) -> None:
    """Write the tokens of cards under an index key; without one there is nothing to write."""
    rows = [
        {"client_id": card.client_id, "card_id": card.id, "unit_id": card.unit_id, "token": token}
        for card, terms in cards
        for token in (() if key is None else card_tokens(key, terms))
    ]
    if rows:
        work.session.execute(insert(IndexToken), rows)


def index_key(work: Work, keys: OpenedUnit, row: UnitIndex) -> bytes | None:
    """Return the key of a generation; None and an alarm where it does not open."""
    place = IndexPlace(work.installation, row.unit_id, row.generation)
    try:
        return open_index_key(keys.of(row.unit_key_id).cards, place, row.sealed)
    except (BrokenKey, MissingKey):
        work.alarms.append(Alarm.of_key(UnitIndex.__tablename__, row.unit_id))
        return None


def fitting(
    work: Work, keys: OpenedUnit, rows: Iterable[UnitIndex], terms: Sequence[Term]
) -> list[UUID]:
    """Return the clients who have a token of one of the terms, one more than are opened."""
    opened = (index_key(work, keys, row) for row in rows)
    tokens = [token for key in opened if key is not None for token in sought_tokens(key, terms)]
    if not tokens:
        return []
    found = (
        select(IndexToken.client_id)
        .where(IndexToken.unit_id == keys.unit, IndexToken.token.in_(tokens))
        .distinct()
        .limit(CANDIDATES + 1)
    )
    return list(work.session.scalars(found))


def drop_index(work: Work, unit: UUID) -> None:
    """Give up a unit's index: it has so few clients that a scan is enough."""
    for table in (IndexToken, UnitIndex):
        work.session.execute(delete(table).where(table.unit_id == unit))
