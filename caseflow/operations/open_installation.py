"""Open an installation for as long as a process runs: its server keys, and what its work shares."""

from dataclasses import dataclass

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from caseflow.audit.record import tell_rows
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.engines import sessions_of
from caseflow.database.sealed_rows import holds
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Surroundings, Work
from caseflow.keys.check_outside import check_root, check_secret
from caseflow.keys.keyring import RequestKeyring
from caseflow.keys.server_keys import ServerKeys, open_server_keys
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import BadConfiguration


@dataclass(frozen=True, slots=True, repr=False)
class OpenInstallation:
    """What a process needs to work on an installation."""

    sessions: sessionmaker[Session]
    around: Surroundings
    keys: ServerKeys

    def begin(self, request_id: str) -> Work:
        """Return a new unit of work with an empty keyring."""
        return Work(self.sessions(), self.around, RequestKeyring(self.keys), request_id)


def open_installation(
    engine: Engine, outside: OutsideKeys, configuration: Configuration, clock: Clock
) -> OpenInstallation:
    """Return the installation in this database, opened with its root key.

    Raises BadConfiguration, with a sentence, when there is none, or when it has another root key or
    trustee secret, or a newer one.
    """
    sessions = sessions_of(engine)
    with sessions() as session:
        keys = open_server_keys(
            session, outside.root, outside.trustee, outside.password_cost, outside.former()
        )
        sealer = RowSealer(keys.row_seal)
        row = _the_one(session, sealer)
        check_root(session, keys)
        check_secret(session, keys)
    around = Surroundings(clock, configuration, row.id, sealer, tell_rows)
    return OpenInstallation(sessions, around, keys)


def _the_one(session: Session, sealer: RowSealer) -> Installation:
    rows = session.scalars(select(Installation)).all()
    if len(rows) != 1:
        raise BadConfiguration(
            "This database holds {count} installations where there must be one: restore it from a "
            "backup.",
            count=len(rows),
        )
    if not holds(sealer, rows[0]):
        raise BadConfiguration(
            "The installation in this database is not as it was written: restore it from a backup."
        )
    return rows[0]
