"""Guardians of a client, links between mother and child, and consents that a guardian declares."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.declaration import Declaration, Offer
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.family import Guardian, Relative
from caseflow.vault.contents import Content, put
from caseflow.vault.permit import Ask, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import Authority, Kin, LinkState
from tests.factories.clients import Known, permitted
from tests.factories.declarations import declaration
from tests.factories.house import House

FATHER = "Beispiel, Karim"


def written_down(
    house: House, actor: Actor, known: Known, name: str = FATHER, blocked: str = "violent"
) -> UUID:
    """Write a guardian into the actor's family drawer, and return the id."""
    fields = {
        "name": name,
        "relation": "Vater",
        "authority": Authority.CUSTODY_JOINT.value,
        "blocked": blocked,
    }
    return _put(house, actor, known, Content(Guardian, "family", fields))


def linked(house: House, actor: Actor, known: Known, other: Known, kin: Kin = Kin.CHILD) -> UUID:
    """Write one side of a link, and return the id of its row."""
    fields = {"other": str(other.id), "kin": kin.value, "state": LinkState.LINKED.value}
    return _put(house, actor, known, Content(Relative, "family", fields))


def _put(house: House, actor: Actor, known: Known, content: Content[Any]) -> UUID:
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.GUARDIAN_WRITE, known.id))
    written = put(work, given, content)
    trace(work, given, written.deeds)
    work.finish()
    row: UUID = written.row.id
    return row


def by_guardian(offered: Offer, **changed: Any) -> Declaration:  # noqa: ANN401 - any part of it
    """Return a declaration by a grandmother who has custody, but for what is changed."""
    told = {
        "declared_by": "guardian",
        "declarer": "Oma Schmidt",
        "authority": Authority.CUSTODY_SOLE.value,
        "known_violent": "no",
    }
    return declaration(offered, **{**told, **changed})


def consent_of(house: House) -> Consent:
    """Return the only consent there is."""
    with house.sessions() as session:
        return session.scalars(select(Consent)).one()


DAY = date(2026, 3, 2)  # on which the stopped clock stands
