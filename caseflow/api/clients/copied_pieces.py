"""What a client's copy says of the pieces of her record."""

from marshmallow import fields

from caseflow.api.schemas import Out


class CopiedPiece(Out):
    """Where a piece lies; nobody who wrote it is named."""

    id = fields.String(required=True)
    category = fields.String(required=True)
    recorded_at = fields.String(required=True)


class CopiedElsewhere(Out):
    """Which unit was told what this one has copied, by which consent, and on what it stays."""

    told_to = fields.String(required=True)
    at = fields.String(required=True)
    consent = fields.String(required=True)
    kept_for = fields.String(required=True, allow_none=True)


class CopiedHerWord(Out):
    """What she said against a piece, and what came of it."""

    said_on = fields.String(required=True)
    text = fields.String(required=True)
    outcome = fields.String(required=True)
    reply = fields.String(required=True)


class CopiedFormer(Out):
    """A paragraph as it stood before."""

    recorded_at = fields.String(required=True)
    text = fields.String(required=True)
    approved_on = fields.String(required=True)


class CopiedParagraph(CopiedPiece):
    """A paragraph of the summary that she has approved."""

    not_so = fields.List(fields.Nested(CopiedHerWord), required=True)
    text = fields.String(required=True)
    approved_on = fields.String(required=True)
    before = fields.List(fields.Nested(CopiedFormer), required=True)


class CopiedEntry(CopiedPiece):
    """An entry; its words are there when it was released."""

    copied = fields.Nested(CopiedElsewhere)
    not_so = fields.List(fields.Nested(CopiedHerWord), required=True)
    kind = fields.String(required=True)
    occurred_on = fields.String(required=True)
    redacted = fields.Boolean(required=True)
    title = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)


class CopiedAnswer(CopiedPiece):
    """An answer; one that speaks of others is there when it was released."""

    copied = fields.Nested(CopiedElsewhere)
    not_so = fields.List(fields.Nested(CopiedHerWord), required=True)
    question = fields.String(required=True)
    labels = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    state = fields.String(required=True)
    told_on = fields.String(required=True)
    redacted = fields.Boolean(required=True)
    value = fields.Raw(required=True, allow_none=True)


class CopiedStep(CopiedPiece):
    """A step; its words are there when it was released."""

    occurred_on = fields.String(required=True)
    redacted = fields.Boolean(required=True)
    text = fields.String(required=True, allow_none=True)


class CopiedGoal(CopiedPiece):
    """A goal of hers with its steps."""

    title = fields.String(required=True)
    state = fields.String(required=True)
    set_on = fields.String(required=True)
    steps = fields.List(fields.Nested(CopiedStep), required=True)


class CopiedDocument(CopiedPiece):
    """That there is a file; its title is there when it was released."""

    kind = fields.String(required=True)
    dated = fields.String(required=True)
    redacted = fields.Boolean(required=True)
    title = fields.String(required=True, allow_none=True)


class CopiedAppointment(CopiedPiece):
    """When it was and what became of it; its words are there when it was released."""

    starts_at = fields.String(required=True)
    ends_at = fields.String(required=True)
    state = fields.String(required=True)
    reminder = fields.String(required=True, allow_none=True)
    redacted = fields.Boolean(required=True)
    title = fields.String(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)


class CopiedDamage(Out):
    """A piece that does not open any more."""

    table = fields.String(required=True)
    id = fields.String(required=True)
    category = fields.String(required=True)
