"""Answer as the second person: the same is sent and told back wherever two must agree."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Given
from caseflow.api.schemas import Out
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Done


class Agreement(InSchema):
    """Whether the second person agrees."""

    agreed = fields.Boolean(required=True, truthy={True}, falsy={False})


class Agreed(Out):
    """What the second person said."""

    id = fields.UUID(required=True)
    agreed = fields.Boolean(required=True)


def told_back(row: UUID, said: object, *, agreed: bool) -> object:
    """Return what she said where the room has taken it, else why it has not."""
    return Given({"id": row, "agreed": agreed}) if isinstance(said, Done) else said
