"""A house whose sharing is suspended, as after a restore."""

from sqlalchemy import select

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change
from caseflow.database.tables.installation import Installation
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.factories.integrated import integrated

SIZE = 41  # of the log, as the backup held it


def suspend(house: House) -> None:
    """Suspend sharing in a house, as `caseflow restore` does, and tell the log of it."""
    work = house.work()
    row = work.session.scalars(select(Installation)).one()
    change(work, row, suspended_at=work.clock.now())
    told = {"backup_size": str(SIZE), "backup_root": "ab" * 32, "suspended": "yes"}
    record(work, Trace(act=Act.INSTALLATION_RESTORE, rows=(digest_of(row),), details=told))
    work.finish()
    integrated(house)
