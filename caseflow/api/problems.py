"""Say what went wrong as a problem (RFC 9457), in the reader's language; nothing leaks in it."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Response

from caseflow.http.faults import STATUS, Fault
from caseflow.http.language import gettext, mark
from caseflow.http.sentences import sentence
from caseflow.vocabulary.answers import Problem, Reason, Refused

MEDIA_TYPE = "application/problem+json"
_FAULTS: Mapping[Fault, tuple[str, str]] = MappingProxyType(
    {
        Fault.NOT_FOUND: (
            mark("There is nothing here"),
            mark("What you are looking for does not exist, or is not open to you."),
        ),
        Fault.LOG_IN: (
            mark("Nobody is logged in"),
            mark("Send a valid token; POST /api/v1/sessions gives one."),
        ),
        Fault.CURTAIN: (  # hangs before pages only
            mark("Nobody is logged in"),
            mark("Send a valid token; POST /api/v1/sessions gives one."),
        ),
        Fault.CHOOSE_UNIT: (
            mark("The unit is missing"),
            mark("Name one of your units in the header Caseflow-Unit, and the same everywhere."),
        ),
        Fault.SET_UP_FACTOR: (
            mark("A second factor is missing"),
            mark("Your role needs one; set it up on the pages, then log in with `otp`."),
        ),
        Fault.FRESH_FACTOR: (
            mark("Your second factor is needed"),
            mark("This needs it shown just now; log in anew with `otp`, then send this again."),
        ),
        Fault.IN_PERSON: (
            mark("Log in yourself for this"),
            mark("No program does this by its token; log in yourself."),
        ),
        Fault.BAD_REQUEST: (
            mark("This could not be read"),
            mark("The request makes no sense here; send one JSON object in UTF-8."),
        ),
        Fault.FORM_EXPIRED: (
            mark("This could not be read"),
            mark("The request comes from a page of another site."),
        ),
        Fault.INSECURE: (
            mark("This connection is not safe"),
            mark("Open this service by its address that begins with https."),
        ),
        Fault.TOO_LARGE: (
            mark("This is too large"),
            mark("Send less at once. Nothing has been saved."),
        ),
        Fault.OTHER_UNIT: (
            mark("Someone else was faster"),
            mark("Nothing of yours has been saved; open it again and look."),
        ),
        Fault.CONFLICT: (
            mark("Someone else was faster"),
            mark("Nothing of yours has been saved; open it again and look."),
        ),
        Fault.BROKEN: (
            mark("Something broke"),
            mark("Nothing has been saved. Tell your administrator the number of the request."),
        ),
        Fault.UNAVAILABLE: (
            mark("Not possible at the moment"),
            mark("Nothing was shown and nothing saved. Try again in a minute."),
        ),
    }
)
# Pages lead to the choice of a unit; programs have left something out.
_STATUS: Mapping[Fault, int] = MappingProxyType({**STATUS, Fault.CHOOSE_UNIT: 400})
_REASONS: Mapping[Reason, tuple[int, str, str]] = MappingProxyType(
    {
        Reason.NOT_YOUR_ROLE: (
            403,
            mark("Not for your role"),
            mark("Your role in this unit does not allow this."),
        ),
        Reason.TOO_LATE: (
            409,
            mark("Too late"),
            mark("It has been done already, has expired, or was withdrawn meanwhile."),
        ),
        Reason.KEY_DUE: (
            409,
            mark("Not yet"),
            mark("The unit that keeps this has to be at work first; try again later."),
        ),
        Reason.SUSPENDED: (
            409,
            mark("Sharing is suspended"),
            mark(
                "This installation was restored from a backup: only what your own unit keeps opens "
                "until the data-protection officers have compared what ended meanwhile."
            ),
        ),
        Reason.TOO_MANY: (
            429,
            mark("Too many at once"),
            mark(
                "Too many tries have failed, or too many clients were opened within an hour. Wait "
                "a while before the next one."
            ),
        ),
    }
)
_INVALID = mark("This cannot be taken as it is")
_LOOK = mark("Look at the fields named; nothing has been saved.")


def fault_problem(fault: Fault) -> Response:
    """Return the problem of a fault: the face of this interface for whatever goes wrong."""
    title, detail = _FAULTS[fault]
    response = problem(_STATUS[fault], fault.value, title, detail)
    if fault is Fault.LOG_IN:
        response.headers["WWW-Authenticate"] = 'Bearer realm="caseflow"'
    return response


def refused_problem(refused: Refused) -> Response:
    """Return the problem of a refusal; closed and unknown are one."""
    if refused.reason is Reason.NOT_OPEN:
        return fault_problem(Fault.NOT_FOUND)
    if refused.reason is Reason.REASON_NEEDED:
        return invalid_problem([Problem("reason", "reason_needed")])
    status, title, detail = _REASONS[refused.reason]
    response = problem(status, refused.reason.value, title, detail)
    if refused.wait is not None:
        response.headers["Retry-After"] = str(refused.wait)
    return response


def invalid_problem(problems: Iterable[Problem], status: int = 422) -> Response:
    """Return the problem of what cannot be taken: each field with its sentences."""
    errors: dict[str, list[str]] = {}
    for each in problems:
        errors.setdefault(each.field or "body", []).append(sentence(each))
    return problem(status, "invalid", _INVALID, _LOOK, errors=errors)


def problem(status: int, kind: str, title: str, detail: str, **more: Any) -> Response:  # noqa: ANN401 - extension members are JSON
    """Return a problem of a kind; title and detail are sentences of the catalogue."""
    told = {
        "type": f"urn:caseflow:problem:{kind}",
        "title": gettext(title),
        "status": status,
        "detail": gettext(detail),
        **more,
    }
    return Response(json.dumps(told), status, content_type=MEDIA_TYPE)
