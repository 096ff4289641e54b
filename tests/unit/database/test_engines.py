import sqlite3
from pathlib import Path

from sqlalchemy import text

from caseflow.database.engines import open_engine, sessions_of


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


def test_both_databases_answer(engine: str) -> None:
    opened = open_engine(engine)
    with sessions_of(opened)() as session:
        assert session.scalar(text("SELECT 1")) == 1
    opened.dispose()


def test_postgresql_is_spoken_to_by_psycopg() -> None:
    engine = open_engine("postgresql://somebody@localhost/nowhere")
    assert engine.dialect.driver == "psycopg"
    engine.dispose()
