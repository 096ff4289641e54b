"""Tell a monitor how the log stands (Prometheus text format), from this machine or with a token."""

from collections.abc import Callable
from hmac import compare_digest

from flask import Blueprint, Response, abort, request

from caseflow.database.unit_of_work import Work
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.programs import bearer_token
from caseflow.operations.log_figures import LogFigures
from caseflow.vocabulary.loopback import is_loopback
from caseflow.vocabulary.permissions import Permission

_NOT_FOUND = 404
_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
_LINES: tuple[tuple[str, str, Callable[[LogFigures], float | None]], ...] = (
    ("log_entries", "Entries in the tree.", lambda told: told.entries),
    ("log_staged_entries", "Entries that wait for the tree.", lambda told: told.staged),
    ("log_integration_lag_seconds", "How long the oldest has waited.", lambda told: told.lag),
    ("log_checkpoint_age_seconds", "Since the last head.", lambda told: told.checkpoint_age),
    ("log_witnessed_entries", "Seen by a witness outside.", lambda told: told.witnessed),
    ("log_witness_age_seconds", "Since a witness looked.", lambda told: told.witness_age),
    ("log_verified_age_seconds", "Since the log was verified.", lambda told: told.verified_age),
)


def make_metrics(figures: Callable[[Work], LogFigures], token: str) -> Blueprint:
    """Return the route; `token` is what a monitor elsewhere has to show, empty where none may."""
    metrics = Blueprint("metrics", __name__)

    @metrics.get("/metrics")
    @policy(Permission.PUBLIC)
    def show() -> Response:
        if not _may_look(token):
            abort(_NOT_FOUND)
        told = figures(current.work())
        lines = [line for each in _LINES for line in _shown(*each, told)]
        return Response("\n".join([*lines, ""]), content_type=_FORMAT)

    return metrics


def _may_look(token: str) -> bool:
    """Say whether this machine asks, or a monitor that knows the token."""
    shown = (bearer_token(request) or "").encode()
    known = bool(token) and compare_digest(shown, token.encode())
    return known or is_loopback(request.remote_addr or "")


def _shown(
    name: str, said: str, read: Callable[[LogFigures], float | None], told: LogFigures
) -> list[str]:
    value = read(told)
    if value is None:
        return []
    full = f"caseflow_{name}"
    return [f"# HELP {full} {said}", f"# TYPE {full} gauge", f"{full} {value}"]
