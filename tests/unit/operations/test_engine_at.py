import pytest
from sqlalchemy import Engine, event, text

from caseflow.operations.engine_at import engine_at
from caseflow.vocabulary.errors import OperatorError


def test_every_connection_is_given_back(engine: str) -> None:
    closed: list[object] = []

    def work(opened: Engine) -> None:
        event.listen(opened, "close", lambda *found: closed.append(found))
        with opened.connect() as connection:
            assert connection.scalar(text("SELECT 1")) == 1
        assert closed == []
        raise LookupError

    def reach() -> None:
        with engine_at(engine) as opened:
            work(opened)

    with pytest.raises(LookupError):
        reach()
    assert len(closed) == 1


def test_a_database_that_breaks_off_is_a_sentence_without_its_statement(engine: str) -> None:
    with (
        pytest.raises(OperatorError, match="broke off") as raised,
        engine_at(engine) as opened,
        opened.connect() as connection,
    ):
        connection.execute(text("SELECT secret FROM nowhere"))
    assert "secret" not in str(raised.value)
