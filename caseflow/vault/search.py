"""Find clients by name or code among those open to the acting unit.

What is seen is known only after opening, so there are two entries: "searched", committed before
a card is opened, and "shown" with the ids, committed before the answer leaves.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.codes import code_of
from caseflow.vault.looked_through import look_through
from caseflow.vault.matching import matching
from caseflow.vault.name_cards import Named, named
from caseflow.vault.permit import Deeds, Permit, permit_member, trace
from caseflow.vault.reached_by import reached_by
from caseflow.vault.work_page import first_named, shown_names
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

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
    by_index: bool = False  # too many clients for one word of a name: two find her, or her year


def search(
    work: Work,
    actor: Actor,
    query: str,
    *,
    closed: bool = False,
    start: int = 0,
    most: int = SHOWN_AT_MOST,
) -> Disclosed[Page] | Refused:
    """Return the unit's clients that fit what was typed, best first; nothing typed means all.

    A page holds as many as are wanted, 50 unless said; `start` counts from 0. Closed cases are
    looked through on demand.
    """
    given = permit_member(work, actor, Act.CLIENT_SEARCH)
    if isinstance(given, Refused):
        work.finish()
        return given
    seen = _seen(work, actor, given, query, closed=closed, wanted=start + most)
    return _page(work, actor, seen, slice(start, start + most))


def show_some(
    work: Work,
    actor: Actor,
    clients: Collection[UUID],
    start: int = 0,
    most: int = SHOWN_AT_MOST,
    *,
    closed: bool = False,
) -> Disclosed[Page] | Refused:
    """Return those of some clients, named by any id, who have an open case here, in their order.

    `closed`: those whose case is closed too.
    """
    given = permit_member(work, actor, Act.CLIENT_SEARCH)
    if isinstance(given, Refused):
        work.finish()
        return given
    seen = _seen_among(work, actor, given, clients, closed=closed)
    return _page(work, actor, seen, slice(start, start + most))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a search has found, the best first, and what it rests on."""

    file: ClientFile
    names: Mapping[UUID, Named]
    found: Sequence[UUID]
    reached: Mapping[UUID, UUID | None] = field(default_factory=dict)
    more: bool = False
    by_index: bool = False


def _seen(
    work: Work, actor: Actor, given: Permit, query: str, *, closed: bool, wanted: int
) -> _Seen:
    """Commit the trace of the search, and open what it looks through only then."""
    if not query.strip() and not closed:
        trace(work, given, Deeds())
        work.finish()
        first = first_named(work, actor, wanted + 1)
        if first is not None:
            return _Seen(first.file, first.names, first.listed)
        looked = look_through(work, actor, query, closed=closed)
    else:
        looked = look_through(work, actor, query, closed=closed)
        trace(work, given, Deeds())
    work.finish()
    file = looked.file
    names = shown_names(file, named(work, file.cards))
    reached = reached_by(work, file, query)
    found = matching(work, file, names, reached, query)
    return _Seen(file, names, found, reached, looked.more, looked.by_index)


def _seen_among(
    work: Work, actor: Actor, given: Permit, among: Collection[UUID], *, closed: bool
) -> _Seen:
    """Commit the trace of the look, and open the cards of these only then."""
    file = load_file(work, actor, closed=closed, among=among)
    trace(work, given, Deeds())
    work.finish()
    names = shown_names(file, named(work, file.cards))
    return _Seen(file, names, matching(work, file, names, {}, ""))


def _page(work: Work, actor: Actor, seen: _Seen, wanted: slice) -> Disclosed[Page] | Refused:
    """Return a part of what was seen, traced before it leaves."""
    on_page = seen.found[wanted]
    rested = _rested_on(seen, on_page)
    shown = permit_member(work, actor, Act.CLIENT_SHOWN, consents=rested)
    if isinstance(shown, Refused):
        work.finish()
        return shown
    trace(work, shown, Deeds(clients=tuple(on_page)))
    work.finish()
    items = tuple(_found(work, actor, seen, client) for client in on_page)
    more = seen.more or len(seen.found) > wanted.stop
    return Disclosed(Page(items, more=more, by_index=seen.by_index))


def _found(work: Work, actor: Actor, seen: _Seen, client: UUID) -> Found:
    case = seen.file.cases[client]
    return Found(
        client=client,
        case=case.id,
        code=code_of(work, case),
        name=seen.names[client].name if client in seen.names else "",
        open=case.closed_at is None,
        assigned=actor.staff in case.assigned,
    )


def _rested_on(seen: _Seen, shown: Iterable[UUID]) -> list[Consent]:
    """Return the consents that a page rests on: those of its names, and of what found them."""
    clients = list(shown)
    consents = {seen.names[client].consent for client in clients if client in seen.names}
    consents |= {seen.reached[client] for client in clients if client in seen.reached}
    return [row for id_, row in seen.file.consents.items() if id_ in consents]
