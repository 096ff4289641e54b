import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from caseflow.database.snapshots import snapshot
from caseflow.database.tables.clients import Client
from tests.factories.backups import url_of
from tests.factories.clients import new_client
from tests.factories.house import House


def test_one_instant_is_seen_while_others_write(house: House) -> None:
    with snapshot(url_of(house)) as connection:
        new_client(house, house.actor("berta", "beratung"))
        assert connection.execute(select(Client.id)).all() == []
    with snapshot(url_of(house)) as connection:
        assert len(connection.execute(select(Client.id)).all()) == 1


def test_nothing_can_be_written_there(house: House) -> None:
    with snapshot(url_of(house)) as connection, pytest.raises(SQLAlchemyError):
        connection.execute(text("DELETE FROM staff_wrappings"))
