"""A client of counselling who lets the police be told of violence and of who she is."""

from dataclasses import replace
from typing import cast
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.partners import Disclosure
from caseflow.disclosures import Choice, Made, Wanted, make_disclosure
from caseflow.vocabulary.answers import Done, Invalid, Refused
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.factories.partners import agreed_outside, partner, told


class Ready:
    """Everything that it takes to tell a partner something."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.berta = house.actor("berta", "beratung")
        self.known = new_client(house, self.berta, "Samira")
        self.entry, self.other = write(
            house, self.berta, self.known, entry("Er hat gedroht."), entry("Arzt", "health")
        )
        self.police = partner(house)
        self.consent = agreed_outside(
            house, self.berta, self.known, self.police, "violence", "identity"
        )

    def make(self, *entries: UUID | str, **changed: object) -> Done[Made] | Invalid | Refused:
        names = frozenset(map(str, entries))
        choice = Choice(names, cast("frozenset[str]", changed.pop("facts", frozenset())), names)
        wanted = replace(Wanted(self.consent, "case_work", choice), **changed)  # type: ignore[arg-type] # any part of it
        work = self.house.work(self.berta)
        answer = make_disclosure(work, self.berta, self.known.id, wanted)
        work.finish()
        return answer

    def disclosures(self) -> list[Disclosure]:
        with self.house.sessions() as session:
            return list(session.scalars(select(Disclosure)))

    def told(self) -> Made:
        """Tell the police what she said, with its words."""
        return told(self.house, self.berta, self.known, self.consent, self.entry)
