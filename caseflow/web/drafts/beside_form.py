"""Show a form with the draft of it, and let the draft go when the form was sent.

Danger: the draft is looked for only once the page of the form has been permitted and made. Where
that page is not there for her, nothing tells that she ever typed anything into it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response, render_template, request

from caseflow.drafts import Draft, discard_draft, draft_at
from caseflow.http import current
from caseflow.http.form_marks import FORM_PAGE, form_page, form_sent, spoken_to
from caseflow.vocabulary.actors import Actor
from caseflow.web.drafts.fill_form import fill_form
from caseflow.web.drafts.this_window import this_window
from caseflow.web.moments import shortly
from caseflow.web.shell import drafts_here, led_back, membership_marks

P = ParamSpec("P")
_SHOWN = 200
_LED_ON = 303


def with_draft(view: Callable[P, Response]) -> Callable[P, Response]:
    """Fill the form of a page that is looked at with what was typed into it and not sent."""

    @wraps(view)
    def seen(*arguments: P.args, **ids: P.kwargs) -> Response:
        response, who = view(*arguments, **ids), current.who()
        if response.status_code != _SHOWN or not isinstance(who, Actor) or not _asks(response):
            return response
        draft = draft_at(current.work(), who, request.path)
        if draft is not None:
            response.set_data(_filled(response.get_data(as_text=True), draft))
        return response

    return seen


def without_draft(view: Callable[P, Response]) -> Callable[P, Response]:
    """Discard the draft of a form that was sent and taken."""

    @wraps(view)
    def seen(*arguments: P.args, **ids: P.kwargs) -> Response:
        response, who = view(*arguments, **ids), current.who()
        if FORM_PAGE in form_sent() and isinstance(who, Actor) and _taken(response):
            place = form_page().partition("?")[0]
            discard_draft(current.work(), who, place, this_window())
        return response

    return seen


def _asks(response: Response) -> bool:
    return response.mimetype == "text/html" and drafts_here(response.get_data(as_text=True))


def _taken(response: Response) -> bool:
    """Say whether a form has done what it is for: it leads on, or shows what came of it.

    A preview, or a further step, shows what is sent to the same address once more: it goes on.
    """
    if spoken_to() is not None or led_back():
        return False
    if response.status_code != _SHOWN or response.mimetype != "text/html":
        return response.status_code in {_SHOWN, _LED_ON}
    page = response.get_data(as_text=True)
    return not drafts_here(page) and f'action="{request.path}"' not in page


def _filled(page: str, draft: Draft) -> str:
    filled = fill_form(page, draft.typed)
    banner = render_template(
        "drafts/banner.html",
        changed=filled.changed,
        elsewhere=draft.elsewhere,
        mark=draft.mark,
        csrf_field=membership_marks(),
        form_page=form_page(),
        kept_at=shortly(draft.kept_at),
        left=filled.left,
    )
    return filled.before + banner + filled.form
