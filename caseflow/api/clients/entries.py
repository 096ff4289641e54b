"""Read an entry, write one, or change one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.clients.pieces import OutEntry, entry_shown
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import OfUnit, Reasoned, Saved
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.records import (
    Draft,
    StoryEntry,
    change_entry,
    knock_at_entry,
    knock_at_sight,
    read_entry,
    write_entry,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class EntryFields(InSchema):
    """The words of an entry."""

    title = fields.String()
    text = fields.String()


class NewEntry(OfUnit):
    """A dated piece of history for a drawer of the acting unit."""

    category = fields.String(required=True)
    occurred_on = fields.String(required=True, metadata={"format": "date"})
    kind = fields.String(required=True)
    words = fields.Nested(EntryFields, required=True, data_key="fields")


class ChangedEntry(InSchema):
    """What is written anew; the rest stays."""

    occurred_on = fields.String(metadata={"format": "date"})
    kind = fields.String()
    words = fields.Nested(EntryFields, data_key="fields")


def read(entry: UUID, sent: Sent) -> object:
    """Read one entry; a closed case opens with a reason only."""
    return read_entry(current.work(), current.actor(), entry, sent.query.get("reason", ""))


def write(client: UUID, sent: Sent) -> object:
    """Write an entry into the acting unit's own drawer."""
    body = sent.body
    draft = Draft(body["category"], body["occurred_on"], body["kind"], body["words"])
    return write_entry(current.work(), current.actor(), client, draft)


def change(entry: UUID, sent: Sent) -> object:
    """Change an entry of the acting unit, from the version that If-Match names."""
    typed = dict(sent.body)
    typed |= typed.pop("words", {})
    return change_entry(current.work(), current.actor(), entry, sent.version or 0, typed)


def _shown(entry: StoryEntry) -> Mapping[str, Any]:
    return entry_shown(Units(), entry)


def _knock_at_sight(entry: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_sight(current.work(), current.actor(), entry, again=again)


def _knock_at(entry: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_entry(current.work(), current.actor(), entry, again=again)


CALLS = (
    Call(
        method="GET",
        address="/entries/<uuid:entry>",
        summary="One entry, with where it comes from and why it is seen.",
        permission=Permission.READ_STORY,
        asks=Reasoned,
        gives=OutEntry,
        versioned=True,
        act=read,
        show=_shown,
        knock=_knock_at_sight,
    ),
    Call(
        method="POST",
        address="/clients/<uuid:client>/entries",
        summary="Write an entry.",
        permission=Permission.WRITE_ENTRY,
        takes=NewEntry,
        gives=Saved,
        status=201,
        versioned=True,
        act=write,
        knock=knock_for(Act.ENTRY_WRITE),
    ),
    Call(
        method="PATCH",
        address="/entries/<uuid:entry>",
        summary="Change an entry of the acting unit.",
        permission=Permission.WRITE_ENTRY,
        takes=ChangedEntry,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=change,
        knock=_knock_at,
    ),
)
