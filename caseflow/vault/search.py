"""Find clients by name or code among those open to the acting unit.

What is seen is known only after opening, so there are two entries: "searched", committed before
a card is opened, and "shown" with the ids, committed before the answer leaves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.client_codes import read_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import load_order, open_list
from caseflow.vault.codes import code_of
from caseflow.vault.hidden import walled_clients
from caseflow.vault.name_cards import CardText, cards_of, open_cards
from caseflow.vault.names import Likeness, fold, likeness, typed
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import MissingKey

SHOWN_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A client as a search or a work list shows her; the name is empty when it is not open."""

    client: UUID
    case: UUID
    code: str
    name: str
    open: bool  # her case in this unit
    assigned: bool  # to the one who looks


@dataclass(frozen=True, slots=True)
class Page:
    """Some clients in order, and whether there are more."""

    items: tuple[Found, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class _File:
    """What a unit has to look through, still sealed."""

    cases: dict[UUID, Case]
    cards: dict[UUID, NameCard]
    order: CardOrder | None


def search(
    work: Work, actor: Actor, query: str, *, closed: bool = False, start: int = 0
) -> Disclosed[Page] | Refused:
    """Return the unit's clients that fit what was typed, best first; nothing typed means all.

    A page holds at most 50; `start` counts from 0. Closed cases are looked through on demand.
    """
    given = permit_member(work, actor, Act.CLIENT_SEARCH)
    if isinstance(given, Refused):
        work.finish()
        return given
    file = _load(work, actor, closed=closed)
    trace(work, given, Deeds())
    work.finish()
    found = _matching(work, actor, file, query)
    page = Page(
        tuple(found[start : start + SHOWN_AT_MOST]), more=len(found) > start + SHOWN_AT_MOST
    )
    shown = permit_member(work, actor, Act.CLIENT_SHOWN)
    if isinstance(shown, Refused):
        work.finish()
        return shown
    trace(work, shown, Deeds(clients=tuple(each.client for each in page.items)))
    work.finish()
    return Disclosed(page)


def _load(work: Work, actor: Actor, *, closed: bool) -> _File:
    found = select(Case).where(Case.unit_id == actor.unit)
    if not closed:
        found = found.where(Case.closed_at.is_(None))
    walled = walled_clients(work, actor)
    cases = {
        case.client_id: case
        for case in sorted(
            intact(work, work.session.scalars(found)),
            key=lambda case: (case.closed_at is None, case.opened_at),
        )
        if case.client_id not in walled and (not case.restricted or actor.staff in case.assigned)
    }
    cards = cards_of(work, actor.unit, cases)
    return _File(cases, cards, load_order(work, actor.unit))


def _matching(work: Work, actor: Actor, file: _File, query: str) -> list[Found]:
    texts = open_cards(work, file.cards)
    if not query.strip():
        return [_found(work, actor, file, texts, client) for client in _in_order(work, file)]
    code = read_code(query)
    wanted = typed(query)
    ranked: list[tuple[Likeness, str, Found]] = []
    for client in file.cases:
        found = _found(work, actor, file, texts, client)
        rank = Likeness.EXACT if code == found.code else likeness(wanted, found.name)
        if rank is not Likeness.NONE:
            ranked.append((rank, fold(found.name), found))
    ranked.sort(key=lambda each: (each[0], each[1], each[2].code))
    return [found for _, _, found in ranked]


def _in_order(work: Work, file: _File) -> Iterable[UUID]:
    keys = ring(work).unit
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open its cards")
    listed = [client for client in open_list(work, keys, file.order) if client in file.cases]
    known = set(listed)
    # Whoever has no card yet, or none any more, is shown by her code at the end.
    rest = [client for client in file.cases if client not in known]
    return [*listed, *sorted(rest, key=lambda client: file.cases[client].opened_at)]


def _found(
    work: Work, actor: Actor, file: _File, texts: dict[UUID, CardText], client: UUID
) -> Found:
    case = file.cases[client]
    return Found(
        client=client,
        case=case.id,
        code=code_of(work, case),
        name=texts[client].name if client in texts else "",
        open=case.closed_at is None,
        assigned=actor.staff in case.assigned,
    )
