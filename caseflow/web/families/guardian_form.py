"""Write a guardian down, and write anew what is known of one."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import StoryGuardian, add_guardian, change_guardian, open_family
from caseflow.vocabulary.answers import Conflict, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import Frame, enter, frame_of
from caseflow.web.clients.family_words import AUTHORITIES, BLOCKED, choices
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

_WORDS = ("name", "relation", "authority", "blocked")


class GuardianFields(InSchema):
    """A guardian as typed."""

    name = Line(required=False)
    relation = Line(required=False)
    authority = Line(most=40, required=False)
    blocked = Line(most=40, required=False)


class ChangedFields(GuardianFields):
    """The same of one who was on the screen, in this version."""

    version = fields.Integer(required=True)


@policy(Permission.WRITE_FACT)
def show_new_guardian(client: UUID) -> Response:
    """Show the empty form; nothing on it is chosen beforehand."""
    return _show(client, Form())


@policy(Permission.WRITE_FACT)
def send_new_guardian(client: UUID) -> Response:
    """Write the guardian down."""
    form = read_form(GuardianFields())
    if form.problems:
        return _show(client, form)
    answer = add_guardian(current.work(), current.actor(), client, _typed(form))
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.family", client=client))


@policy(Permission.WRITE_ENTRY)
def show_guardian(client: UUID, guardian: UUID) -> Response:
    """Show what is known of one whom the unit wrote down, ready to be changed."""
    return _as_it_stands(client, guardian)


@policy(Permission.WRITE_ENTRY)
def send_guardian(client: UUID, guardian: UUID) -> Response:
    """Write it anew."""
    form = read_form(ChangedFields())
    if form.problems:
        return _show(client, form)
    work, actor, version = current.work(), current.actor(), form.values["version"]
    answer = change_guardian(work, actor, guardian, version, _typed(form), client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Conflict():
            return _as_it_stands(client, guardian, form)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.family", client=client))


def _as_it_stands(client: UUID, guardian: UUID, sent: Form | None = None) -> Response:
    """Return the form as the guardian is known now; what was sent too late stands beside that."""
    answer = open_family(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    found = next((each for each in answer.value.guardians if each.origin.id == guardian), None)
    if found is None or found.origin.unit != current.actor().unit:
        return not_found()
    frame, held = frame_of(answer.value.overview), _held(found)
    if sent is None:
        return _page(frame, held)
    # She has seen what stands there now: the next time hers is taken.
    return _page(frame, Form({**sent.typed, "version": held.typed["version"]}), newer=held)


def _typed(form: Form) -> dict[str, str]:
    return {name: form.values.get(name, "") for name in _WORDS}


def _held(found: StoryGuardian) -> Form:
    typed = {name: getattr(found, name) for name in _WORDS}
    return Form({**typed, "version": str(found.origin.version)})


def _show(client: UUID, form: Form) -> Response:
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    return _page(frame, form)


def _page(frame: Frame, form: Form, newer: Form | None = None) -> Response:
    return page(
        "families/guardian.html",
        409 if newer else 422 if form.problems else 200,
        client=frame,
        form=form,
        newer=newer,
        authorities=choices(AUTHORITIES),
        grounds=choices(BLOCKED),
    )
