"""The door of the pages: whoever may not come in gets another page before a view is called."""

from flask import Response, request
from flask.typing import RouteCallable

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import admit, turn_away
from caseflow.http.faults import Fault
from caseflow.identity import behind_curtain
from caseflow.web.error_pages import error_page
from caseflow.web.factors.shown_beside import factor_sent, shown_beside
from caseflow.web.forms import Form


def page_door(view: RouteCallable | None) -> Response | None:
    """Return the page for whoever may not come to a view; None: there is no such page."""
    fault = turn_away() if view is None else admit(view)
    if fault is Fault.LOG_IN and behind_curtain(current.work(), cookies_here().token_of(request)):
        return error_page(Fault.CURTAIN)
    if fault is Fault.FRESH_FACTOR and factor_sent():
        wrong = shown_beside()
        return None if wrong is None else error_page(fault, factor=Form(problems=(wrong,)))
    return None if fault is None else error_page(fault)
