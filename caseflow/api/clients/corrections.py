"""Write down that she says a piece is not so, and settle what she said (Art. 16, 18 GDPR)."""

from uuid import UUID

from marshmallow import fields, validate

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import AboutUnit, OfUnit, Saved
from caseflow.http import current
from caseflow.http.schemas import Line
from caseflow.records import NotSo, knock_at_correction, record_correction, settle_correction
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class NewCorrection(OfUnit):
    """Which piece is not so, an entry, answer or paragraph by its id, and what she says.

    With a reason where her case is closed.
    """

    piece = fields.UUID(required=True)
    text = fields.String(required=True)
    said_on = fields.String(
        metadata={"format": "date", "description": "Today unless another day is named."}
    )
    version = fields.Integer(
        validate=validate.Range(1),
        metadata={"description": "Of the piece as it was read to her; as it stands unless named."},
    )
    reason = Line(most=2000, required=False)


class Settled(AboutUnit):
    """How it ends; a piece that stays as it is needs a reply to her, a closed case a reason."""

    outcome = fields.String(
        required=True, metadata={"description": "changed, stands or taken_back"}
    )
    reply = fields.String()
    reason = Line(most=2000, required=False)


def record(client: UUID, sent: Sent) -> object:
    """Write her word beside the piece, whichever unit has written that."""
    body = sent.body
    said = NotSo(
        body["piece"],
        body["text"],
        body.get("said_on"),
        body.get("version"),
        body.get("reason", ""),
    )
    return record_correction(current.work(), current.actor(), client, said)


def settle(correction: UUID, sent: Sent) -> object:
    """Settle what she said against a piece of the acting unit, from the version of If-Match."""
    typed = {name: text for name, text in sent.body.items() if name != "unit"}
    return settle_correction(current.work(), current.actor(), correction, sent.version or 0, typed)


def _knock_at(correction: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_correction(current.work(), current.actor(), correction, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/corrections",
        summary="Write beside a piece that she says it is not so.",
        permission=Permission.WRITE_FACT,
        takes=NewCorrection,
        gives=Saved,
        status=201,
        versioned=True,
        act=record,
        knock=knock_for(Act.CORRECTION_RECORD),
    ),
    Call(
        method="PATCH",
        address="/corrections/<uuid:correction>",
        summary="Settle what she said against a piece of the acting unit.",
        permission=Permission.WRITE_ENTRY,
        takes=Settled,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=settle,
        knock=_knock_at,
    ),
)
