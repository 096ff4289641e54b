from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text

from tests.machine.kept_pool import KeptPool
from tests.machine.postgres import PostgresServer

PROCESS = text("select pg_backend_pid()")


@pytest.fixture
def url(postgres: PostgresServer) -> Iterator[str]:
    made = postgres.new_database()
    yield made
    postgres.drop(made)


@pytest.fixture
def pool() -> Iterator[KeptPool]:
    made = KeptPool()
    yield made
    made.close()


def test_the_next_engine_has_the_connections_of_the_one_before(url: str, pool: KeptPool) -> None:
    first, second = create_engine(url), create_engine(url)
    pool.hand_to(first)
    before = _process(first)
    pool.hand_to(second)
    assert _process(second) == before
    assert pool.processes() == [before]


def test_nobody_waits_while_one_is_at_work(url: str, pool: KeptPool) -> None:
    engine = create_engine(url)
    pool.hand_to(engine)
    with engine.connect() as connection:
        connection.execute(PROCESS)
        assert pool.processes() == []
    assert len(pool.processes()) == 1


def test_what_was_closed_is_forgotten(url: str, pool: KeptPool) -> None:
    engine = create_engine(url)
    pool.hand_to(engine)
    before = _process(engine)
    engine.dispose()
    assert pool.processes() == []
    assert _process(engine) != before
    assert pool.processes() == [_process(engine)]


def test_a_pool_that_nobody_had_is_empty() -> None:
    pool = KeptPool()
    pool.close()
    assert pool.processes() == []


def _process(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(PROCESS) or 0)
