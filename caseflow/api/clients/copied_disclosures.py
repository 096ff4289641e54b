"""What a client's copy says of what organisations outside were told."""

from marshmallow import fields

from caseflow.api.schemas import Out


class ToldEntryCopy(Out):
    """An entry as it was told; its words are there when they were released."""

    id = fields.String(required=True)
    category = fields.String(required=True)
    kind = fields.String(required=True)
    occurred_on = fields.String(required=True)
    title = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)
    redacted = fields.Boolean(required=True)


class ToldAnswerCopy(Out):
    """An answer as it was told."""

    id = fields.String(required=True)
    category = fields.String(required=True)
    question = fields.String(required=True)
    labels = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    told_on = fields.String(required=True)
    redacted = fields.Boolean(required=True)
    value = fields.Raw(required=True, allow_none=True)


class CopiedDisclosure(Out):
    """What the unit told an organisation outside, exactly."""

    id = fields.String(required=True)
    consent = fields.String(required=True)
    partner = fields.String(required=True)
    purpose = fields.String(required=True)
    categories = fields.List(fields.String(), required=True)
    told_at = fields.String(required=True)
    received_at = fields.String(required=True, allow_none=True)
    overtaken_at = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Since when something of it stands otherwise or is erased."},
    )
    retold = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Whether the partner was told so: told or not_told."},
    )
    retold_at = fields.String(required=True, allow_none=True)
    entries = fields.List(fields.Nested(ToldEntryCopy), required=True)
    answers = fields.List(fields.Nested(ToldAnswerCopy), required=True)
