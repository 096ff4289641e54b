"""Turn what a room answers into what a program gets."""

import json
from typing import Any

from flask import Response

from caseflow.api.call import Call, Given
from caseflow.api.problems import invalid_problem, problem, refused_problem
from caseflow.http.language import mark
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Refused

_FASTER = mark("Someone else was faster")
_AGAIN = mark("It is at the version named now; read it again, and send what is still right.")
_NO_CONTENT = 204


def reply(call: Call, answer: object) -> Response:
    """Return the answer of a call; what it shows is dumped by its Out schema and nothing else."""
    match answer:
        case Done(value=value) | Disclosed(value=value):
            shown = value if call.show is None else call.show(value)
            return _given(call, shown if isinstance(shown, Given) else Given(shown))
        case Given():
            return _given(call, answer)
        case _:
            return _not_given(call, answer)


def _not_given(call: Call, answer: object) -> Response:
    match answer:
        case Invalid(problems=problems):
            return invalid_problem(problems)
        case Conflict(version=version):
            return conflict(version)
        case Refused():
            return refused_problem(answer)
        case Response():
            return answer
        case _:
            raise TypeError(f"{call.name} answers with {type(answer).__name__}")


def conflict(version: int) -> Response:
    """Return the problem of somebody who changed an older version than stands now."""
    response = problem(409, "conflict", _FASTER, _AGAIN, version=version)
    response.set_etag(str(version))
    return response


def _given(call: Call, given: Given) -> Response:
    status = given.status or call.status
    if call.gives is None or status == _NO_CONTENT:
        return Response(status=status, headers=dict(given.headers))
    dumped: Any = call.gives().dump(given.body)
    response = Response(
        json.dumps(dumped, ensure_ascii=False), status, content_type="application/json"
    )
    response.headers.update(given.headers)
    if call.versioned:
        response.set_etag(str(dumped["version"]))
    return response
