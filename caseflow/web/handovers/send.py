"""Propose a client to another unit, with a slip and, if she agreed, a consent that carries her."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.consents import ConsentView, list_consents
from caseflow.handovers import Slip, send_handover
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import ConsentState
from caseflow.vocabulary.units import Unit, UnitKind
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.handovers.handover_words import URGENCIES
from caseflow.web.moments import last_day
from caseflow.web.shell import lead_to, page

_RUNNING = frozenset({ConsentState.ACTIVE, ConsentState.PENDING, ConsentState.PARTLY_WITHDRAWN})


class SendHandover(InSchema):
    """The slip, where it goes, and what carries her."""

    to_unit = fields.UUID(required=True)
    consent = Line(most=40, required=False)  # empty: without one
    urgency = Line(most=20, required=False)
    languages = Line(most=500, required=False)
    children = Line(most=20, required=False)
    note = Line(most=4000, required=False)


@policy(Permission.WRITE_ENTRY)
def show_handover_form(client: UUID) -> Response:
    """Show the empty slip inside the client's frame."""
    return _show(client, Form())


@policy(Permission.WRITE_ENTRY)
def send_handover_form(client: UUID) -> Response:
    """Send the handover."""
    form = read_form(SendHandover())
    if form.problems:
        return _show(client, form)
    values = form.values
    slip = Slip(
        values.get("urgency", ""),
        values.get("languages", ""),
        values.get("children", ""),
        values.get("note", ""),
    )
    carrying = read_id(values.get("consent", ""))
    answer = send_handover(
        current.work(), current.actor(), client, values["to_unit"], carrying, slip
    )
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done():
            return lead_to(url_for("web.handovers", direction="out"))


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    answer = list_consents(current.work(), current.actor(), client)
    consents = answer.value if isinstance(answer, Disclosed) else ()
    return page(
        "handovers/form.html",
        422 if form.problems else 200,
        client=frame,
        words=frame.words,
        form=form,
        units=_other_units(),
        consents=[each for each in consents if _gives(each)],
        urgencies=[(key.value, gettext(name)) for key, name in URGENCIES.items()],
        last_day=last_day,
    )


def _other_units() -> list[Unit]:
    own = current.actor().unit
    return [
        unit for unit in current.units() if unit.kind is not UnitKind.OVERSIGHT and unit.id != own
    ]


def _gives(consent: ConsentView) -> bool:
    """Say whether the acting unit tells somebody something by a running consent."""
    own = current.actor().unit
    return consent.state in _RUNNING and any(own in part.from_units for part in consent.parts)
