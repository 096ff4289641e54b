"""Write a new entry."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import Draft, write_entry
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.entry_form import NewEntry, empty_entry, entry_page, words_of
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_ENTRY)
def show_new_entry(client: UUID) -> Response:
    """Show the empty form, on a category if the address names one."""
    return _show(client, Form({**empty_entry(), "category": request.args.get("category", "")}))


@policy(Permission.WRITE_ENTRY)
def send_new_entry(client: UUID) -> Response:
    """Write the entry and come back to the story, or show the form with what is wrong."""
    form = read_form(NewEntry())
    if form.problems:
        return _show(client, form)
    typed = words_of(form)
    draft = Draft(
        category=form.values.get("category", ""),
        occurred_on=typed.pop("occurred_on"),
        kind=typed.pop("kind"),
        fields=typed,
    )
    answer = write_entry(current.work(), current.actor(), client, draft)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.story", client=client))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    return frame if isinstance(frame, Response) else entry_page(frame, form)
