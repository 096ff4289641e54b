"""Keep one sealed list of a unit's clients in the order of their names.

Opening it and fifty cards is a hundred times cheaper than opening twenty thousand names to sort.
"""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.cards import CardPlace, open_order, seal_order
from caseflow.crypto.ordered_ids import OrderedIds
from caseflow.database.tables.name_cards import CardOrder
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.names import fold
from caseflow.vocabulary.errors import BrokenKey, Stale

NamesOf = Callable[[Iterable[UUID]], dict[UUID, str]]
Rank = tuple[bool, str]


def load_order(work: Work, unit: UUID) -> CardOrder | None:
    """Return a unit's sealed list as it stands in the database."""
    return work.session.get(CardOrder, unit, populate_existing=True)


def open_list(work: Work, keys: OpenedUnit, row: CardOrder | None) -> list[UUID]:
    """Return the ids of clients by name, to be written anew."""
    return open_ids(work, keys, row).every()


def open_ids(work: Work, keys: OpenedUnit, row: CardOrder | None) -> OrderedIds:
    """Return the ids of clients by name; the list may name some that are no longer open.

    A damaged list counts as empty and becomes an alarm; the next filing begins it anew.
    """
    if row is None:
        return OrderedIds()
    place = CardPlace(work.installation, keys.unit, keys.unit, row.revision)
    try:
        return open_order(keys.of(row.unit_key_id).cards, place, row.sealed)
    except BrokenKey:
        work.alarms.append(Alarm.of_key("card_orders", keys.unit))
        return OrderedIds()


def sort_into_order(
    work: Work, keys: OpenedUnit, client: UUID, names_of: NamesOf, name: str
) -> None:
    """Put a client where her name belongs, comparing with few other cards.

    Raises Stale when another request changed the list meanwhile.
    """
    sort_all_into_order(work, keys, {client: name}, names_of)


def sort_all_into_order(
    work: Work, keys: OpenedUnit, names: Mapping[UUID, str], names_of: NamesOf
) -> None:
    """Put several clients where their names belong; the list is opened and sealed once.

    Raises Stale when another request changed the list meanwhile.
    """
    row = load_order(work, keys.unit)
    ids = [known for known in open_list(work, keys, row) if known not in names]
    places = {client: _rank(name) for client, name in names.items()}
    found = _positions(ids, places, names_of)
    # From the end on: what is put in leaves the positions before it as they are.
    for client in sorted(names, key=lambda each: (found[each], places[each]), reverse=True):
        ids.insert(found[client], client)
    _write(work, keys, row, ids)


def remove_from_order(work: Work, keys: OpenedUnit, client: UUID) -> None:
    """Take a client out of the list.

    Raises Stale when another request changed the list meanwhile.
    """
    row = load_order(work, keys.unit)
    ids = open_list(work, keys, row)
    if client in ids:
        _write(work, keys, row, [known for known in ids if known != client])


def renew_order(work: Work, keys: OpenedUnit) -> None:
    """Seal the list under the unit's newest key, where it still lies under a former one.

    Raises Stale when another request changed the list meanwhile.
    """
    row = load_order(work, keys.unit)
    if row is not None and row.unit_key_id != keys.key_id:
        _write(work, keys, row, open_list(work, keys, row))


def _rank(name: str) -> Rank:
    """Return what names are compared by: nameless cards, and ids without one, are at the end."""
    return not name, fold(name)


def _positions(ids: list[UUID], places: Mapping[UUID, Rank], names_of: NamesOf) -> dict[UUID, int]:
    """Halve all searches at once, so that each round asks for its names together."""
    low, high = dict.fromkeys(places, 0), dict.fromkeys(places, len(ids))
    while searched := [client for client in places if low[client] < high[client]]:
        middles = {client: (low[client] + high[client]) // 2 for client in searched}
        names = names_of({ids[middle] for middle in middles.values()})
        for client, middle in middles.items():
            if places[client] < _rank(names.get(ids[middle], "")):
                high[client] = middle
            else:
                low[client] = middle + 1
    return low


def _write(work: Work, keys: OpenedUnit, row: CardOrder | None, ids: list[UUID]) -> None:
    revision = 1 if row is None else row.revision + 1
    place = CardPlace(work.installation, keys.unit, keys.unit, revision)
    sealed = seal_order(keys.cards, place, ids)
    if row is None:
        _begin(
            work,
            CardOrder(unit_id=keys.unit, unit_key_id=keys.key_id, revision=revision, sealed=sealed),
        )
        return
    written = work.session.execute(
        update(CardOrder)
        .where(CardOrder.unit_id == keys.unit, CardOrder.revision == row.revision)
        .values(unit_key_id=keys.key_id, revision=revision, sealed=sealed)
        .execution_options(synchronize_session=False)
        .returning(CardOrder.revision)
    ).scalar_one_or_none()
    if written is None:
        raise Stale("card_orders")


def _begin(work: Work, row: CardOrder) -> None:
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale("card_orders") from error
