"""Write an entry, or change one."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import OfUnit, Saved
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.records import Draft, change_entry, knock, knock_at_entry, write_entry
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


def _knock(client: UUID, *, again: bool = False) -> Refused | None:
    return knock(current.work(), current.actor(), Act.ENTRY_WRITE, client, again=again)


def _knock_at(entry: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_entry(current.work(), current.actor(), entry, again=again)


CALLS = (
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
        knock=_knock,
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
