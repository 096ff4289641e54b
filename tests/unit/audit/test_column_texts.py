from uuid import uuid4

from sqlalchemy import update

from caseflow.audit.column_texts import ColumnTexts, column_texts
from caseflow.database.tables.audit_log import Leaf
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_each_column_is_a_text_with_a_line_for_each_leaf(log: Log) -> None:
    staff, unit, client = uuid4(), uuid4(), uuid4()
    first = log.access(staff=staff, unit=unit, client=client)
    second = log.access(act=Act.LOGOUT)
    log.access()
    log.integrate()
    work = log.work()
    connection = work.session.connection()
    assert column_texts(connection, 0, 2) == ColumnTexts(
        entry_id=f"{first.hex}\n{second.hex}",
        at="2026-03-02 09:00:00.001000Z\n2026-03-02 09:00:00.002000",
        act="story.read\nlogout",
        decision="permitted\npermitted",
        request_id="request-1\nrequest-1",
        staff_id=f"{staff.hex}\n",
        unit_id=f"{unit.hex}\n",
        client_id=f"{client.hex}\n",
    )
    assert column_texts(connection, 3, 4) is None
    for request, one_tells_them_apart in ((None, True), ("", False)):
        work.session.execute(update(Leaf).values(request_id=request))
        assert (column_texts(connection, 0, 2) is not None) is one_tells_them_apart
    work.abandon()
