"""Begin a session with a password and get its token, or end it."""

from collections.abc import Mapping
from typing import Any

from flask import request
from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.problems import problem
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.language import mark
from caseflow.http.programs import bearer_token
from caseflow.http.schemas import InSchema, Line, Secret
from caseflow.identity import LoggedIn, log_in, log_out, memberships, names_of
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission

_FAILED = mark("Not logged in")
_LOOK = mark("E-mail address and password do not match.")


class Credentials(InSchema):
    """Who she says she is."""

    email = Line()
    password = Secret()


class Staff(Out):
    """Who is logged in."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)


class Membership(Out):
    """A unit in which she may act, and her role there."""

    unit = fields.String(required=True)
    role = fields.String(required=True)


class Session(Out):
    """A session that has begun; its token is told this once."""

    token = fields.String(required=True)
    expires_at = Instant(required=True)
    staff = fields.Nested(Staff, required=True)
    memberships = fields.List(fields.Nested(Membership), required=True)


def begin(sent: Sent) -> object:
    """Begin a session; every failure is one answer, after the same time."""
    answer = log_in(current.work(), sent.body["email"], sent.body["password"])
    if isinstance(answer, Refused) and answer.reason is not Reason.TOO_MANY:
        return problem(401, "log_in_failed", _FAILED, _LOOK)
    return answer if isinstance(answer, Refused) else Given(_session(answer))


def end(sent: Sent) -> Given:  # noqa: ARG001 - every call is given what was sent
    """End the session that the request is made in."""
    log_out(current.work(), bearer_token(request) or "")
    return Given()


def _session(begun: LoggedIn) -> Mapping[str, Any]:
    work = current.work()
    held = memberships(work, begun.staff)
    return {
        "token": begun.token,
        "expires_at": begun.ends_at,
        "staff": {"id": begun.staff, "name": names_of(work, [begun.staff]).get(begun.staff, "")},
        "memberships": [{"unit": each.unit.slug, "role": each.role.value} for each in held],
    }


CALLS = (
    Call(
        method="POST",
        address="/sessions",
        summary="Log in and get the token of a session.",
        permission=Permission.PUBLIC,
        takes=Credentials,
        gives=Session,
        status=201,
        act=begin,
    ),
    Call(
        method="DELETE",
        address="/sessions/current",
        summary="Log out.",
        permission=Permission.LOGGED_IN,
        status=204,
        act=end,
    ),
)
