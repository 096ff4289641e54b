import pytest
from gunicorn.config import Config  # type: ignore[import-untyped]  # it ships no types

from caseflow.cli.server_log import ServerLog

SENT = "GET /clients?q=Samira Haddad HTTP/1.1"


@pytest.fixture
def log() -> ServerLog:
    return ServerLog(Config())


def test_nothing_of_a_request_is_printed(log: ServerLog, caplog: pytest.LogCaptureFixture) -> None:
    unreadable = f"Invalid request from ip=127.0.0.1: {SENT}"
    log.warning(unreadable)
    try:
        int(SENT)
    except ValueError:
        log.exception("Error handling request %s %s", "GET", SENT)
    printed = caplog.text
    assert "Invalid request." in printed
    assert "Error handling request: ValueError." in printed
    assert "q=" not in printed


def test_what_keeps_the_program_from_starting_is_printed_whole(
    log: ServerLog, caplog: pytest.LogCaptureFixture
) -> None:
    log.warning("Worker exited with %s", 3)
    try:
        int("no database")
    except ValueError:
        log.exception("Exception in worker process")
    printed = caplog.text
    assert "Worker exited with 3" in printed
    assert "'no database'" in printed
