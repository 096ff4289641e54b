"""The door of the interface: whoever may not come in gets a problem before a view is called."""

from flask import Response, request
from flask.typing import RouteCallable
from werkzeug.exceptions import MethodNotAllowed

from caseflow.api.problems import fault_problem, problem, refused_problem
from caseflow.http.doorkeeper import turn_away
from caseflow.http.faults import Fault
from caseflow.http.language import mark
from caseflow.http.program_door import admit_program
from caseflow.vocabulary.answers import Refused

_ABOUT_CLIENT = "caseflow_about_client"  # where a view says that its address names one
_OTHERWISE = mark("Not in this way")
_METHODS = mark("This address knows other methods; the header Allow names them.")


def mark_view(view: RouteCallable, *, about_client: bool) -> RouteCallable:
    """Say on a view whether its address names one client, or something of hers."""
    setattr(view, _ABOUT_CLIENT, about_client)
    return view


def call_door(view: RouteCallable | None) -> Response | None:
    """Return the problem of whoever may not come to a view; None: there is no such address."""
    if view is None:
        turn_away()
        return _unknown()
    turned = admit_program(view, about_client=bool(vars(view).get(_ABOUT_CLIENT)))
    if turned is None:
        return None
    return refused_problem(turned) if isinstance(turned, Refused) else fault_problem(turned)


def _unknown() -> Response:
    wrong = request.routing_exception
    if not isinstance(wrong, MethodNotAllowed):
        return fault_problem(Fault.NOT_FOUND)
    response = problem(405, "method_not_allowed", _OTHERWISE, _METHODS)
    response.headers["Allow"] = ", ".join(sorted(wrong.valid_methods or ()))
    return response
