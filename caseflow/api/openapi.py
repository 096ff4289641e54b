"""Describe the interface as an OpenAPI 3.1 document, made from the table of calls itself."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from caseflow.api.call import PREFIX, Call
from caseflow.api.once import HEADER as ONCE_HEADER
from caseflow.api.problems import MEDIA_TYPE
from caseflow.api.schemas import Instant
from caseflow.http.programs import UNIT_HEADER
from caseflow.vocabulary.permissions import Permission

_PART = re.compile(r"<(?:(?P<kind>[a-z]+):)?(?P<name>[a-z_]+)>")
_KINDS: Mapping[str, Mapping[str, str]] = {
    "uuid": {"type": "string", "format": "uuid"},
    "int": {"type": "integer", "format": "int64"},
}
_TEXT = {"type": "string"}
_JSON = "application/json"
_OCTETS = "application/octet-stream"
_PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "errors": {
            "type": "object",
            "description": "The sentences of each field.",
            "additionalProperties": {"type": "array", "items": _TEXT},
        },
        "version": {"type": "integer", "description": "The version that stands now."},
    },
}
_REFUSALS: Mapping[int, str] = {
    400: "It could not be read, or the unit is missing.",
    401: "Nobody is logged in.",
    403: "Open, but not for this role.",
    404: "Closed, or not there: nobody may tell which.",
    406: "Not in the form that Accept asks for.",
    409: "Somebody else was faster.",
    413: "Too large.",
    422: "Something in it cannot be taken.",
    428: "Which version is changed was not said.",
    429: "Too many tries, or clients within an hour; Retry-After says when to go on.",
    503: "Not possible at the moment.",
}
_ALWAYS = (400, 413, 422, 503)


@lru_cache(maxsize=1)
def describe(calls: Iterable[Call]) -> Mapping[str, Any]:
    """Return the document that describes these calls."""
    marshmallow = MarshmallowPlugin()
    spec = APISpec(
        title="Caseflow",
        version=version("caseflow"),
        openapi_version="3.1.0",
        plugins=[marshmallow],
        info={
            "description": "Records that are shared under recorded consents only; what is closed "
            "does not exist, and every look is traced."
        },
        servers=[{"url": PREFIX}],
    )
    marshmallow.map_to_openapi_type(Instant, "string", "date-time")  # type: ignore[no-untyped-call]  # it ships no types for it
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    spec.components.schema("Problem", _PROBLEM)
    spec.components.response(
        "Problem", {"description": "Refused.", "content": {MEDIA_TYPE: _ref("Problem")}}
    )
    for call in calls:
        address = _PART.sub(r"{\g<name>}", call.address)
        spec.path(address, operations={call.method.lower(): _of(call)})
    return spec.to_dict()


def _of(call: Call) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": call.name,
        "summary": call.summary,
        "parameters": [*_of_address(call), *_of_query(call), *_headers(call)],
        "responses": _responses(call),
        "security": [] if call.permission is Permission.PUBLIC else [{"token": []}],
    }
    if call.takes is not None:
        operation["requestBody"] = {
            "required": any(field.required for field in call.takes().fields.values()),
            "content": {_JSON: {"schema": call.takes}},
        }
    if call.takes_file:
        octets = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {_OCTETS: octets}}
    return operation


def _of_address(call: Call) -> list[dict[str, Any]]:
    return [
        {
            "in": "path",
            "name": part["name"],
            "required": True,
            "schema": _KINDS.get(part["kind"] or "", _TEXT),
        }
        for part in _PART.finditer(call.address)
    ]


def _of_query(call: Call) -> list[dict[str, Any]]:
    return [] if call.asks is None else [{"in": "query", "schema": call.asks}]


def _headers(call: Call) -> list[dict[str, Any]]:
    told = []
    if call.permission not in {Permission.PUBLIC, Permission.LOGGED_IN}:
        told.append(_header(UNIT_HEADER, "Slug of the unit; needed by members of several."))
    once = call.method != "GET" and not call.reads
    if once and call.permission is not Permission.PUBLIC:
        told.append(_header(ONCE_HEADER, "The same key again: answered alike, done once."))
    if call.if_match:
        told.append(_header("If-Match", "ETag of the version that is changed."))
    return told


def _header(name: str, description: str) -> dict[str, Any]:
    return {"in": "header", "name": name, "description": description, "schema": _TEXT}


def _responses(call: Call) -> dict[str, Any]:
    good: dict[str, Any] = {"description": call.summary}
    if call.gives is not None:
        good["content"] = {call.media_type: {"schema": call.gives}}
    elif call.media_type != _JSON:
        good["content"] = {call.media_type: {}}  # text or bytes, as other specifications say
    for kind in call.also:
        good["content"][kind] = {"schema": {"type": "object"}} if kind.endswith("json") else {}
    if call.versioned:
        good["headers"] = {"ETag": {"schema": _TEXT}}
    refusals = {str(status): _refusal(status) for status in sorted(_refused_with(call))}
    return {str(call.status): good, **refusals}


def _refused_with(call: Call) -> set[int]:
    """Return the statuses that a call can refuse with."""
    found = set(_ALWAYS) | {409, 429}
    if call.permission is not Permission.PUBLIC:
        found |= {401, 403, 404}
    else:
        found |= {401}
    found |= {406} if call.also else set()
    return found | ({428} if call.if_match == "needed" else set())


def _refusal(status: int) -> dict[str, Any]:
    return {"description": _REFUSALS[status], "content": {MEDIA_TYPE: _ref("Problem")}}


def _ref(name: str) -> dict[str, Any]:
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}
