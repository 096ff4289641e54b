"""Show a page in another language with all that was typed into it, and do nothing of it.

Its button lies behind the page, so that the key Enter presses the form's own one.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.faults import Fault
from caseflow.http.form_marks import spoken_to
from caseflow.web.error_pages import error_page, not_found
from caseflow.web.forms import read_anew

P = ParamSpec("P")
_WRONG = 422  # what a form is shown with that is not done
_SHOWN = 200
_REFUSED = 400  # from here on


def speak_anew(view: Callable[P, Response]) -> Callable[P, Response]:
    """Let a view that shows its form once more when something is wrong do so for this."""

    @wraps(view)
    def seen(*arguments: P.args, **ids: P.kwargs) -> Response:
        language = spoken_to()
        if language is None:
            return view(*arguments, **ids)
        if language not in current.work().configuration.languages:
            return not_found()
        response = view(*arguments, **ids)
        if _has_acted(response):  # no page of ours asks such a form for this
            current.work().abandon()
            response = error_page(Fault.BAD_REQUEST)
        elif response.status_code == _WRONG:
            response.status_code = _SHOWN
        cookies_here().give_language(response, language)
        return response

    return seen


def _has_acted(response: Response) -> bool:
    """Say whether something was done: what leads on has, and what was well without a form."""
    well = response.status_code < _REFUSED and not read_anew()
    return well or "Location" in response.headers
