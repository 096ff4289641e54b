from uuid import uuid4

from sqlalchemy import update

from caseflow.audit.entries import RowDigest
from caseflow.audit.look_over import look_over
from caseflow.database.tables.audit_log import Leaf
from tests.factories.log import Log


def test_every_entry_is_read_but_what_is_none(log: Log) -> None:
    row = RowDigest("cases", uuid4(), b"x" * 32)
    log.access(rows=(row,))
    log.access(rows=(row,))
    log.access()
    log.integrate()
    work = log.work()
    work.session.execute(update(Leaf).where(Leaf.position == 1).values(payload=b'"rows":['))
    work.finish()
    log.access(rows=(row,))  # waits for the tree
    found = look_over(log.work())
    assert (found.size, found.prunings) == (3, 0)
    assert found.newest.take(("cases", row.id)) == {row.digest}
    found.newest.close()
