"""Note that a partner has received something, what it answered, and what made it hard."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.knock_for import knock_by
from caseflow.api.schemas import Created
from caseflow.disclosures import acknowledge, knock_at_disclosure, note_disclosure
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import DisclosureNoteKind

LONGEST = 4000


class NewNote(InSchema):
    """What the partner answered, or what made it hard; sealed in the unit's own record."""

    kind = fields.String(
        required=True, metadata={"enum": [each.value for each in DisclosureNoteKind]}
    )
    text = Line(most=LONGEST)


def confirm(disclosure: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Note the partner's receipt, once."""
    answer = acknowledge(current.work(), current.actor(), disclosure)
    return Given({"id": disclosure}) if isinstance(answer, Done) else answer


def note(disclosure: UUID, sent: Sent) -> object:
    """Note what came of it."""
    kind, text = sent.body["kind"], sent.body["text"]
    answer = note_disclosure(current.work(), current.actor(), disclosure, kind, text)
    return Given({"id": disclosure}) if isinstance(answer, Done) else answer


CALLS = (
    Call(
        method="POST",
        address="/disclosures/<uuid:disclosure>/acknowledgement",
        summary="Note that a partner has received what it was told.",
        permission=Permission.DISCLOSE,
        gives=Created,
        act=confirm,
        knock=knock_by(knock_at_disclosure, Act.DISCLOSURE_ACKNOWLEDGE),
    ),
    Call(
        method="POST",
        address="/disclosures/<uuid:disclosure>/notes",
        summary="Note what a partner answered, or what made it hard.",
        permission=Permission.DISCLOSE,
        takes=NewNote,
        gives=Created,
        status=201,
        act=note,
        knock=knock_by(knock_at_disclosure, Act.DISCLOSURE_NOTE),
    ),
)
