"""What the leaves tell of walls and pairs; whole ones are in test_replay."""

from sqlalchemy import select

from caseflow.database.tables.kept_apart import KeptApart
from caseflow.operations.backups.told_again import NOTHING
from caseflow.operations.backups.wall_again import keep_apart_again
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House


def test_a_pair_of_a_unit_that_the_backup_does_not_know_is_the_officers(house: House) -> None:
    berta = house.actor("berta", "beratung")
    pair = [str(new_client(house, berta).id) for _ in range(2)]
    leaf = {
        "act": Act.APART_RECORD.value,
        "clients": pair,
        "details": {"pair": str(new_id())},
        "staff": str(berta.staff),
        "unit": str(new_id()),
    }
    work = house.work()
    assert keep_apart_again(work, leaf, new_id()).rows
    row = work.session.scalars(select(KeptApart)).one()
    assert [str(row.client_id), str(row.other_id)] == pair
    assert (row.recorded_by, row.unit_id) == (berta.staff, house.units["datenschutz"])
    assert keep_apart_again(work, leaf, new_id()) == NOTHING
    work.abandon()
