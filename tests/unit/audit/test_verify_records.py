from sqlalchemy import select

from caseflow.audit.findings import Fault
from caseflow.audit.record import digest_of
from caseflow.audit.verify_records import RecordReport, verify_records
from caseflow.database.tables.units import UnitRow
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log, stage_access


def test_all_rows_are_compared_while_somebody_writes(log: Log) -> None:
    found = verify_records(log.work())
    assert (found.rows, [each.fault for each in found.findings]) == (1, [Fault.ROW_ADDED])
    work = log.work()
    unit = work.session.scalars(select(UnitRow)).one()
    stage_access(work, act=Act.ROWS_TELL, rows=(digest_of(unit),))
    work.session.flush()
    # What is not finished is not seen, and who reads waits for nobody.
    assert len(verify_records(log.work()).findings) == 1
    work.finish()
    assert verify_records(log.work()) == RecordReport(1, ())
