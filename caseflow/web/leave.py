"""Leave at once for a page that looks harmless, and end the session behind it.

A form of ours must not lead to another host (`form-action`), so a page that leads on by itself is
the way; it takes the place of the one that was left.
"""

from flask import Response, make_response, render_template, request

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.language import direction, language
from caseflow.identity import log_out
from caseflow.vocabulary.permissions import Permission
from caseflow.web.log_out import leave_nothing


@policy(Permission.PUBLIC)
def send_leave() -> Response:
    """End the session that the browser has, if any, and lead it away."""
    log_out(current.work(), cookies_here().token_of(request) or "")
    return leave_nothing(lead_away())


def lead_away(status: int = 200) -> Response:
    """Return the empty page that leads on to another host."""
    html = render_template("leave.html", language=language(), read_towards=direction())
    return make_response(html, status)
