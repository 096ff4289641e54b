"""Partner organisations, consents that name one, and what is told under them, in a test's words."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from caseflow.consents.declaration import Offer
from caseflow.disclosures import (
    Choice,
    Made,
    PartnerSaid,
    Wanted,
    add_partner,
    end_partner,
    make_disclosure,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House

POLICE = PartnerSaid(
    name="Polizei Espelkamp",
    kind="police",
    agreed_from=date(2026, 1, 1),
    agreed_until=date(2027, 6, 30),
    telephone="05772 110",
    duties="Antwort in einer Woche",
)


def partner(house: House, said: PartnerSaid = POLICE, by: Actor | None = None) -> UUID:
    """Add an organisation outside; a lead does."""
    lead = by or house.actor("lea", "beratung")
    work = house.work(lead)
    answer = add_partner(work, lead, said)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def cooperation_ended(house: House, organisation: UUID) -> None:
    """End the cooperation with an organisation."""
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(end_partner(work, lea, organisation), Done)
    work.finish()


def outside(from_unit: UUID, organisation: UUID, *categories: str) -> Offer:
    """Return an offer to tell an organisation outside about these categories."""
    offered = offer([from_unit], [], *categories)
    return replace(offered, partner=organisation, actions=frozenset({"tell", "disclose"}))


def agreed_outside(
    house: House, actor: Actor, known: Known, organisation: UUID, *categories: str
) -> UUID:
    """Record a consent by which the actor's unit may tell an organisation, and return its id."""
    offered = outside(actor.unit, organisation, *categories)
    return agreed(house, actor, known, declaration(offered)).id


def told(
    house: House,
    actor: Actor,
    known: Known,
    consent: UUID,
    *entries: UUID,
    facts: tuple[str, ...] = (),
) -> Made:
    """Tell the partner these entries with their words, and these answers."""
    names = frozenset(map(str, entries))
    choice = Choice(names, frozenset(facts), names | frozenset(facts))
    work = house.work(actor)
    answer = make_disclosure(work, actor, known.id, Wanted(consent, "case_work", choice))
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def told_over(house: House) -> UUID:
    """Add an organisation whose agreement has run out."""
    over = replace(POLICE, agreed_from=date(2025, 1, 1), agreed_until=date(2026, 3, 1))
    return partner(house, over)
