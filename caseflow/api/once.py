"""Do once what a program sends twice under one Idempotency-Key, and answer alike."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import Response, request

from caseflow.api.call import Call
from caseflow.api.problems import fault_problem, invalid_problem, refused_problem
from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.operations.kept_answers import Answered, asked_digest, keep_answer, kept_answer
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem, Refused

HEADER = "Idempotency-Key"
_LONGEST = 200
_KEPT = ("ETag",)  # headers that belong to an answer
_TRIES = 3


def once(
    call: Call, ids: Mapping[str, UUID], body: Mapping[str, Any], act: Callable[[], Response]
) -> Response:
    """Return what the act answers, or what the same request was answered before."""
    key, who = request.headers.get(HEADER), current.who()
    if key is None or _reads(call) or not isinstance(who, Actor):
        return act()
    if not 0 < len(key) <= _LONGEST:
        return invalid_problem([Problem(HEADER, "too_long", {"most": str(_LONGEST)})])
    asked = asked_digest(current.work(), *_asked(body))
    for _ in range(_TRIES):
        found = kept_answer(current.work(), who, key)
        response = act() if found is None else _again(call, ids, found, asked)
        if found is not None or _kept(who, key, response, asked):
            return response
    return fault_problem(Fault.CONFLICT)


def _reads(call: Call) -> bool:
    """Say whether a call is decided and traced anew each time, as what is seen must be."""
    return call.method == "GET" or call.reads


def _kept(who: Actor, key: str, response: Response, asked: str) -> bool:
    """Keep an answer that something was done; a refusal is decided anew each time.

    False where another request under this key was faster: then nothing was done here.
    """
    if not _is_good(response.status_code):
        return True
    return keep_answer(current.work(), who, key, _answered(response, asked))


def _again(call: Call, ids: Mapping[str, UUID], found: Answered, asked: str) -> Response:
    if found.asked != asked:
        return invalid_problem([Problem(HEADER, "key_of_another_request")])
    refused = _closed(call, ids, found)
    if refused is not None:
        return refused_problem(refused)
    response = Response(found.body, found.status, content_type="application/json")
    response.headers.update(dict(found.headers))
    return response


def _closed(call: Call, ids: Mapping[str, UUID], found: Answered) -> Refused | None:
    """Say whether she has been closed to the caller since; an answer given twice is traced."""
    if call.knock_after is not None:
        return call.knock_after(json.loads(found.body))
    return None if call.knock is None else call.knock(**ids, again=True)


def _asked(body: Mapping[str, Any]) -> tuple[str, ...]:
    spelled = json.dumps(body, sort_keys=True)
    return request.method, request.full_path, spelled, request.headers.get("If-Match", "")


def _answered(response: Response, asked: str) -> Answered:
    headers = tuple((name, response.headers[name]) for name in _KEPT if name in response.headers)
    return Answered(asked, response.status_code, headers, response.get_data(as_text=True))


def _is_good(status: int) -> bool:
    return 200 <= status < 300  # noqa: PLR2004 - RFC 9110, section 15.3
