from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DataError, OperationalError, StatementError
from sqlalchemy.pool import StaticPool

from caseflow.operations.backups import fill_tables as room
from caseflow.operations.backups.fill_tables import refuse_unless_empty
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_a_database_with_a_row_is_not_empty_whosever_it_is() -> None:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        for name in ("alembic_version", "of_another_release"):
            connection.execute(text(f"create table {name} (one text)"))
        connection.execute(text("insert into alembic_version values ('0001')"))
        refuse_unless_empty(connection)
        connection.execute(text("insert into of_another_release values ('')"))
        with pytest.raises(OperatorError, match="not empty"):
            refuse_unless_empty(connection)
    engine.dispose()


class _Broken:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def execute(self, *_: object) -> None:
        raise self._error


def _write(error: Exception) -> Callable[[], None]:
    connection: Connection = _Broken(error)  # type: ignore[assignment]  # stands in for one
    return lambda: room._write(connection, "staff", [{}])  # noqa: SLF001 - the one that writes


@pytest.mark.parametrize(
    "error",
    [DataError("x", None, Exception()), StatementError("x", "x", None, Exception())],
    ids=["data", "value"],
)
def test_a_row_that_does_not_fit_is_named_by_its_table(error: Exception) -> None:
    with pytest.raises(OperatorError, match="A row of staff"):
        _write(error)()


def test_a_database_that_breaks_off_is_no_row_that_does_not_fit() -> None:
    with pytest.raises(OperationalError):
        _write(OperationalError("x", None, Exception()))()
