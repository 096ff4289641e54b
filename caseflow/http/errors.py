"""Map every error to its fault; what an error says never reaches a client."""

import structlog
from flask import Flask, Response, request
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]  # it ships no types
from gunicorn.http.errors import (  # type: ignore[import-untyped]  # it ships no types
    NoMoreData,
    ParseException,
)
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from caseflow.http import current
from caseflow.http.faults import Face, Fault
from caseflow.vocabulary.errors import Stale, Unrecordable

_LOG = structlog.get_logger()
_FIRST_SERVER_ERROR = 500
# No page of ours sends such a thing, unless it stood open for too long.
_OF_NO_PAGE_OF_OURS = frozenset({Fault.FORM_EXPIRED, Fault.BAD_REQUEST, Fault.TOO_LARGE})
_BY_STATUS = {
    404: Fault.NOT_FOUND,
    405: Fault.NOT_FOUND,  # a method that a page does not know is an unknown page
    413: Fault.TOO_LARGE,
    503: Fault.UNAVAILABLE,
}


def install_errors(app: Flask, face: Face) -> None:
    """Let a face say whatever goes wrong in this application."""

    def answer(error: Exception) -> Response:
        fault = fault_of(error)
        if fault in {Fault.BROKEN, Fault.UNAVAILABLE}:
            log_error(error)
        if fault in _OF_NO_PAGE_OF_OURS:
            log_refusal(fault)
        return face(fault)

    app.register_error_handler(Exception, answer)


def fault_of(error: Exception) -> Fault:
    """Return what an error is to the person who asked."""
    match error:
        case CSRFError():
            return Fault.FORM_EXPIRED
        case HTTPException():
            return _fault_of_status(error.code or _FIRST_SERVER_ERROR)
        case ParseException() | NoMoreData():
            return Fault.BAD_REQUEST  # pieces of a body (RFC 9112, section 7.1) that are none
        case Unrecordable() | OperationalError():
            return Fault.UNAVAILABLE
        case Stale():
            return Fault.CONFLICT
        case _:
            return Fault.BROKEN


def log_error(error: Exception) -> None:
    """Log where an error arose: no message and no address, since both may hold personal data."""
    places = []
    trace = error.__traceback__
    while trace is not None:
        places.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    _LOG.error(
        "request failed",
        request_id=current.request_id(),
        endpoint=request.endpoint,
        error=type(error).__name__,
        cause=type(error.__cause__).__name__,
        places=places,
    )


def log_refusal(fault: Fault) -> None:
    """Log that somebody tried what no page of ours does, and nothing of what she sent."""
    _LOG.warning(
        "request refused",
        request_id=current.request_id(),
        endpoint=request.endpoint,
        fault=fault.name,
    )


def _fault_of_status(status: int) -> Fault:
    otherwise = Fault.BROKEN if status >= _FIRST_SERVER_ERROR else Fault.BAD_REQUEST
    return _BY_STATUS.get(status, otherwise)
