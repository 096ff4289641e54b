"""What is typed for an appointment, and the page around it."""

from dataclasses import dataclass
from uuid import UUID

from flask import Response
from marshmallow import fields

from caseflow.http import current
from caseflow.http.language import gettext
from caseflow.http.schemas import InSchema, Line
from caseflow.http.way_words import WAYS
from caseflow.letters import show_ways
from caseflow.records.appointments import comes_twice, told_places
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.appointments import FIRST, REMINDERS, SECOND
from caseflow.vocabulary.safe_contact import Ways
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.own_unit import own_categories, typed_day
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.forms import Form
from caseflow.web.letters.shown_ways import shown_ways
from caseflow.web.shell import page
from caseflow.web.shown_hours import shown_hours

_USUAL = "60"  # minutes
_TYPED = ("day", "time", "which", "minutes", "title", "place", "reminder")
MOST = 500  # characters of a line


class AppointmentText(InSchema):
    """An appointment as it is typed; what is empty is told by the room, with everything else."""

    day = Line(required=False)
    time = Line(required=False)
    which = Line(required=False)
    minutes = Line(required=False)
    title = Line(most=MOST, required=False)
    place = Line(most=MOST, required=False)
    reminder = Line(required=False)


class NewAppointment(AppointmentText):
    """A new appointment lies in a category."""

    category = Line(required=False)


class ChangedAppointment(AppointmentText):
    """A changed one names the version that was on the screen, and may be taken over."""

    version = fields.Integer(required=True)
    take_over = fields.Boolean()


@dataclass(frozen=True, slots=True)
class Stood:
    """The appointment that is changed, and whether somebody has changed it meanwhile."""

    found: StoryAppointment
    overtaken: bool = False


def words_of(form: Form) -> dict[str, str]:
    """Return what was typed."""
    return {name: str(form.values.get(name, "")) for name in _TYPED}


def empty_appointment() -> dict[str, str]:
    """Return a form that begins with an hour."""
    return {"minutes": _USUAL}


def typed_appointment(found: StoryAppointment) -> dict[str, str]:
    """Return an appointment as it would be typed."""
    zone = current.work().configuration.zone
    here = found.starts.astimezone(zone)
    twice = comes_twice(here.date(), here.time(), zone)
    return {
        "day": typed_day(here.date()),
        "time": f"{here:%H:%M}",
        "which": (SECOND if here.fold else FIRST) if twice else "",
        "minutes": str((found.ends - found.starts).seconds // 60),
        "title": found.title,
        "place": found.place,
        "reminder": found.reminder or "",
        "version": str(found.origin.version),
    }


def appointment_page(client: UUID, form: Form, stood: Stood | None = None) -> Response:
    """Return the form, with the ways and the places that she has named."""
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    work, actor = current.work(), current.actor()
    ways, places = show_ways(work, actor, client), told_places(work, actor, client)
    if isinstance(ways, Refused):
        return refused_sight(ways)
    if isinstance(places, Refused):
        return refused_sight(places)
    return page(
        "appointments/appointment.html",
        _status(form, stood),
        client=frame,
        words=frame.words,
        form=form,
        stood=stood,
        closed_reminder=_closed(ways.value, stood),
        mine=stood is None or stood.found.staff == actor.staff,
        asks_which=bool(form.typed.get("which")) or form.problem_of("which") is not None,
        named_places=places.value,
        ways=shown_ways(ways.value, REMINDERS),
        categories=own_categories(frame.words.configuration),
        shown_hours=shown_hours,
    )


def _status(form: Form, stood: Stood | None) -> int:
    if stood is not None and stood.overtaken:
        return 409
    return 422 if form.problems else 200


def _closed(ways: Ways, stood: Stood | None) -> str:
    """Return the way by which she was to be reminded, where it is closed by now."""
    way = None if stood is None else stood.found.reminder
    return "" if way is None or ways.of(way).open else gettext(WAYS[way])
