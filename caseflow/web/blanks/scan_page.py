"""Bring the scan of a consent that she signed on paper."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.documents import BroughtScan, attach_scan, knock_at_scan
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.http.uploads import file_sent, takes_file
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

_FIELD = "file"
_MILLION = 1_000_000


class NewScan(InSchema):
    """Of which consent it is, and the number on the form; what is missing is told by the room."""

    consent = Line(most=40, required=False)
    number = Line(most=100, required=False)


@policy(Permission.RECORD_CONSENT)
def show_new_scan(client: UUID) -> Response:
    """Show the form; of no consent in particular it leads to those that there are."""
    return _show(client, Form({"consent": request.args.get("consent", "")}))


@takes_file
@policy(Permission.RECORD_CONSENT)
def send_new_scan(client: UUID) -> Response:
    """Keep the scan and show how it was declared, or show the form with what is wrong."""
    form, file = read_form(NewScan()), file_sent(_FIELD)
    consent = read_id(form.values.get("consent", ""))
    if form.problems or consent is None:
        return _show(client, form)
    brought = BroughtScan(consent, form.values.get("number", ""), file)
    answer = attach_scan(current.work(), current.actor(), client, brought)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return lead_to(url_for("web.declarations", client=client))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    consent = read_id(str(form.typed.get("consent", "")))
    if consent is None:
        return lead_to(url_for("web.consents", client=client))
    refused = knock_at_scan(current.work(), current.actor(), client, consent)
    if refused is not None:
        return refused_act(refused)
    return page(
        "blanks/scan.html",
        422 if form.problems else 200,
        client=frame,
        form=form,
        consent=consent,
        most=current.work().configuration.limits.documents.size // _MILLION,
    )
