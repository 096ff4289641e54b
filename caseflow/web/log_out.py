"""Log out, and leave nothing in the browser but what it is known by."""

from flask import Response, request, session, url_for

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import without_factor
from caseflow.http.headers import forget_everything
from caseflow.identity import log_out
from caseflow.vocabulary.permissions import Permission
from caseflow.web.shell import lead_to


@policy(Permission.LOGGED_IN)
@without_factor
def send_log_out() -> Response:
    """End the session and take its cookie back."""
    token = cookies_here().token_of(request)
    if token is not None:
        log_out(current.work(), token)
    return leave_nothing(lead_to(url_for("web.log_in")))


def leave_nothing(response: Response) -> Response:
    """Let an answer take everything from the browser but what it is known by."""
    session.clear()
    cookies = cookies_here()
    known = bool(cookies.browser_of(request))
    if known:
        # What stays is chance without a name: without it, strangers who guess would lock her out.
        cookies.take_all_but_browser(response)
    cookies.take_token(response)
    forget_everything(response, but_cookies=known)
    return response


@policy(Permission.LOGGED_IN)
@without_factor
def send_stay() -> Response:
    """Answer that she is still there; that she asked is what keeps the session."""
    return Response(status=204)
