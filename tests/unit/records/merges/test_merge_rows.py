from uuid import uuid4

from sqlalchemy import update

from caseflow.database.tables.merges import Merge
from caseflow.records.merges.merge_rows import (
    concerns,
    is_waiting,
    merge_row,
    merge_rows,
    permit_on,
    runs,
    why_not,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.merges import answered_merge, proposed, undone


def test_a_merge_goes_from_waiting_to_running_and_is_gone_when_undone(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, new_client(house, berta), new_client(house, berta))
    assert _state(house, berta, lea) == (True, False, Reason.NOT_YOUR_ROLE, None)
    answered_merge(house, lea, merge)
    assert _state(house, berta, lea) == (False, True, Reason.TOO_LATE, Reason.TOO_LATE)
    undone(house, lea, merge)
    assert merge_rows(house.work()) == []


def _state(house: House, *actors: Actor) -> tuple[object, ...]:
    work = house.work()
    [row] = merge_rows(work)
    work.finish()
    return (is_waiting(row), runs(row), *(why_not(actor, row) for actor in actors))


def test_whose_business_it_is(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    elsewhere, olga = house.actor("lea", "frauenhaus"), house.actor("olga", "datenschutz")
    merge = proposed(house, berta, new_client(house, berta), new_client(house, berta))
    row = merge_row(house.work(), merge)
    assert row is not None
    assert concerns(lea, Act.MERGE_ANSWER, row)
    assert concerns(olga, Act.MERGE_ANSWER, row)
    assert not concerns(elsewhere, Act.MERGE_ANSWER, row)
    assert concerns(elsewhere, Act.MERGE_UNDO, row)


def test_a_forged_row_and_an_unknown_id_are_nobodys(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, new_client(house, berta), new_client(house, berta))
    with house.sessions.begin() as session:
        session.execute(update(Merge).values(proposed_by=lea.staff))
    work = house.work(lea)
    assert merge_row(work, merge) is None
    for asked in (merge, uuid4()):
        assert permit_on(work, lea, Act.MERGE_ANSWER, asked) == Refused(Reason.NOT_OPEN)
    assert merge_rows(work) == []
