from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, delete, insert, select, text
from sqlalchemy.engine import Connection

from caseflow.database.column_types import (
    Day,
    Id,
    Ids,
    Instant,
    Parts,
    Sealed,
    Unreadable,
    Words,
)
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
    Column("who", Id),
    Column("day", Day),
)
ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.fixture
def connection(engine: str) -> Iterator[Connection]:
    with opened(engine) as connection:
        yield connection


@contextmanager
def opened(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    with engine.connect() as connection:
        SAMPLE.create(connection)
        yield connection
        connection.rollback()
    engine.dispose()


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
    assert set(row.values()) == {1, None}


@pytest.mark.parametrize(
    "said",
    [
        "not json",
        "null",
        "7",
        '{"a": "b"}',
        '"a"',
        '["a", 7]',
        '[["a"]]',
        '[{"a": 1}, 2]',
        "[" * 100_000,
    ],
)
def test_what_is_no_such_list_is_loaded_as_unreadable(connection: Connection, said: str) -> None:
    columns = ("words", "ids", "parts")
    written(connection, dict.fromkeys(columns, ("TEXT", said)))
    row = dict(connection.execute(select(SAMPLE)).mappings().one())
    assert [row[name] for name in columns] == [Unreadable(said)] * 3


def test_what_is_no_instant_is_loaded_as_what_no_seal_covers(connection: Connection) -> None:
    written(connection, {"at": ("TIMESTAMPTZ", "infinity"), "day": ("DATE", "infinity")})
    row = dict(connection.execute(select(SAMPLE)).mappings().one())
    assert isinstance(row["at"], Unreadable)
    assert not isinstance(row["day"], date)


@pytest.mark.parametrize("said", ["no id", "7", b"\x00"])
def test_what_is_no_id_is_written_back_as_it_was(tmp_path: Path, said: object) -> None:
    # PostgreSQL takes nothing but an id.
    with opened(f"sqlite:///{tmp_path / 'a.db'}") as connection:
        written(connection, {"who": ("", said), "text": ("", 7)})
        row = connection.execute(select(SAMPLE)).one()
        assert row.who == Unreadable(said)
        assert (str(row.who), list(row.who), row.text) == ("unreadable", [], b"")
        assert connection.execute(delete(SAMPLE).where(SAMPLE.c.who == row.who)).rowcount == 1


def written(connection: Connection, values: dict[str, tuple[str, object]]) -> None:
    """Write values past the types of the columns, each cast on PostgreSQL to what is said."""
    sqlite = connection.dialect.name == "sqlite"
    places = [f":{name}" if sqlite else f"CAST(:{name} AS {values[name][0]})" for name in values]
    statement = f"INSERT INTO sample ({', '.join(values)}) VALUES ({', '.join(places)})"  # noqa: S608 - our own names
    said = {name: value for name, (_, value) in values.items()}
    connection.execute(text(statement), said)


def test_a_sealed_text_is_never_compared_in_the_database() -> None:
    with pytest.raises(TypeError):
        select(SAMPLE).where(SAMPLE.c.text == b"x")
