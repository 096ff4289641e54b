"""Hang the calls under /api/v1."""

from flask import Blueprint

from caseflow.api.calls import CALLS
from caseflow.api.door import mark_view
from caseflow.api.serve import make_view

PREFIX = "/api/v1"


def make_calls() -> Blueprint:
    """Return the blueprint of all calls."""
    calls = Blueprint("api", __name__, url_prefix=PREFIX)
    for call in CALLS:
        view = mark_view(make_view(call), about_client=call.about_client)
        calls.add_url_rule(call.address, call.name, view, methods=[call.method])
    return calls
