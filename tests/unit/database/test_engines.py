import sqlite3
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from caseflow.database.engines import ASKED_AGAIN, open_engine, sessions_of


def pragma(url: str, name: str) -> object:
    engine = open_engine(url)
    with engine.connect() as connection:
        value = connection.execute(text(f"PRAGMA {name}")).scalar()
    engine.dispose()
    return value


def test_sqlite_keeps_what_it_acknowledged_and_forgets_what_it_deleted(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    assert pragma(url, "journal_mode") == "wal"
    assert pragma(url, "synchronous") == 2
    assert pragma(url, "foreign_keys") == 1
    assert pragma(url, "secure_delete") == 1


def test_sqlite_takes_the_right_to_write_at_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        other = sqlite3.connect(path, timeout=0)
        try:
            other.execute("BEGIN IMMEDIATE")
            locked = False
        except sqlite3.OperationalError:
            locked = True
        other.close()
    engine.dispose()
    assert locked


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    other = sqlite3.connect(tmp_path / "a.db", timeout=0)
    yield other
    other.close()


def test_whoever_waits_for_the_writer_asks_again_at_once(
    tmp_path: Path, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    # SQLite itself asks ever more seldom: readers without pause would always be faster.
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 50:
            writer.rollback()

    monkeypatch.setattr("caseflow.database.engines.sleep", sleep)
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect():  # which sets the file up
        writer.execute("BEGIN IMMEDIATE")
        begun = monotonic()
        with engine.begin() as connection:
            assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
    assert slept == [ASKED_AGAIN] * 50
    assert monotonic() - begun < 1


def test_nobody_waits_for_ever(
    tmp_path: Path, writer: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.database.engines.BUSY_SECONDS", 0.05)
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect():
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            engine.begin().__enter__()
    engine.dispose()


def test_both_databases_answer(engine: str) -> None:
    opened = open_engine(engine)
    with sessions_of(opened)() as session:
        assert session.scalar(text("SELECT 1")) == 1
    opened.dispose()


def test_postgresql_is_spoken_to_by_psycopg() -> None:
    engine = open_engine("postgresql://somebody@localhost/nowhere")
    assert engine.dialect.driver == "psycopg"
    engine.dispose()
