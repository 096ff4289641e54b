"""Take the second factor that is shown beside a form, and let the form go on."""

from dataclasses import replace

from flask import Response, after_this_request

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.form_marks import FACTOR_CODE, FACTOR_PASSKEY, form_sent
from caseflow.identity import LoggedIn, show_factor
from caseflow.vocabulary.answers import Problem, Reason, Refused
from caseflow.web.factors.sent_proof import sent_proof


def factor_sent() -> bool:
    """Say whether a second factor stands beside this form."""
    form = form_sent()
    return bool(form.get(FACTOR_CODE, "").strip() or form.get(FACTOR_PASSKEY))


def shown_beside() -> Problem | None:
    """Let the session go on under a new token; return what is wrong with what was shown, if so."""
    problem = _show()
    # What the form does may be rolled back or be wrong; the code is used up either way.
    current.work().finish()
    return problem


def _show() -> Problem | None:
    who = current.who()
    if who is None:
        raise TypeError("whoever has shown nothing yet is asked to log in before")
    answer = show_factor(current.work(), who, sent_proof(FACTOR_CODE, FACTOR_PASSKEY))
    if isinstance(answer, Refused):
        return Problem(FACTOR_CODE, why(answer))
    begun: LoggedIn = answer

    def give(response: Response) -> Response:
        cookies_here().give_token(response, begun.token)
        return response

    after_this_request(give)
    shown = replace(who, second_factor_at=current.work().clock.now())
    current.hold_who(shown, current.memberships(), current.units())
    return None


def why(refused: Refused) -> str:
    """Return the code of the sentence for a factor that was refused."""
    return "too_many_tries" if refused.reason is Reason.TOO_MANY else "factor_failed"
