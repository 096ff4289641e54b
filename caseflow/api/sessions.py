"""Begin a session with a password and get its token; list one's sessions, and end them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import request
from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.problems import problem
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.language import mark
from caseflow.http.programs import bearer_token
from caseflow.http.schemas import InSchema, Line, Secret
from caseflow.identity import (
    PROGRAM,
    LoggedIn,
    end_own_session,
    knock_at_session,
    list_sessions,
    log_in,
    log_out,
    memberships,
    names_of,
)
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission

_FAILED = mark("Not logged in")
_LOOK = mark("E-mail address, password and second factor do not match.")


class Credentials(InSchema):
    """Who she says she is."""

    email = Line()
    password = Secret()
    otp = Line(most=40, required=False)  # a one-time code, or a recovery code


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


class OwnSession(Out):
    """A session of hers that somebody could go on with."""

    id = fields.UUID(required=True)
    since = Instant(required=True)
    last_seen = Instant(required=True)
    expires_at = Instant(required=True)
    current = fields.Boolean(required=True)


class OwnSessions(Out):
    """All of them, this one first."""

    items = fields.List(fields.Nested(OwnSession), required=True)
    next = fields.String(required=True, allow_none=True)


def begin(sent: Sent) -> object:
    """Begin a session; every failure is one answer, after the same time."""
    body = sent.body
    answer = log_in(
        current.work(), body["email"], body["password"], body.get("otp", ""), caller=PROGRAM
    )
    if isinstance(answer, Refused) and answer.reason is not Reason.TOO_MANY:
        return problem(401, "log_in_failed", _FAILED, _LOOK)
    return answer if isinstance(answer, Refused) else Given(_session(answer))


def end(sent: Sent) -> Given:  # noqa: ARG001 - every call is given what was sent
    """End the session that the request is made in."""
    log_out(current.work(), bearer_token(request) or "")
    return Given()


def show_all(sent: Sent) -> Given:  # noqa: ARG001 - every call is given what was sent
    """List her own sessions."""
    items = [
        {
            "id": each.id,
            "since": each.since,
            "last_seen": each.last_seen,
            "expires_at": each.ends_at,
            "current": each.this_one,
        }
        for each in list_sessions(current.work(), _who())
    ]
    return Given({"items": items, "next": None})


def end_one(session: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """End one of her own sessions."""
    return end_own_session(current.work(), _who(), session)


def knock(session: UUID) -> Refused | None:
    """Say whether a session is one of hers."""
    return knock_at_session(current.work(), _who(), session)


def _who() -> Actor | Person:
    who = current.who()
    if who is None:
        raise TypeError("the policy of this call admits nobody who is not logged in")
    return who


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
        in_person=True,
        status=204,
        without_factor=True,
        act=end,
    ),
    Call(
        method="GET",
        address="/sessions",
        summary="List one's own sessions.",
        permission=Permission.LOGGED_IN,
        in_person=True,
        gives=OwnSessions,
        act=show_all,
    ),
    Call(
        method="DELETE",
        address="/sessions/<uuid:session>",
        summary="End one of one's own sessions.",
        permission=Permission.LOGGED_IN,
        in_person=True,
        status=204,
        knock=knock,
        act=end_one,
    ),
)
