"""Found an installation: all its keys are made in one process and one transaction."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from caseflow.audit.entries import RowDigest, Trace
from caseflow.audit.record import digest_of, record, tell_rows
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.engines import sessions_of
from caseflow.database.tables.installation import ServerKey
from caseflow.database.unit_of_work import Surroundings, Work
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import found_staff
from caseflow.identity.found_unit import NewUnit
from caseflow.keys.birth import make_installation_keys
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import RequestKeyring
from caseflow.keys.recovery import Sharing
from caseflow.keys.server_keys import make_server_keys, open_server_keys
from caseflow.operations.first_units import add_first_units, check_first_units
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.sharings import sharing_problem
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit

_REQUEST = "birth"  # what the entries of the birth name as their request


@dataclass(frozen=True, slots=True)
class Founding:
    """What is decided when a provider begins."""

    provider: str
    founder: Account
    password: str = field(repr=False)  # the founder's
    units: tuple[NewUnit, ...]  # oversight is founded beside them
    shares_needed: int = 3  # of the recovery shares, to restore the recovery key
    shares_made: int = 5


@dataclass(frozen=True, slots=True)
class Founded:
    """An installation that has just been born; its shares are told once, and kept nowhere."""

    installation: UUID
    founder: UUID
    units: tuple[Unit, ...]  # oversight is the last one
    shares: tuple[str, ...] = field(repr=False)


def found_installation(
    engine: Engine,
    outside: OutsideKeys,
    configuration: Configuration,
    clock: Clock,
    founding: Founding,
) -> Founded | Invalid:
    """Make all keys, and admit the founder to every unit, so that she can admit the others.

    The tables are there and empty. Raises OperatorError when the database holds an installation.
    """
    with sessions_of(engine)() as session:
        work = _first_work(session, outside, configuration, clock)
        try:
            founded = _found(work, founding)
            if isinstance(founded, Founded):
                work.finish()
            return founded
        finally:
            work.put_away()


def _first_work(
    session: Session, outside: OutsideKeys, configuration: Configuration, clock: Clock
) -> Work:
    """Return the unit of work in which everything is born, the server keys already in it."""
    if session.scalar(select(ServerKey.name).limit(1)) is not None:
        raise OperatorError("This database already holds an installation; nothing was changed.")
    make_server_keys(session, outside.root, clock.now())
    keys = open_server_keys(session, outside.root, outside.trustee, outside.password_cost)
    sealer = RowSealer(keys.row_seal)
    around = Surroundings(clock, configuration, new_id(), sealer, tell_rows)
    return Work(session, around, RequestKeyring(keys), _REQUEST)


def _found(work: Work, founding: Founding) -> Founded | Invalid:
    problems = [*_check(founding), *check_first_units(work, founding.units)]
    if problems:
        return Invalid(tuple(problems))
    sharing = Sharing(founding.shares_needed, founding.shares_made)
    events, shares = make_installation_keys(work, founding.provider.strip(), sharing)
    founder = found_staff(work, founding.founder, founding.password)
    if isinstance(founder, Invalid):
        return founder
    staff, born = founder
    record(work, _trace([*events, born], staff.id, (digest_of(staff),)))
    units = add_first_units(work, founding.units, staff.id)
    return Founded(work.installation, staff.id, units, tuple(shares))


def _check(founding: Founding) -> list[Problem]:
    nameless = None if founding.provider.strip() else Problem("provider", "missing")
    unshared = sharing_problem(founding.shares_needed, founding.shares_made)
    return [problem for problem in (nameless, unshared) if problem is not None]


def _trace(events: list[KeyEvent], founder: UUID, rows: tuple[RowDigest, ...]) -> Trace:
    return Trace(
        act=Act.INSTALLATION_BIRTH,
        staff=founder,
        rows=rows,
        keys=tuple(event.listed() for event in events),
    )
