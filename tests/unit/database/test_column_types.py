from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.engine import Connection

from caseflow.database.column_types import Ids, Instant, Parts, Sealed, Words
from caseflow.database.engines import open_engine

SAMPLE = Table(
    "sample",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Instant),
    Column("words", Words),
    Column("ids", Ids),
    Column("parts", Parts),
    Column("text", Sealed),
)
ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.fixture
def connection(engine: str) -> Iterator[Connection]:
    opened = open_engine(engine)
    with opened.connect() as connection:
        SAMPLE.create(connection)
        yield connection
        connection.rollback()
    opened.dispose()


def kept(connection: Connection, **values: object) -> dict[str, object]:
    connection.execute(insert(SAMPLE).values(**values))
    return dict(connection.execute(select(SAMPLE)).mappings().one())


def test_an_instant_comes_back_in_utc_to_the_microsecond(connection: Connection) -> None:
    at = datetime(2026, 3, 2, 9, 0, 0, 123456, timezone(timedelta(hours=2)))
    assert kept(connection, at=at)["at"] == at.astimezone(UTC)


def test_an_instant_without_a_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(Exception, match="time zone"):
        kept(connection, at=datetime(2026, 3, 2))  # noqa: DTZ001 - what is refused


def test_words_and_ids_are_sets_in_one_order(connection: Connection) -> None:
    row = kept(connection, words=("b", "a", "b"), ids=(TWO, ONE, TWO))
    assert row["words"] == ("a", "b")
    assert row["ids"] == (ONE, TWO)


def test_parts_keep_their_order(connection: Connection) -> None:
    row = kept(connection, parts=({"b": "2"}, {"a": "1"}))
    assert row["parts"] == ({"b": "2"}, {"a": "1"})


def test_nothing_stays_nothing(connection: Connection) -> None:
    row = kept(connection, at=None)
    assert {row[name] for name in ("at", "words", "ids", "parts", "text")} == {None}


def test_a_sealed_text_is_never_compared_in_the_database() -> None:
    with pytest.raises(TypeError):
        select(SAMPLE).where(SAMPLE.c.text == b"x")
