"""Show the first page: what waits for her today."""

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission
from caseflow.web.shell import lead_to, page


@policy(Permission.LOGGED_IN)
def show_work_list() -> Response:
    """Show the work list of her unit; who has several units chooses one first."""
    if current.memberships() and current.membership() is None:
        return lead_to(url_for("web.choose_unit"))
    return page("work_list.html")
