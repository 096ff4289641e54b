"""What one unit copies from another under a consent, and what becomes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.take_back import EVERYTHING, Choice
from caseflow.database.tables.drawers import Drawer
from caseflow.records import copy_answer, copy_entry
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known, case_at, entry, fact, new_client, write
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.house import House, StoppedClock

TOLD = "Gewalt, der Beratung erzählt"
NAME = '{"type":"text","value":"Kanarinja Singvogel"}'


@dataclass(frozen=True)
class Shared:
    """A client of counselling; the shelter may view and copy her violence and identity."""

    berta: Actor
    frieda: Actor
    known: Known
    consent: UUID
    entry: UUID


def shared(house: House, *, categories: Iterable[str] = ("violence", "identity")) -> Shared:
    """Let counselling tell an entry and her name to the shelter, which has a case of her too."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    found, _ = write(house, berta, known, entry(TOLD), fact("client_name", NAME, "identity"))
    case_at(house, frieda, known)
    consent = may_copy(house, berta, known, [frieda.unit], categories)
    return Shared(berta, frieda, known, consent, found)


def may_copy(
    house: House,
    actor: Actor,
    known: Known,
    to: Iterable[UUID],
    categories: Iterable[str],
    from_units: Iterable[UUID] = (),
) -> UUID:
    """Record a consent to view and to copy, from the actor's unit or from others."""
    given = offer(tuple(from_units) or (actor.unit,), to, *categories)
    wide = replace(given, actions=frozenset({"view", "copy"}))
    return agreed(house, actor, known, declaration(wide)).id


def copied(house: House, where: Shared, what: UUID | str | None = None) -> UUID:
    """Copy the entry, or another, or an answer, to the shelter; return the id of the copy."""
    work = house.work(where.frieda)
    wanted = where.entry if what is None else what
    if isinstance(wanted, UUID):
        answer = copy_entry(work, where.frieda, where.known.id, wanted)
    else:
        answer = copy_answer(work, where.frieda, where.known.id, wanted)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value.id


def taken_back(house: House, where: Shared, choice: Choice = EVERYTHING) -> None:
    """Withdraw the consent that it was copied under, or a part of it, at counselling."""
    took_back(house, where.berta, where.known, where.consent, choice)


def copies(house: House, known: Known) -> list[Drawer]:
    """Return the drawers of copies of a client, as they stand in the database."""
    with house.sessions() as session:
        found = select(Drawer).where(Drawer.client_id == known.id, Drawer.copied_from.is_not(None))
        return list(session.scalars(found.order_by(Drawer.born_at, Drawer.id)))


def days_later(house: House, days: int) -> None:
    """Let days go by."""
    cast("StoppedClock", house.around.clock).advance(timedelta(days=days))


def settled(house: House, actor: Actor) -> None:
    """Settle what is due, as each request of the actor does first."""
    work = house.work(actor)
    settle(work, actor)
    work.finish()


def once_copied(house: House, giver: Actor, receiver: Actor, known: Known) -> UUID:
    """Let one unit copy what another was told of her contacts, and take the consent back."""
    [told] = write(house, giver, known, entry("Ruft sonntags an.", "contact"))
    consent = may_copy(house, giver, known, [receiver.unit], ["contact"])
    where = Shared(giver, receiver, known, consent, told)
    before = {drawer.id for drawer in copies(house, known)}
    copied(house, where)
    taken_back(house, where)
    [drawer] = [each for each in copies(house, known) if each.id not in before]
    return drawer.id
