import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.imports import ImportedLine
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Unrecordable
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def line(work: Work, house: House) -> ImportedLine:
    return ImportedLine(
        unit_id=house.units["beratung"],
        tag=b"tag",
        client_id=new_id(),
        imported_at=work.clock.now(),
    )


def lines(house: House) -> int | None:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(ImportedLine))


def test_what_is_finished_stays_and_can_still_be_read(house: House) -> None:
    work = house.work()
    row = line(work, house)
    work.session.add(row)
    work.finish()
    assert lines(house) == 1
    assert row.tag == b"tag"


def test_what_is_abandoned_was_never_there(house: House) -> None:
    work = house.work()
    work.session.add(line(work, house))
    work.session.flush()
    work.alarms.append(Alarm(Act.ALARM_KEY, "drawers", new_id()))
    work.abandon()
    work.finish()
    assert lines(house) == 0
    assert work.alarms == []


def test_a_sealed_row_is_changed_by_no_other_way(house: House) -> None:
    work = house.work()
    row = work.session.get(Membership, house.memberships["berta", "beratung"].id)
    assert row is not None
    row.role = "lead"
    with pytest.raises(TypeError, match="sealed_rows"):
        work.finish()
    work.abandon()


def test_a_commit_that_fails_is_told_and_leaves_nothing(house: House) -> None:
    work = house.work()
    work.session.add(line(work, house))

    def fail(_session: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk full"))

    event.listen(work.session, "before_commit", fail, once=True)
    with pytest.raises(Unrecordable):
        work.finish()
    assert lines(house) == 0


def test_at_the_end_every_key_is_put_away(house: House) -> None:
    work = house.work_as("berta", "beratung")
    assert ring(work).unit is not None
    work.put_away()
    assert ring(work).unit is None
    assert ring(work).staff is None
