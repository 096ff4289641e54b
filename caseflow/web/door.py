"""The door of the pages: whoever may not come in gets another page before a view is called."""

from flask import Response
from flask.typing import RouteCallable

from caseflow.http.doorkeeper import admit, turn_away
from caseflow.web.error_pages import error_page


def page_door(view: RouteCallable | None) -> Response | None:
    """Return the page for whoever may not come to a view; None: there is no such page."""
    fault = turn_away() if view is None else admit(view)
    return None if fault is None else error_page(fault)
