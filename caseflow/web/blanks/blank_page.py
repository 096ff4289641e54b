"""Offer the form of a consent on paper in every language, and give one out."""

from flask import Response, request, url_for

from caseflow.consents import known_partners
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import mark
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.blanks.blank_form import BlankForm, blank_form
from caseflow.web.clients.words import words
from caseflow.web.consents.both_languages import OUTSIDE, TEMPLATE, both_languages, text_languages
from caseflow.web.consents.consent_form import drawer_units
from caseflow.web.moments import today
from caseflow.web.shell import lead_to, page

FORMS = {
    TEMPLATE: mark("Consent between units"),
    OUTSIDE: mark("Consent to tell an organisation outside"),
}


@policy(Permission.RECORD_CONSENT)
def show_blank_forms() -> Response:
    """Show which forms there are; they say nothing of any client."""
    known = current.work().configuration
    found = [(template, name, text_languages(known, template)) for template, name in FORMS.items()]
    return page("blanks/forms.html", forms=found)


@policy(Permission.RECORD_CONSENT)
def show_blank_form() -> Response:
    """Give one out as PDF, under a number that no other printing has."""
    asked, template = request.args.get("language", ""), request.args.get("template", "")
    say = both_languages(current.work().configuration, asked, template=template)
    if say is None:
        return lead_to(url_for("web.blank_forms"))
    partners = tuple(each.name for each in known_partners(current.work()) if each.runs)
    form = BlankForm(
        id=new_id(),
        say=say,
        words=words(spoken=asked),
        units=tuple(each.name for each in drawer_units()),
        partners=partners,
        made_on=today(),
    )
    return pdf_answer(blank_form(form))
