import sqlalchemy as sa

from tests.machine.postgres import PostgresServer


def test_each_engine_gives_an_empty_database(engine: str) -> None:
    database = sa.create_engine(engine)
    assert sa.inspect(database).get_table_names() == []
    with database.begin() as connection:
        connection.execute(sa.text("create table told (answer integer)"))
    assert sa.inspect(database).get_table_names() == ["told"]
    database.dispose()


def test_what_one_test_wrote_the_next_does_not_find(engine: str) -> None:
    test_each_engine_gives_an_empty_database(engine)


def test_a_clone_has_what_its_template_had_and_goes_its_own_way(postgres: PostgresServer) -> None:
    template = postgres.new_database()
    _execute(template, "create table told (answer integer)")
    clone = postgres.new_database(template)
    _execute(clone, "drop table told")
    _execute(template, "select answer from told")
    postgres.drop(clone)
    postgres.drop(template)


def test_a_database_is_dropped_under_an_open_connection(postgres: PostgresServer) -> None:
    url = postgres.new_database()
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        connection.execute(sa.text("select 1"))
        postgres.drop(url)
        connection.invalidate()
    names = _names(postgres)
    assert url.split("/")[3].partition("?")[0] not in names
    assert "postgres" in names


def _execute(url: str, statement: str) -> None:
    with sa.create_engine(url, poolclass=sa.NullPool).begin() as connection:
        connection.execute(sa.text(statement))


def _names(postgres: PostgresServer) -> list[str]:
    url = f"postgresql+psycopg://caseflow@/postgres?host={postgres.folder}"
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        return list(connection.scalars(sa.text("select datname from pg_database")))
