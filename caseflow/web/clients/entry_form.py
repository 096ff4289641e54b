"""What is typed for an entry, and the page around it."""

from collections.abc import Mapping

from flask import Response
from marshmallow import fields

from caseflow.http.schemas import InSchema, Line
from caseflow.records import StoryEntry
from caseflow.vocabulary.states import EntryKind
from caseflow.web.clients.client_frame import Frame, client_page
from caseflow.web.clients.own_unit import own_categories, typed_day
from caseflow.web.forms import Form
from caseflow.web.moments import today

MOST = 20_000  # characters of a text


class EntryText(InSchema):
    """An entry as it is typed; what is empty is told by the room, with everything else."""

    kind = Line(required=False)
    occurred_on = Line(required=False)
    title = Line(most=MOST, required=False)
    text = Line(most=MOST, required=False)


class NewEntry(EntryText):
    """A new entry lies in a category."""

    category = Line(required=False)


class ChangedEntry(EntryText):
    """A changed entry names the version that was on the screen."""

    version = fields.Integer(required=True)


def words_of(form: Form) -> dict[str, str]:
    """Return the fields of an entry as they were typed."""
    typed = ("kind", "occurred_on", "title", "text")
    return {name: str(form.values.get(name, "")) for name in typed}


def empty_entry() -> dict[str, str]:
    """Return a form that begins with today and a note."""
    return {"kind": EntryKind.NOTE, "occurred_on": typed_day(today())}


def typed_entry(entry: StoryEntry) -> Mapping[str, str]:
    """Return an entry as it would be typed."""
    return {
        "kind": entry.kind,
        "occurred_on": typed_day(entry.occurred_on),
        "title": entry.title,
        "text": entry.text,
        "version": str(entry.origin.version),
    }


def entry_page(
    frame: Frame, form: Form, entry: StoryEntry | None = None, newer: StoryEntry | None = None
) -> Response:
    """Return the form; `newer` is what somebody else wrote in the meantime."""
    status = 409 if newer else 422 if form.problems else 200
    kinds = [(kind.value, frame.words.kind(kind)) for kind in EntryKind]
    offered = own_categories(frame.words.configuration)
    return client_page(
        frame,
        "entry.html",
        status,
        form=form,
        entry=entry,
        newer=newer,
        kinds=kinds,
        categories=offered,
    )
