from uuid import uuid4

from sqlalchemy import update

from caseflow.audit.joined_row import ColumnTexts
from caseflow.audit.leaf_reader import Stretch
from caseflow.audit.read_ahead import read_ahead
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_each_column_is_a_text_with_a_line_for_each_leaf(log: Log) -> None:
    staff, unit, client = uuid4(), uuid4(), uuid4()
    first = log.access(staff=staff, unit=unit, client=client)
    second = log.access(act=Act.LOGOUT)
    log.integrate()
    work = log.work()
    with read_ahead(work, 2) as [stretch]:
        assert isinstance(stretch, Stretch)
        [joined] = stretch.parts
    leaves = joined.payloads.split(b"\n")
    assert joined.hashes == b"".join(map(leaf_hash, leaves))
    spelled = {each: str(each) if joined.dashed else each.hex for each in (staff, unit, client)}
    ids = [str(each) if joined.dashed else each.hex for each in (first, second)]
    assert joined.dashed is (log.engine.dialect.name == "postgresql")
    assert joined.columns == ColumnTexts(
        entry_id="\n".join(ids),
        at="2026-03-02 09:00:00.001000Z\n2026-03-02 09:00:00.002000",
        act="story.read\nlogout",
        decision="permitted\npermitted",
        request_id="request-1\nrequest-1",
        staff_id=f"{spelled[staff]}\n",
        unit_id=f"{spelled[unit]}\n",
        client_id=f"{spelled[client]}\n",
    )
    for request, one_tells_them_apart in ((None, True), ("", False)):
        work.session.execute(update(Leaf).values(request_id=request))
        with read_ahead(work, 2) as [stretch]:
            assert isinstance(stretch, Stretch)
            assert bool(stretch.parts) is one_tells_them_apart
    work.abandon()
