"""A log with bases to use, made without any key but the two that seal rows and sign heads."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, cast
from uuid import UUID, uuid4

from sqlalchemy import Engine, Select
from sqlalchemy.orm import Session, sessionmaker

from caseflow.audit.entries import Trace
from caseflow.audit.integrate import integrate
from caseflow.audit.record import record
from caseflow.crypto.row_seals import RowSealer
from caseflow.crypto.signing import Signer
from caseflow.database.base import Base, CountedRow
from caseflow.database.engines import open_engine, sessions_of
from caseflow.database.sealed_rows import use
from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Surroundings, Work
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.units import UnitKind
from tests.factories.remembering import remembering

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEED = bytes(range(32))
T = TypeVar("T", bound=CountedRow)
V = TypeVar("V")
KINDS: dict[str, BasisKind] = {"cases": BasisKind.OWN_UNIT, "desks": BasisKind.DESK}


class NoKeys:
    """A keyring for work that opens nothing."""

    def put_away(self) -> None:
        """Forget nothing."""


@dataclass
class Ticking:
    """A clock on which every look takes a millisecond."""

    at: datetime = BEGIN

    def now(self) -> datetime:
        """Return the next instant."""
        self.at += timedelta(milliseconds=1)
        return self.at


def keep_quiet(work: Work) -> None:
    """Tell of no row that was made only for others to rest on."""
    work.touched.clear()


@dataclass
class Log:
    """A database with the tables of the house, one unit, and whatever was recorded."""

    engine: Engine
    sessions: sessionmaker[Session]
    around: Surroundings
    signer: Signer = field(default_factory=lambda: Signer(SEED))
    unit: UUID = field(default_factory=uuid4)
    _works: list[Work] = field(default_factory=list)

    def work(self) -> Work:
        """Return a new unit of work."""
        work = Work(self.sessions(), self.around, NoKeys(), "request-1")
        self._works.append(work)
        return work

    def close(self) -> None:
        """Give every connection back."""
        for work in self._works:
            work.put_away()
        self.engine.dispose()

    def case(self, client: UUID | None = None) -> Case:
        """Return a new case, saved."""
        return self._save(
            Case(
                client_id=client or uuid4(),
                unit_id=self.unit,
                opened_at=BEGIN,
                opened_by=uuid4(),
                code=b"sealed",
                code_key_id=b"key",
            )
        )

    def desk(self, client: UUID | None = None) -> Desk:
        """Return a new desk, saved."""
        return self._save(
            Desk(
                client_id=client or uuid4(),
                session_id=uuid4(),
                staff_id=uuid4(),
                unit_id=self.unit,
                opened_at=BEGIN,
                until=BEGIN + timedelta(hours=1),
                code=b"sealed",
                code_key_id=b"key",
            )
        )

    def access(self, *bases: Case | Desk, **more: object) -> UUID:
        """Use these bases and record the access; return the entry's id."""
        work = self.work()
        entry = stage_access(work, *bases, **more)
        work.finish()
        return entry

    def read(self, wanted: Select[V]) -> list[V]:
        """Return the values of one column, and give the connection back."""
        work = self.work()
        values = list(work.session.scalars(wanted))
        work.put_away()
        return values

    def integrate(self, at_most: int = 4096) -> int:
        """Move what is staged into the tree."""
        return integrate(self.work(), self.signer, at_most)

    def _save(self, row: T) -> T:
        work = self.work()
        work.session.add(row)
        work.finish()
        return row


def stage_access(work: Work, *bases: Case | Desk, **more: object) -> UUID:
    """Use these bases and stage the access; return the entry's id."""
    used = tuple(used_basis(work, basis) for basis in bases)
    client = bases[0].client_id if bases else None
    values = {"act": Act.STORY_READ, "client": client, "bases": used, **more}
    return record(work, Trace(**values))  # type: ignore[arg-type] # any part of a trace


def used_basis(work: Work, row: Case | Desk) -> UsedBasis:
    """Use a basis once more."""
    number = use(work, row)
    assert number is not None
    return UsedBasis(KINDS[row.__tablename__], row.id, number)


def empty_log(url: str) -> Log:
    """Return a log without entries at this URL."""
    engine = open_engine(url)
    Base.metadata.create_all(engine)
    log = open_log(url, uuid4(), remembering(engine))
    work = log.work()
    founded = UnitRow(
        id=log.unit, slug="beratung", name="Beratung", kind=UnitKind.COUNSELLING, founded_at=BEGIN
    )
    work.session.add(founded)
    work.finish()
    return log


def open_log(url: str, installation: UUID, engine: Engine | None = None) -> Log:
    """Return the log at this URL as a further process of the same installation sees it."""
    engine = engine or open_engine(url)
    nothing_configured = cast("Any", None)  # the log reads no configuration
    sealer = RowSealer(b"k" * 32)
    around = Surroundings(Ticking(), nothing_configured, installation, sealer, keep_quiet)
    return Log(engine, sessions_of(engine), around)
