"""Show those of some clients who exist for the acting staff member, by code and name.

The others are not there: a link to them is as good as none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.client_file import load_file
from caseflow.vault.codes import code_of
from caseflow.vault.name_cards import named
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


@dataclass(frozen=True, slots=True)
class Shown:
    """A client as a link names her; the name is empty when it is not open."""

    code: str
    name: str


def shown_clients(work: Work, actor: Actor, clients: Iterable[UUID]) -> dict[UUID, Shown]:
    """Return those whom the acting unit has a case of that is open to her; traced if any."""
    asked = set(clients)
    file = load_file(work, actor, closed=True, among=asked, ordered=False)
    cases = {client: case for client, case in file.cases.items() if client in asked}
    if not cases:
        return {}
    cards = [card for card in file.cards if card.client_id in cases]
    names = named(work, cards)
    rested = [file.consents[each.consent] for each in names.values() if each.consent is not None]
    given = permit_member(work, actor, Act.CLIENT_SHOWN, consents=rested)
    if isinstance(given, Refused):
        work.finish()
        return {}
    shown = {
        client: Shown(code_of(work, case), names[client].name if client in names else "")
        for client, case in cases.items()
    }
    trace(work, given, Deeds(clients=tuple(sorted(shown))))
    work.finish()
    return shown
