import sqlite3
from typing import Any

import pytest
from sqlalchemy import text

from caseflow.audit.joined_leaves import question
from caseflow.audit.leaf_reader import LeafReader
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log

ON_SQLITE = (
    "UPDATE log_leaves SET act = CAST(x'ff' AS TEXT)",
    "UPDATE log_leaves SET act = CAST(act AS BLOB)",
    "UPDATE log_leaves SET payload = CAST(payload AS TEXT)",
    "UPDATE log_leaves SET leaf_hash = CAST(leaf_hash AS TEXT)",
    "UPDATE log_leaves SET leaf_hash = CAST(leaf_hash || x'00' AS BLOB)",
    "UPDATE log_leaves SET request_id = ''",
)
ON_POSTGRESQL = (
    "UPDATE log_leaves SET leaf_hash = leaf_hash || '\\x00'::bytea",
    "UPDATE log_leaves SET request_id = ''",
    "UPDATE log_leaves SET at = '2026-03-02 09:00:00.001+00 BC'",
    "ALTER TABLE log_leaves ALTER payload DROP NOT NULL, ALTER payload TYPE bytea USING NULL",
)


@pytest.mark.one_engine("PostgreSQL itself holds to the types of the columns")
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_value_that_no_line_shows_is_left_to_others(log: Log) -> None:
    are_left(log, ON_SQLITE)
    work = log.work()
    connection = work.session.connection()
    driver: Any = connection.connection.driver_connection
    reader = LeafReader(question(connection.dialect), driver)
    most = driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100)
    assert reader.read(0, 1).parts == []  # together they are more than SQLite strings together
    driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, most)
    assert len(reader.read(0, 1).parts) == 1
    work.abandon()


@pytest.mark.one_engine("SQLite has no such values")
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_so_is_one_that_only_the_other_database_holds(log: Log) -> None:
    are_left(log, ON_POSTGRESQL)


def are_left(log: Log, statements: tuple[str, ...]) -> None:
    log.access(act=Act.LOGOUT)
    log.integrate()
    work = log.work()
    for statement in statements:
        connection = work.session.connection()
        driver: Any = connection.connection.driver_connection
        reader = LeafReader(question(connection.dialect), driver)
        assert len(reader.read(0, 1).parts) == 1
        factory = getattr(driver, "text_factory", None)
        work.session.execute(text(statement))
        assert reader.read(0, 1).parts == [], statement
        assert getattr(driver, "text_factory", None) is factory
        work.abandon()
