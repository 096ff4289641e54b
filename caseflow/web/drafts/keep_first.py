"""Keep what was typed beside an act that ends or hides the session: afterwards nobody could.

It comes in the same request, so that neither overtakes the other.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response

from caseflow.drafts import keep_draft
from caseflow.http import current
from caseflow.http.doorkeeper import recognise
from caseflow.http.form_marks import FORM_PAGE, form_page, form_sent, made_elsewhere
from caseflow.vocabulary.actors import Actor
from caseflow.web.clients.only_changed import only_changed
from caseflow.web.drafts.this_window import this_window

P = ParamSpec("P")


def keep_first(view: Callable[P, Response]) -> Callable[P, Response]:
    """Keep the words of a form that come with this; what cannot be kept holds up nobody."""

    @wraps(view)
    def seen(*arguments: P.args, **ids: P.kwargs) -> Response:
        who = recognise() if FORM_PAGE in form_sent() else None
        if isinstance(who, Actor) and not made_elsewhere(who):
            place = form_page().partition("?")[0]
            keep_draft(current.work(), who, place, only_changed(), this_window())
        return view(*arguments, **ids)

    return seen
