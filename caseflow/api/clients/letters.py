"""Say how a client may be reached, and write letters; the sheet is the content of a document."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import OfUnit, Out, Reasoned, Saved
from caseflow.disclosures import OutsideLetter, write_outside
from caseflow.http import current
from caseflow.letters import LetterDraft, show_ways, write_letter
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.safe_contact import Ways

_CLIENT = "/clients/<uuid:client>"


class NewLetter(OfUnit):
    """A letter to her; with a consent it goes to the organisation that this one names.

    `fields` are those of the template, `name`, `signed`, and by post `postal_address`.
    """

    template = fields.String(required=True)
    language = fields.String(required=True)
    way = fields.String(required=True)
    fields_ = fields.Dict(
        keys=fields.String(), values=fields.String(), data_key="fields", required=True
    )
    note = fields.String()
    consent = fields.UUID()
    purpose = fields.String()
    categories = fields.List(fields.String())


class OutWay(Out):
    """A way to her: open with what is to be heeded, or closed with why."""

    way = fields.String(required=True)
    open = fields.Boolean(required=True)
    bars = fields.List(fields.String(), required=True)
    care = fields.List(fields.String(), required=True)


class OutWays(Out):
    """All ways to her, and the answers of hers that they follow from."""

    ways = fields.List(fields.Nested(OutWay), required=True)
    rules = fields.List(fields.String(), required=True)
    not_to = fields.List(fields.String(), required=True)
    told_on = fields.Date(required=True, allow_none=True)


def ways(client: UUID, sent: Sent) -> object:
    """Say how she may be reached; a closed case opens with a reason only."""
    return show_ways(current.work(), current.actor(), client, sent.query.get("reason", ""))


def write(client: UUID, sent: Sent) -> object:
    """Write a letter, by a way that is open."""
    work, actor, body = current.work(), current.actor(), sent.body
    draft = LetterDraft(
        body["template"], body["language"], body["way"], body["fields_"], body.get("note", "")
    )
    if "consent" not in body:
        return write_letter(work, actor, client, draft)
    categories = frozenset(body.get("categories", ()))
    letter = OutsideLetter(draft, body["consent"], body.get("purpose", ""), categories)
    return write_outside(work, actor, client, letter)


def _shown(found: Ways) -> Mapping[str, Any]:
    return {
        "ways": [
            {
                "way": each.way,
                "open": each.open,
                "bars": sorted(each.bars),
                "care": sorted(each.care),
            }
            for each in found.standings
        ],
        "rules": sorted(found.rules),
        "not_to": found.not_to,
        "told_on": found.told_on,
    }


CALLS = (
    Call(
        method="GET",
        address=f"{_CLIENT}/ways",
        summary="By which ways she may be reached, and why others are closed.",
        permission=Permission.READ_FACTS,
        asks=Reasoned,
        gives=OutWays,
        act=ways,
        show=_shown,
        knock=knock_for(Act.INTAKE_READ),
    ),
    Call(
        method="POST",
        address=f"{_CLIENT}/letters",
        summary="Write a letter to her, or about her to an organisation under a consent.",
        permission=Permission.WRITE_ENTRY,
        takes=NewLetter,
        gives=Saved,
        status=201,
        versioned=True,
        act=write,
        knock=knock_for(Act.DOCUMENT_WRITE),
    ),
)
