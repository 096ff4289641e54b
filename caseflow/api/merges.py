"""Two clients who are one person: propose it, answer as the second person, undo it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.agreement import Agreed, Agreement, told_back
from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_by, knock_for
from caseflow.api.schemas import Created, Instant, OfUnit, Out, created
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.records.merges import (
    MergeView,
    OtherRecord,
    answer_merge,
    knock_at_merge,
    list_merges,
    propose_merge,
    undo_merge,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission

LONGEST = 4000


class NewMerge(OfUnit):
    """The other of the two by her code or her id, and why it is the same person."""

    code = Line(most=100, required=False)
    client = fields.UUID()
    reason = Line(most=LONGEST)


class MergeUndoing(InSchema):
    """Why they are two; sealed to the officers."""

    reason = Line(most=LONGEST)


class MergedRecord(Out):
    """One of the two; the code is empty to an officer."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)


class Merge(Out):
    """A merge that waits or runs, of whom both are open to who asks."""

    id = fields.UUID(required=True)
    records = fields.List(fields.Nested(MergedRecord), required=True)
    unit = fields.String(required=True, allow_none=True)  # null: not the caller's to know
    proposed_by = fields.UUID(required=True, allow_none=True)
    proposed_at = Instant(required=True)
    agreed_at = Instant(required=True, allow_none=True)
    answerable = fields.Boolean(required=True)
    undoable = fields.Boolean(required=True)


class Merges(Out):
    """All that there are to see."""

    items = fields.List(fields.Nested(Merge), required=True)


def propose(client: UUID, sent: Sent) -> object:
    """Record the proposal; nothing changes before a second person has agreed."""
    other = OtherRecord(sent.body.get("code", ""), sent.body.get("client"))
    return propose_merge(current.work(), current.actor(), client, other, sent.body["reason"])


def show_all(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """List what waits for her, and what she may undo."""
    return list_merges(current.work(), current.actor())


def answer(merge: UUID, sent: Sent) -> object:
    """Agree, and make the two one person, or refuse."""
    agreed = sent.body["agreed"]
    said = answer_merge(current.work(), current.actor(), merge, agreed=agreed)
    return told_back(merge, said, agreed=agreed)


def undo(merge: UUID, sent: Sent) -> object:
    """Make two persons of one again."""
    return undo_merge(current.work(), current.actor(), merge, sent.body["reason"])


def _shown(found: Sequence[MergeView]) -> Mapping[str, Any]:
    units = Units()
    return {
        "items": [
            {
                "id": each.id,
                "records": [{"id": one.client, "code": one.code} for one in each.records],
                "unit": None if each.unit is None else units.slug(each.unit),
                "proposed_by": each.proposed_by,
                "proposed_at": each.proposed_at,
                "agreed_at": each.agreed_at,
                "answerable": each.answerable,
                "undoable": each.undoable,
            }
            for each in found
        ]
    }


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/merges",
        summary="Propose that another client is the same person.",
        permission=Permission.PROPOSE_MERGE,
        takes=NewMerge,
        gives=Created,
        status=201,
        act=propose,
        show=created,
        knock=knock_for(Act.MERGE_PROPOSE),
    ),
    Call(
        method="GET",
        address="/merges",
        summary="What waits for a second person, and what may be undone.",
        permission=Permission.ANSWER_MERGE,
        gives=Merges,
        act=show_all,
        show=_shown,
    ),
    Call(
        method="POST",
        address="/merges/<uuid:merge>/agreement",
        summary="Agree as the second person that two clients are one, or refuse it.",
        permission=Permission.ANSWER_MERGE,
        takes=Agreement,
        gives=Agreed,
        act=answer,
        knock=knock_by(knock_at_merge, Act.MERGE_ANSWER),
    ),
    Call(
        method="POST",
        address="/merges/<uuid:merge>/undoing",
        summary="Undo a merge at once.",
        permission=Permission.UNDO_MERGE,
        takes=MergeUndoing,
        status=204,
        act=undo,
        knock=knock_by(knock_at_merge, Act.MERGE_UNDO),
    ),
)
