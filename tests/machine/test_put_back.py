import psycopg
import pytest
import sqlalchemy as sa

from tests.machine.postgres import PostgresServer


@pytest.fixture
def template(postgres: PostgresServer) -> str:
    url = postgres.new_database()
    _do(url, "create table units (name text primary key)")
    _do(url, "create table cases (unit text references units)")
    _do(url, "insert into units values ('beratung'), ('frauenhaus')")
    return url


def test_what_a_test_wrote_is_gone_when_the_next_one_borrows(
    postgres: PostgresServer, template: str
) -> None:
    clones = postgres.clones(template)
    url = clones.lend()
    _do(url, "insert into cases values ('beratung')")
    _do(url, "update units set name = 'wohnen' where name = 'frauenhaus'")
    clones.take_back(url)
    assert clones.lend() == url
    assert _units(url) == ["beratung", "frauenhaus"]
    assert _all(url, "select unit from cases") == []


def test_what_nobody_touched_is_lent_again_and_two_never_have_the_same(
    postgres: PostgresServer, template: str
) -> None:
    clones = postgres.clones(template)
    first, second = clones.lend(), clones.lend()
    assert first != second
    clones.take_back(first)
    assert clones.lend() == first
    assert _units(first) == _units(second) == ["beratung", "frauenhaus"]


def test_a_database_of_another_shape_is_given_up(postgres: PostgresServer, template: str) -> None:
    clones = postgres.clones(template)
    url = clones.lend()
    _do(url, "alter table cases add column closed boolean")
    clones.take_back(url)
    other = clones.lend()
    assert other != url
    assert _all(other, "select * from cases") == []


def test_whoever_is_still_connected_is_sent_away(postgres: PostgresServer, template: str) -> None:
    clones = postgres.clones(template)
    url = clones.lend()
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        connection.execute(sa.text("delete from units where name = 'frauenhaus'"))
        clones.take_back(url)
        with pytest.raises(sa.exc.OperationalError, match="terminat") as gone:
            connection.execute(sa.text("select 1"))
        assert isinstance(gone.value.orig, psycopg.errors.AdminShutdown)
        connection.invalidate()
    assert _units(clones.lend()) == ["beratung", "frauenhaus"]


def test_who_is_kept_stays_unless_she_is_in_the_midst_of_something(
    postgres: PostgresServer, template: str
) -> None:
    clones = postgres.clones(template)
    url = clones.lend()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as waiting:
        clones.take_back(url, [waiting.info.backend_pid])
        assert clones.lend() == url
        assert waiting.execute("select count(*) from units").fetchone() == (2,)
        waiting.execute("begin")
        clones.take_back(url, [waiting.info.backend_pid])
        with pytest.raises(psycopg.errors.AdminShutdown):
            waiting.execute("select 1")


def _do(url: str, statement: str) -> None:
    with sa.create_engine(url, poolclass=sa.NullPool).begin() as connection:
        connection.execute(sa.text(statement))


def _units(url: str) -> list[str]:
    return _all(url, "select name from units order by name")


def _all(url: str, statement: str) -> list[str]:
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        return list(connection.scalars(sa.text(statement)))
