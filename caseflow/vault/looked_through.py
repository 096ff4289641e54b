"""Choose what a search looks through: all cards of the unit, or those that its index leads to.

A small unit has no index; one that has grown gets one, and one that has shrunk gives it up. While
it is being built for the first time, all cards are looked through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.client_codes import read_code
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.search_index import UnitIndex
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.codes import tag_of
from caseflow.vault.contacts import contact_asked_for
from caseflow.vault.index_terms import terms_sought
from caseflow.vault.search_index import (
    CANDIDATES,
    begin_generation,
    drop_index,
    fitting,
    generations,
    index_key,
)
from caseflow.vocabulary.actors import Actor

_SHRUNK = 0.9  # of the threshold: a unit that stands at it neither builds nor drops each day


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What a search has before it, still sealed."""

    file: ClientFile
    by_index: bool = False  # words of a name are found together only
    more: bool = False  # the index leads to more than are opened


def look_through(work: Work, actor: Actor, query: str, *, closed: bool) -> LookedThrough:
    """Return the clients among whom those that fit are to be found."""
    keys = ring(work).unit_at_hand(actor.unit)
    contacts = contact_asked_for(query) is not None
    listed = not query.strip()
    found = None if keys is None or listed else _led_to(work, keys, query)
    if found is None:
        file = load_file(work, actor, closed=closed, contacts=contacts, ordered=listed)
        return LookedThrough(file)
    among = set(found[:CANDIDATES])
    file = load_file(work, actor, closed=closed, contacts=contacts, among=among, ordered=False)
    return LookedThrough(file, by_index=True, more=len(found) > CANDIDATES)


def _led_to(work: Work, keys: OpenedUnit, query: str) -> list[UUID] | None:
    """Return whom the unit's index leads to; None where all are looked through."""
    rows = generations(work, keys.unit)
    threshold = work.configuration.limits.scan_up_to
    if not rows:
        if _has_more(work, keys.unit, threshold):
            begin_generation(work, keys, 1)
        return None
    if not _has_more(work, keys.unit, int(threshold * _SHRUNK)):
        drop_index(work, keys.unit)
        return None
    if not any(row.complete for row in rows):
        return None
    if any(index_key(work, keys, row) is None for row in rows):
        return None  # a damaged one leads to nobody
    return _by_index(work, keys, rows, query)


def _by_index(work: Work, keys: OpenedUnit, rows: Sequence[UnitIndex], query: str) -> list[UUID]:
    code = read_code(query)
    coded = [] if code is None else _of_code(work, code)
    return [*coded, *fitting(work, keys, rows, terms_sought(query))]


def _of_code(work: Work, code: str) -> list[UUID]:
    return list(
        work.session.scalars(select(Client.id).where(Client.code_tag == tag_of(work, code)))
    )


def _has_more(work: Work, unit: UUID, threshold: int) -> bool:
    """Say whether a unit has more cases than that; no more are counted."""
    found = select(Case.id).where(Case.unit_id == unit).offset(threshold).limit(1)
    return work.session.scalar(found) is not None
