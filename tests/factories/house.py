"""A born installation with units and staff, made without a face and in a few milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from caseflow.crypto.passwords import PasswordCost
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import Base
from caseflow.database.engines import open_engine, sessions_of
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.units import Membership, UnitRow
from caseflow.database.unit_of_work import Surroundings, Work
from caseflow.keys.birth import make_installation_keys
from caseflow.keys.keyring import OpenedPair, RequestKeyring
from caseflow.keys.recovery import Sharing
from caseflow.keys.server_keys import ServerKeys, make_server_keys, open_server_keys
from caseflow.keys.staff_keys import make_staff_pair, open_staff
from caseflow.keys.unit_keys import admit, found_unit_keys, open_unit
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import UnitKind
from tests.factories.log import keep_quiet
from tests.factories.remembering import remembering

ROOT = bytes(range(32))
TRUSTEE = bytes(range(100, 132))
PASSWORD = "korrekt pferd batterie"
CHEAP = PasswordCost(memory_kib=8, passes=1)
SHARING = Sharing(2, 3)
UNITS = {
    "beratung": UnitKind.COUNSELLING,
    "frauenhaus": UnitKind.SHELTER,
    "wohnen": UnitKind.HOUSING,
    "datenschutz": UnitKind.OVERSIGHT,
}
STAFF = {
    "berta": {"beratung": Role.CASEWORKER},
    "lea": {"beratung": Role.LEAD, "frauenhaus": Role.LEAD},
    "frieda": {"frauenhaus": Role.CASEWORKER},
    "ida": {"wohnen": Role.INTAKE},
    "wanda": {"wohnen": Role.LEAD},
    "olga": {"datenschutz": Role.OFFICER},
}


@dataclass
class StoppedClock:
    """A clock that goes on only when it is told to."""

    at: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the instant at which the clock stands."""
        return self.at

    def advance(self, by: timedelta) -> None:
        """Go on."""
        self.at += by


@dataclass
class House:
    """A born installation; whoever makes one closes it."""

    engine: Engine
    sessions: sessionmaker[Session]
    server: ServerKeys
    around: Surroundings
    shares: list[str] = field(default_factory=list)
    units: dict[str, UUID] = field(default_factory=dict)  # by slug
    staff: dict[str, UUID] = field(default_factory=dict)  # by name
    memberships: dict[tuple[str, str], Membership] = field(default_factory=dict)  # name, slug
    pairs: dict[UUID, OpenedPair] = field(default_factory=dict)  # by person, once opened
    _works: list[Work] = field(default_factory=list)

    def actor(self, name: str, slug: str) -> Actor:
        """Return this person acting in this unit, in a session without a row."""
        member = self.memberships[name, slug]
        return Actor(member.staff_id, new_id(), member.id, member.unit_id, Role(member.role))

    def work(self, actor: Actor | None = None) -> Work:
        """Return a new unit of work with the keys of the actor, or with none."""
        keyring = RequestKeyring(self.server)
        work = Work(self.sessions(), self.around, keyring, str(new_id()))
        self._works.append(work)
        if actor is not None:
            keyring.staff = self._pair(actor.staff)
            member = work.session.get(Membership, actor.membership)
            assert member is not None
            assert open_unit(work, member)
            work.finish()  # several units of work may be at hand, and SQLite has one writer
        return work

    def work_as(self, name: str, slug: str) -> Work:
        """Return a new unit of work of this person in this unit."""
        return self.work(self.actor(name, slug))

    def put_away(self) -> None:
        """End every unit of work, and whatever one of them has not finished."""
        for work in self._works:
            work.put_away()
        self._works.clear()

    def close(self) -> None:
        """Give every connection back."""
        self.put_away()
        self.engine.dispose()

    def forget_pair(self, name: str) -> None:
        """Ask for the person's key again at the next unit of work: it was renewed."""
        self.pairs.pop(self.staff[name], None)

    def _pair(self, staff: UUID) -> OpenedPair:
        if staff not in self.pairs:
            work = self.work()
            opened = open_staff(work, staff, PASSWORD)
            assert opened is not None
            work.finish()
            self.pairs[staff] = opened
        return self.pairs[staff]


@cache
def configuration() -> Configuration:
    """Return the configuration that comes with the program, but for second factors: nobody must."""
    shipped = read_configuration()
    nobody = replace(shipped.second_factor, required=frozenset(), administrator=False)
    return replace(shipped, second_factor=nobody)


def born(url: str, clock: Clock | None = None, trustee: bytes | None = TRUSTEE) -> House:
    """Return a new installation in an empty database, with the units and staff above."""
    house = unborn(url, clock or StoppedClock(), trustee)
    work = house.work()
    _, house.shares = make_installation_keys(work, "Musterträger", SHARING)
    for slug, kind in UNITS.items():
        add_unit(house, work, slug, kind)
    for name, roles in STAFF.items():
        add_staff(house, work, name, roles)
    work.finish()
    work.put_away()
    return house


def unborn(url: str, clock: Clock, trustee: bytes | None = TRUSTEE) -> House:
    """Return a house with tables and server keys, and nothing else."""
    engine = open_engine(url)
    Base.metadata.create_all(engine)
    sessions = sessions_of(remembering(engine))
    with sessions() as session:
        make_server_keys(session, ROOT, clock.now())
        server = open_server_keys(session, ROOT, trustee, CHEAP)
        session.commit()
    sealer = RowSealer(server.row_seal)
    around = Surroundings(clock, configuration(), new_id(), sealer, keep_quiet)
    return House(engine, sessions, server, around)


def add_unit(house: House, work: Work, slug: str, kind: UnitKind) -> UUID:
    """Found a unit whose key stays on the keyring of this unit of work."""
    unit = UnitRow(slug=slug, name=slug.title(), kind=kind, founded_at=work.clock.now())
    work.session.add(unit)
    work.session.flush()
    found_unit_keys(work, unit.id, new_id())
    house.units[slug] = unit.id
    return unit.id


def add_staff(house: House, work: Work, name: str, roles: Mapping[str, Role]) -> UUID:
    """Add a person with a password, and admit her to units whose keys are on the keyring."""
    person = Staff(
        email=f"{name}@example.org", name=name.title(), language="de", created_at=work.clock.now()
    )
    work.session.add(person)
    work.session.flush()
    make_staff_pair(work, person.id, PASSWORD)
    house.staff[name] = person.id
    for slug, role in roles.items():
        add_member(house, work, name, slug, role)
    return person.id


def add_member(house: House, work: Work, name: str, slug: str, role: Role) -> Membership:
    """Admit a person to a unit whose key is on the keyring."""
    member = Membership(
        staff_id=house.staff[name],
        unit_id=house.units[slug],
        role=role,
        admitted_by=None,
        since=work.clock.now(),
    )
    work.session.add(member)
    work.session.flush()
    assert admit(work, member, new_id()) is not None
    house.memberships[name, slug] = member
    return member
