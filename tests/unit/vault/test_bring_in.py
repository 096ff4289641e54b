from sqlalchemy import select, update

from caseflow.database.tables.audit_log import Checkpoint, Leaf, StagedEntry
from caseflow.vault.bring_in import bring_in
from tests.factories.clients import new_client
from tests.factories.house import House


def test_all_that_is_staged_is_brought_in(house: House) -> None:
    new_client(house, house.actor("berta", "beratung"))
    bring_in(house.work())
    with house.sessions() as session:
        assert session.scalars(select(StagedEntry)).all() == []
        assert session.scalars(select(Leaf)).all()


def test_a_broken_tree_is_left_as_it_is(house: House) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta)
    bring_in(house.work())
    with house.sessions() as session:
        session.execute(update(Checkpoint).values(root=bytes(32)))
        session.commit()
    new_client(house, berta)
    bring_in(house.work())
    with house.sessions() as session:
        assert session.scalars(select(StagedEntry)).all()
