"""Show the accessibility statement, after the model of EU 2018/1523; before a log-in too."""

from datetime import date

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy, recognise
from caseflow.http.language import language
from caseflow.vocabulary.permissions import Permission
from caseflow.web.help.read_tasks import read_tasks
from caseflow.web.moments import shown_day
from caseflow.web.shell import page


@policy(Permission.PUBLIC)
def show_accessibility() -> Response:
    """Show what is known not to conform, how it was tested, and where barriers are told."""
    recognise()  # whoever is logged in has her way out here too
    configuration = current.work().configuration
    named, contact = configuration.accessibility, configuration.contact
    return page(
        "help/accessibility.html",
        provider=configuration.provider,
        sections=read_tasks(language(), "accessibility", values={}).values(),
        feedback=named.feedback or tuple(filter(None, (contact.email, contact.telephone))),
        named=named,
        stated_on=shown_day(date.fromisoformat(named.stated_on)) if named.stated_on else "",
    )
