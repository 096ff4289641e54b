"""The staff of the demo, with the log-ins that its manual promises."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from caseflow.identity import Account, NewUnit
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.units import UnitKind

PASSWORD = "caseflow-demo-2026"  # noqa: S105 - public; it opens the demo alone

UNITS = (
    NewUnit("beratung", "Beratungsstelle", UnitKind.COUNSELLING),
    NewUnit("frauenhaus", "Frauenhaus", UnitKind.SHELTER),
    NewUnit("wohnen", "Wohnen und Leben", UnitKind.HOUSING),
    NewUnit("qualifizierung", "Arbeit und Qualifizierung", UnitKind.QUALIFICATION),
)
OVERSIGHT = "datenschutz"  # as the configuration calls it


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member of the demo."""

    address: str  # before the @
    name: str
    roles: Mapping[str, Role] = field(default_factory=dict)  # by unit
    administrator: bool = False

    @property
    def email(self) -> str:
        """Return what she logs in with."""
        return f"{self.address}@demo.example"

    def account(self) -> Account:
        """Return what her account is made of."""
        return Account(self.email, self.name, "de", administrator=self.administrator)


LEAD = Person("leitung", "Hanna Voss", {unit.slug: Role.LEAD for unit in UNITS})
OFFICER = Person("datenschutz", "Ruth Sommer", {OVERSIGHT: Role.OFFICER})
STAFF = (
    Person("beratung", "Katrin Albers", {"beratung": Role.CASEWORKER}),
    Person("frauenhaus", "Miriam Okafor", {"frauenhaus": Role.CASEWORKER}),
    Person("wohnen", "Judith Brandt", {"wohnen": Role.CASEWORKER}),
    Person("qualifizierung", "Elif Yilmaz", {"qualifizierung": Role.CASEWORKER}),
    Person("aufnahme", "Sabine Petersen", {"frauenhaus": Role.INTAKE}),
    LEAD,
    OFFICER,
    Person("admin", "Jonas Reuter", administrator=True),
)


def email_of(address: str) -> str:
    """Return what the person with this address logs in with."""
    return next(person.email for person in STAFF if person.address == address)
