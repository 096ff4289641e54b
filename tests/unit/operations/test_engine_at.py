import pytest
from sqlalchemy import Engine, event, text

from caseflow.operations.engine_at import engine_at


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
