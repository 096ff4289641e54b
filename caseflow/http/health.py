"""Tell a watchdog whether the process lives and whether it can work; nothing else about it."""

from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from caseflow.http.doorkeeper import policy
from caseflow.http.faults import STATUS, Fault
from caseflow.vocabulary.permissions import Permission


def make_health(ready: Callable[[], bool]) -> Blueprint:
    """Return the two routes; `ready` says whether database, migrations and keys are at hand."""
    health = Blueprint("health", __name__)

    @health.get("/healthz")
    @policy(Permission.PUBLIC)
    def alive() -> Response:
        return jsonify(status="ok")

    @health.get("/readyz")
    @policy(Permission.PUBLIC)
    def readiness() -> Response:
        found = ready()
        response = jsonify(status="ready" if found else "unready")
        response.status_code = 200 if found else STATUS[Fault.UNAVAILABLE]
        return response

    return health
