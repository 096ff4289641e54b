"""Find clients by name or code among those open to the acting unit.

What is seen is known only after opening, so there are two entries: "searched", committed before
a card is opened, and "shown" with the ids, committed before the answer leaves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.crypto.client_codes import read_code
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import open_list
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.codes import code_of
from caseflow.vault.name_cards import Named, named
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
    file = load_file(work, actor, closed=closed)
    trace(work, given, Deeds())
    work.finish()
    names = _shown_as(file, named(work, file.cards))
    found = _matching(work, actor, file, names, query)
    page = Page(tuple(found[start : start + most]), more=len(found) > start + most)
    rested = _rested_on(file, names, page.items)
    shown = permit_member(work, actor, Act.CLIENT_SHOWN, consents=rested)
    if isinstance(shown, Refused):
        work.finish()
        return shown
    trace(work, shown, Deeds(clients=tuple(each.client for each in page.items)))
    work.finish()
    return Disclosed(page)


def _matching(
    work: Work, actor: Actor, file: ClientFile, names: Mapping[UUID, Named], query: str
) -> list[Found]:
    if not query.strip():
        return [_found(work, actor, file, names, each) for each in _in_order(work, file, names)]
    code = read_code(query)
    wanted = typed(query)
    ranked: list[tuple[Likeness, str, Found]] = []
    for client in file.cases:
        found = _found(work, actor, file, names, client)
        rank = Likeness.EXACT if code == found.code else likeness(wanted, found.name)
        if rank is not Likeness.NONE:
            ranked.append((rank, fold(found.name), found))
    ranked.sort(key=lambda each: (each[0], each[1], each[2].code))
    return [found for _, _, found in ranked]


def _in_order(work: Work, file: ClientFile, names: Mapping[UUID, Named]) -> Iterable[UUID]:
    keys = ring(work).unit
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open its cards")
    # Only whose name shows stands by it: among the named, her place alone would tell it.
    order = (file.shown_as.get(each) for each in open_list(work, keys, file.order))
    listed = list(dict.fromkeys(each for each in order if each is not None and each in names))
    known = set(listed)
    rest = sorted(
        (client for client in file.cases if client not in known),
        key=lambda client: _place(file, names, client),
    )
    return [*listed, *rest]


def _shown_as(file: ClientFile, names: Mapping[UUID, Named]) -> dict[UUID, Named]:
    """Return the names by the ids that their clients are shown under, the newest of each."""
    shown: dict[UUID, Named] = {}
    for client, each in names.items():
        shown.setdefault(file.shown_as[client], each)
    return shown


def _place(
    file: ClientFile, names: Mapping[UUID, Named], client: UUID
) -> tuple[bool, str, datetime]:
    """Return where a client stands whom the list does not name: by name, the nameless last."""
    named = names.get(client)
    return named is None, "" if named is None else fold(named.name), file.cases[client].opened_at


def _found(
    work: Work, actor: Actor, file: ClientFile, names: Mapping[UUID, Named], client: UUID
) -> Found:
    case = file.cases[client]
    return Found(
        client=client,
        case=case.id,
        code=code_of(work, case),
        name=names[client].name if client in names else "",
        open=case.closed_at is None,
        assigned=actor.staff in case.assigned,
    )


def _rested_on(
    file: ClientFile, names: Mapping[UUID, Named], shown: Iterable[Found]
) -> list[Consent]:
    """Return the consents that the names on a page rest on."""
    consents = (names[each.client].consent for each in shown if each.client in names)
    return [file.consents[consent] for consent in consents if consent is not None]
