"""Hang the calls under /api/v1, and the document that describes them beside them."""

import json
from functools import cache

from flask import Blueprint, Response

from caseflow.api.call import PREFIX
from caseflow.api.calls import CALLS
from caseflow.api.door import mark_view
from caseflow.api.openapi import describe
from caseflow.api.serve import make_view
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission


def make_calls() -> Blueprint:
    """Return the blueprint of all calls."""
    calls = Blueprint("api", __name__, url_prefix=PREFIX)
    for call in CALLS:
        view = mark_view(make_view(call), about_client=call.about_client)
        calls.add_url_rule(call.address, call.name, view, methods=[call.method])
    calls.add_url_rule("/openapi.json", "openapi", show_document)
    return calls


@cache
def interface() -> str:
    """Return the OpenAPI document of the interface as JSON, made once: it never changes."""
    return json.dumps(describe(CALLS), indent=2, ensure_ascii=False)


@policy(Permission.PUBLIC)
def show_document() -> Response:
    """Show the document to whoever asks; it says nothing about anybody."""
    return Response(interface(), content_type="application/json")
