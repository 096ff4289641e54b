from sqlalchemy import literal, select, text
from sqlalchemy.sql import column

from caseflow.database.engines import open_engine
from caseflow.database.raw_rows import raw_rows

BROKEN = text("SELECT 'a' AS a, CAST(x'61ff' AS TEXT) AS b").columns(column("a"), column("b"))


def test_rows_are_bare_tuples(engine: str) -> None:
    made = open_engine(engine)
    with made.connect() as connection:
        found = raw_rows(connection, select(literal(1), literal(b"r"), literal("x")))
    made.dispose()
    assert found == [(1, b"r", "x")]
    assert type(found[0]) is tuple


def test_a_text_that_is_none_is_loaded_all_the_same_and_the_next_too() -> None:
    made = open_engine("sqlite://")
    broken = select(BROKEN.subquery())
    with made.connect() as connection:
        for _ in range(2):
            assert raw_rows(connection, broken) == [("a", "a\udcff")]
        assert connection.execute(broken).all() == [("a", "a\udcff")]
    made.dispose()
