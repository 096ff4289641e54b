"""Read what a program sent: one JSON object, or the query of its address."""

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from flask import request
from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.http.schemas import InSchema, read
from caseflow.vocabulary.answers import Invalid, Problem

_VERSION = re.compile(r'(?:W/)?"?([0-9]{1,9})"?')


class Unreadable(ValueError):
    """What was sent is no JSON object in UTF-8."""


def raw_body(call: Call) -> Mapping[str, Any]:
    """Return the object that was sent; nothing sent is an empty one. Raises Unreadable.

    A call that takes nothing reads it too: what is sent and ignored is taken for done. Only a
    withdrawal of everything does not: nothing may hold it up.
    """
    # By its bytes and not by its length: what is sent in chunks has none (RFC 9112, section 6.3).
    sent = b"" if call.takes_file or call.unhindered else request.get_data()
    if not sent:
        return {}
    try:
        found = json.loads(sent.decode(), parse_constant=_no_constant)
        json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be kept
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(found, dict):
        raise Unreadable
    return found


def raw_query(call: Call) -> Mapping[str, Any]:
    """Return what the address asks for; lists are spelled by repeating their name."""
    schema = InSchema() if call.asks is None else call.asks()
    return {name: _asked(schema, name) for name in request.args}


def read_sent(call: Call, body: Mapping[str, Any], query: Mapping[str, Any]) -> Sent | Invalid:
    """Return what was sent as the schemas of the call read it, or every problem with it."""
    asked = read(InSchema() if call.asks is None else call.asks(), query)
    told = read(InSchema() if call.takes is None else call.takes(), body)
    problems = [
        each for found in (asked, told) if isinstance(found, Invalid) for each in found.problems
    ]
    version = _version(call)
    if isinstance(version, Problem):
        problems.append(version)
    if isinstance(asked, Invalid) or isinstance(told, Invalid) or isinstance(version, Problem):
        return Invalid(tuple(problems))
    return Sent(told, asked, version)


def _version(call: Call) -> int | Problem | None:
    """Return the version that If-Match names (RFC 9110, section 13.1.1), if the call heeds it."""
    if not call.if_match or "If-Match" not in request.headers:
        return None
    found = _VERSION.fullmatch(request.headers["If-Match"].strip())
    return Problem("If-Match", "not_a_version") if found is None else int(found[1])


def _asked(schema: InSchema, name: str) -> str | list[str]:
    several = isinstance(schema.fields.get(name), fields.List)
    return request.args.getlist(name) if several else request.args[name]


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are no JSON (RFC 8259, section 6)
