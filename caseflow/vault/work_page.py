"""Open a unit's clients in the order of their names, only as far as a page needs them.

Whom a wall, a restriction or a closed case leaves out is left out of each part before anybody is
counted, and whose name is not open does not stand where it would: so a page shows what it would if
all were opened, and says no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from caseflow.crypto.ordered_ids import OrderedIds
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import load_order, open_ids
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.name_cards import Named, named
from caseflow.vocabulary.actors import Actor

AT_ONCE = 64  # ids of the order whose cases and cards are loaded together


@dataclass(slots=True)
class FirstNamed:
    """The first clients by name, whose cards are open, and what they rest on."""

    file: ClientFile
    names: dict[UUID, Named] = field(default_factory=dict)
    listed: list[UUID] = field(default_factory=list)


def first_named(work: Work, actor: Actor, wanted: int) -> FirstNamed | None:
    """Return so many clients by name, with open cases; None where the order has hardly so many.

    Then those without a name come too, and all have to be looked at. To be called when the look is
    committed; each part is loaded in a transaction of its own and opened behind it.
    """
    keys = ring(work).unit_at_hand(actor.unit)
    order = load_order(work, actor.unit)
    ids = OrderedIds() if keys is None else open_ids(work, keys, order)
    if len(ids) < wanted + AT_ONCE:
        return None
    found = FirstNamed(ClientFile({}, {}, (), (), {}, order))
    for part in _parts(ids):
        file = load_file(work, actor, closed=False, among=part)
        work.finish()
        _add(found, file, shown_names(file, named(work, file.cards)), part)
        if len(found.listed) >= wanted:
            return found
    return None


def shown_names(file: ClientFile, names: dict[UUID, Named]) -> dict[UUID, Named]:
    """Return the names by the ids that their clients are shown under, the newest of each."""
    shown: dict[UUID, Named] = {}
    for client, each in names.items():
        shown.setdefault(file.shown_as[client], each)
    return shown


def _parts(ids: OrderedIds) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids.part(start, start + AT_ONCE)


def _add(found: FirstNamed, file: ClientFile, names: dict[UUID, Named], part: list[UUID]) -> None:
    seen = set(found.listed)
    for each in part:
        shown = file.shown_as.get(each)
        if shown is not None and shown in names and shown not in seen:
            seen.add(shown)
            found.listed.append(shown)
            found.names[shown] = names[shown]
    found.file = replace(
        found.file,
        cases={**found.file.cases, **file.cases},
        shown_as={**found.file.shown_as, **file.shown_as},
        consents={**found.file.consents, **file.consents},
    )
