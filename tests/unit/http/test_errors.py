import json
import re

import pytest
from flask import Flask
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]  # it ships no types
from gunicorn.http.errors import (  # type: ignore[import-untyped]  # it ships no types
    InvalidChunkSize,
    NoMoreData,
)
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import BadRequest, MethodNotAllowed, NotFound, RequestEntityTooLarge

from caseflow.http.doorkeeper import policy
from caseflow.http.errors import fault_of
from caseflow.http.faults import Fault
from caseflow.vocabulary.errors import BrokenSeal, Stale, Unrecordable
from caseflow.vocabulary.permissions import Permission
from tests.factories.application import LOOPBACK, Visitor


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (CSRFError(), Fault.FORM_EXPIRED),
        (NotFound(), Fault.NOT_FOUND),
        (MethodNotAllowed(), Fault.NOT_FOUND),
        (RequestEntityTooLarge(), Fault.TOO_LARGE),
        (BadRequest(), Fault.BAD_REQUEST),
        (InvalidChunkSize(b"zz"), Fault.BAD_REQUEST),
        (NoMoreData(), Fault.BAD_REQUEST),
        (Unrecordable("x"), Fault.UNAVAILABLE),
        (OperationalError("x", None, Exception()), Fault.UNAVAILABLE),
        (Stale("x"), Fault.CONFLICT),
        (BrokenSeal("x"), Fault.BROKEN),
        (ZeroDivisionError(), Fault.BROKEN),
    ],
)
def test_each_error_has_its_fault(error: Exception, fault: Fault) -> None:
    assert fault_of(error) is fault


def test_nothing_of_an_error_reaches_page_or_log(
    app: Flask, visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    @policy(Permission.PUBLIC)
    def fail(secret: str) -> str:
        raise ValueError(f"CANARY {secret}")

    app.add_url_rule("/fail/<secret>", "fail", fail)
    answer = visitor.look("/fail/KANARIE")
    assert answer.status_code == 500
    logged = capsys.readouterr().out
    for canary in ("CANARY", "KANARIE", "ValueError", "Traceback"):
        assert canary not in answer.text.replace("/fail/KANARIE", "")
    assert "CANARY" not in logged
    assert "KANARIE" not in logged
    assert "ValueError" in logged
    assert answer.headers["X-Request-Id"] in logged
    assert answer.headers["X-Request-Id"] in answer.text


def test_a_database_that_takes_nothing_shows_nothing(app: Flask, visitor: Visitor) -> None:
    @policy(Permission.PUBLIC)
    def fail() -> str:
        raise Unrecordable(json.dumps("x"))

    app.add_url_rule("/fail", "fail", fail)
    assert visitor.look("/fail").status_code == 503


def test_a_request_too_large_is_refused(
    visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visitor.send("/log-in", email="x" * 3_000_000, password="x").status_code == 413
    assert "fault=TOO_LARGE" in plain(capsys.readouterr().out)


def test_what_no_page_of_ours_sends_is_logged_without_a_word_of_it(
    visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.log_in("berta")
    capsys.readouterr()
    answer = visitor.browser.post("/language", data={"language": "KANARIE"}, base_url=LOOPBACK)
    logged = plain(capsys.readouterr().out)
    assert answer.status_code == 400
    for said in ("request refused", "fault=FORM_EXPIRED", "endpoint=web.language"):
        assert said in logged
    assert f"request_id={answer.headers['X-Request-Id']}" in logged
    assert "KANARIE" not in logged


def plain(logged: str) -> str:
    """Return what was logged without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", logged)
