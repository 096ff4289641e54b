"""Answer one call: read it, check it in the order that the contract names, act, reply.

401 log-in and 400 unit come before this; then 404 closed or unknown, 403 role, 422 content.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response
from flask.typing import RouteCallable

from caseflow.api.call import Call
from caseflow.api.once import once
from caseflow.api.problems import fault_problem, invalid_problem, problem, refused_problem
from caseflow.api.read_request import Unreadable, raw_body, raw_query, read_sent
from caseflow.api.reply import reply
from caseflow.documents import SealedSpool
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor, in_person, without_factor
from caseflow.http.faults import Fault
from caseflow.http.language import mark
from caseflow.http.uploads import body_sent, takes_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Invalid

_UNSAID = mark("The version is missing")
_SAY = mark("Say in the header If-Match which version you change; the answers name it as ETag.")


def make_view(call: Call) -> RouteCallable:
    """Return the view of a call, with its policy."""

    def view(**ids: Any) -> Response:  # noqa: ANN401 - ids are UUIDs, positions are numbers
        return _answer(call, ids)

    view.__name__ = call.name
    view.__doc__ = call.summary
    if call.takes_file:
        takes_file(view)
    if call.fresh_factor:
        fresh_factor(view)
    if call.in_person:
        in_person(view)
    if call.without_factor:
        without_factor(view)
    return policy(call.permission)(view)


def _answer(call: Call, ids: Mapping[str, UUID]) -> Response:
    try:
        body, query = raw_body(call), raw_query(call)
    except Unreadable:
        return fault_problem(Fault.BAD_REQUEST)
    if not all(_same_unit(each.get(name)) for each in (body, query) for name in call.own_unit):
        return fault_problem(Fault.CHOOSE_UNIT)
    if call.takes_file:
        return _take_file(call, ids, query)
    return once(call, ids, body, lambda: _act(call, ids, body, query))


def _take_file(call: Call, ids: Mapping[str, UUID], query: Mapping[str, Any]) -> Response:
    """Answer a call whose body is a file; sent again under one key, it must be the same file."""
    file, digest = body_sent()
    with file:
        return once(call, ids, {"sha256": digest}, lambda: _act(call, ids, {}, query, file))


def _act(
    call: Call,
    ids: Mapping[str, UUID],
    body: Mapping[str, Any],
    query: Mapping[str, Any],
    file: SealedSpool | None = None,
) -> Response:
    sent = read_sent(call, body, query)
    unsaid = call.if_match == "needed" and not isinstance(sent, Invalid) and sent.version is None
    if isinstance(sent, Invalid) or unsaid:
        refused = None if call.knock is None else call.knock(**ids)
        if refused is not None:
            return refused_problem(refused)
    if isinstance(sent, Invalid):
        return invalid_problem(sent.problems)
    if unsaid:
        return problem(428, "precondition_required", _UNSAID, _SAY)
    more = {} if file is None else {"file": file}
    return reply(call, call.act(**ids, sent=sent, **more))


def _same_unit(named: object) -> bool:
    """Say whether a unit that is named anywhere is the one that the request acts for."""
    who, membership = current.who(), current.membership()
    if named is None or not isinstance(who, Actor):
        return True
    return membership is not None and named == membership.unit.slug
