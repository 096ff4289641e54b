import pytest
from sqlalchemy import inspect

from caseflow.database.base import Base
from caseflow.database.engines import open_engine
from caseflow.operations.migrate import (
    Standing,
    connected,
    downgrade,
    migrations_folder,
    standing,
    upgrade,
)
from caseflow.vocabulary.errors import OperatorError


def _tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_upgrade_makes_every_table_and_downgrade_takes_them_away(engine: str) -> None:
    assert standing(engine).current is None
    assert not standing(engine).agrees
    assert upgrade(engine).agrees
    assert _tables(engine) == {*Base.metadata.tables, "alembic_version"}
    assert downgrade(engine, "base").current is None
    assert _tables(engine) == {"alembic_version"}


def test_a_second_upgrade_changes_nothing(engine: str) -> None:
    assert upgrade(engine) == upgrade(engine)


def test_an_unknown_revision_is_a_sentence(engine: str) -> None:
    upgrade(engine)
    with pytest.raises(OperatorError, match=r"nowhere.*caseflow db check"):
        downgrade(engine, "nowhere")
    assert standing(engine).agrees


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://someone:geheim@127.0.0.1:1/nothing",
        "sqlite:////no/such/folder/caseflow.sqlite3",
        "geheim",
    ],
)
def test_a_database_that_does_not_answer_is_a_sentence_without_its_address(url: str) -> None:
    with pytest.raises(OperatorError, match="CASEFLOW_DATABASE_URL") as caught:
        standing(url)
    assert "geheim" not in str(caught.value)


def test_nothing_stays_of_a_block_that_fails(engine: str) -> None:
    def fail() -> None:
        with connected(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert "half" not in _tables(engine)


def test_the_migrations_come_with_the_program() -> None:
    assert (migrations_folder() / "env.py").is_file()


def test_an_empty_database_does_not_agree() -> None:
    assert not Standing(None, "0001").agrees
    assert Standing("0001", "0001").agrees
