"""Change an entry of the own unit; who was slower keeps her text beside the newer one."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import StoryEntry, change_entry, read_entry
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.entry_form import ChangedEntry, entry_page, typed_entry, words_of
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_ENTRY)
def show_entry(client: UUID, entry: UUID) -> Response:
    """Show the entry as it stands, ready to be changed."""
    found = _own(client, entry)
    if found is None:
        return not_found()
    return _show(client, found, Form(typed_entry(found)))


@policy(Permission.WRITE_ENTRY)
def send_entry(client: UUID, entry: UUID) -> Response:
    """Write the change, or show what is wrong with it, or what somebody else wrote."""
    form = read_form(ChangedEntry())
    if form.problems:
        return _again(client, entry, form)
    work, actor, version = current.work(), current.actor(), form.values["version"]
    answer = change_entry(work, actor, entry, version, words_of(form), client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _again(client, entry, form.but(*problems))
        case Conflict():
            return _again(client, entry, form, overtaken=True)
        case _:
            return lead_to(url_for("web.story", client=client))


def _own(client: UUID, entry: UUID) -> StoryEntry | None:
    answer = read_entry(current.work(), current.actor(), entry, of=client)
    if isinstance(answer, Refused) or answer.value.origin.unit != current.actor().unit:
        return None
    return answer.value


def _again(client: UUID, entry: UUID, form: Form, *, overtaken: bool = False) -> Response:
    found = _own(client, entry)
    if found is None:
        return not_found()
    if not overtaken:
        return _show(client, found, form)
    # She has seen the newer text now: the next time hers is taken.
    typed = {**form.typed, "version": str(found.origin.version)}
    return _show(client, found, Form(typed), newer=found)


def _show(client: UUID, entry: StoryEntry, form: Form, newer: StoryEntry | None = None) -> Response:
    frame = enter(client)
    return frame if isinstance(frame, Response) else entry_page(frame, form, entry, newer)
