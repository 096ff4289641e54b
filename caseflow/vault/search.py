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
from caseflow.vault.client_file import ClientFile
from caseflow.vault.codes import code_of
from caseflow.vault.index_terms import without_year
from caseflow.vault.looked_through import look_through
from caseflow.vault.name_cards import Named, named
from caseflow.vault.names import Likeness, Typed, fold, likeness, typed
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.reached_by import reached_by
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
    looked = look_through(work, actor, query, closed=closed)
    file = looked.file
    trace(work, given, Deeds())
    work.finish()
    names = _shown_as(file, named(work, file.cards))
    reached = reached_by(work, file, query)
    found = _matching(work, file, names, reached, query)
    on_page = found[start : start + most]
    rested = _rested_on(file, names, reached, on_page)
    shown = permit_member(work, actor, Act.CLIENT_SHOWN, consents=rested)
    if isinstance(shown, Refused):
        work.finish()
        return shown
    trace(work, shown, Deeds(clients=tuple(on_page)))
    work.finish()
    items = tuple(_found(work, actor, file, names, client) for client in on_page)
    more = looked.more or len(found) > start + most
    return Disclosed(Page(items, more=more, by_index=looked.by_index))


def _matching(
    work: Work,
    file: ClientFile,
    names: Mapping[UUID, Named],
    reached: Mapping[UUID, UUID | None],
    query: str,
) -> list[UUID]:
    """Return those who fit, the best first; whom a number or address reaches fits exactly."""
    if not query.strip():
        return list(_in_order(work, file, names))
    asked = _asked(query)
    coded = read_code(query)
    ranked: list[tuple[Likeness, str, str, UUID]] = []
    for client, case in file.cases.items():
        known = names.get(client)
        if client in reached or (coded is not None and coded == code_of(work, case)):
            rank = Likeness.EXACT
        else:
            rank = Likeness.NONE if known is None else asked.fits(known)
        if rank is not Likeness.NONE:
            name = "" if known is None else fold(known.name)
            ranked.append((rank, name, str(case.id), client))
    return [client for *_, client in sorted(ranked)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed of a name, and the year of birth if there was one."""

    name: Typed
    year: str

    def fits(self, known: Named) -> Likeness:
        """Return how well somebody fits; another year of birth is another person."""
        if self.year and known.birth_year not in {"", self.year}:
            return Likeness.NONE
        return likeness(self.name, known.name)


def _asked(query: str) -> _Asked:
    name, year = without_year(query)
    return _Asked(typed(name), year)


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
    file: ClientFile,
    names: Mapping[UUID, Named],
    reached: Mapping[UUID, UUID | None],
    shown: Iterable[UUID],
) -> list[Consent]:
    """Return the consents that a page rests on: those of its names, and of what found them."""
    clients = list(shown)
    consents = {names[client].consent for client in clients if client in names}
    consents |= {reached[client] for client in clients if client in reached}
    return [row for id_, row in file.consents.items() if id_ in consents]
