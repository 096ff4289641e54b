"""Keep what was typed: by itself while somebody types, or by the button of the form."""

from flask import Response, request

from caseflow.drafts import discard_draft, keep_draft
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.form_marks import MARKS, form_page, form_sent, made_elsewhere
from caseflow.http.language import gettext
from caseflow.http.sentences import sentence
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Invalid, Problem
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.only_changed import only_changed
from caseflow.web.drafts.this_window import this_window
from caseflow.web.error_pages import error_page, not_found
from caseflow.web.moments import shortly
from caseflow.web.shell import lead_to, page


@policy(Permission.LOGGED_IN)
def send_draft() -> Response:
    """Keep it, and lead back to the form, or say when it was kept to the script of the page."""
    who = current.who()
    if not isinstance(who, Actor):
        return not_found()  # she acts in no unit, whose key would seal it
    if made_elsewhere(who):
        return error_page(Fault.OTHER_UNIT)  # nor is it for the eyes of the unit she acts in now
    place = form_page().partition("?")[0]
    match keep_draft(current.work(), who, place, only_changed(), this_window()):
        case Done(kept_at) if _by_script():
            return Response(
                gettext("Kept as a draft, %(time)s", time=shortly(kept_at)), mimetype="text/plain"
            )
        case Done():
            return lead_to(form_page())
        case Invalid(problems=problems):
            return _not_kept(problems[0])


@policy(Permission.LOGGED_IN)
def send_discard() -> Response:
    """Discard it, and lead back to the form as it is without."""
    who = current.who()
    if not isinstance(who, Actor):
        return not_found()
    if made_elsewhere(who):
        return error_page(Fault.OTHER_UNIT)
    discard_draft(current.work(), who, form_page().partition("?")[0])
    return lead_to(form_page())


def _not_kept(problem: Problem) -> Response:
    if _by_script():
        return Response(sentence(problem), 422, mimetype="text/plain")
    sent = form_sent().items(multi=True)
    words = [said for name, said in sent if name not in MARKS and said.strip()]
    return page("drafts/not_kept.html", 422, problem=problem, words=words)


def _by_script() -> bool:
    return request.accept_mimetypes.best == "text/plain"
