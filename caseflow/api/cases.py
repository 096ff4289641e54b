"""Open a case, close it, and say who works on it."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import AboutUnit, Created, OfUnit, Saved, created, several
from caseflow.http import current
from caseflow.http.schemas import Line
from caseflow.records import Assignment, assign_case, close_case, knock_at_case, open_case
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission


class NewCase(OfUnit):
    """Where a case is opened, and why, if it was closed before and she is not at a desk."""

    reason = Line(most=2000, required=False)


class Closure(AboutUnit):
    """Why a case is closed, if somebody wants to say so; only officers read it."""

    reason = Line(most=2000, required=False)


class AssignedTo(AboutUnit):
    """Who works on a case, and whether nobody else of the unit knows of it."""

    staff = several(fields.UUID())
    restricted = fields.Boolean(required=True)


def open_one(client: UUID, sent: Sent) -> object:
    """Open a case at a desk, or again after it was closed."""
    return open_case(current.work(), current.actor(), client, sent.body.get("reason", ""))


def close(case: UUID, sent: Sent) -> object:
    """Close a case of the acting unit."""
    return close_case(current.work(), current.actor(), case, sent.body.get("reason", ""))


def assign(case: UUID, sent: Sent) -> object:
    """Assign a case to members of the acting unit."""
    assignment = Assignment(sent.body["staff"], sent.body["restricted"], sent.version)
    answer = assign_case(current.work(), current.actor(), case, assignment)
    return Given({"id": case, "version": answer.value}) if isinstance(answer, Done) else answer


def _knock_to_close(case: UUID, *, again: bool = False) -> Refused | None:
    # Once it is closed nobody may close it; whoever did is told so again.
    act = Act.CLIENT_SHOWN if again else Act.CASE_CLOSE
    return knock_at_case(current.work(), current.actor(), act, case, again=again)


def _knock_to_assign(case: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_case(current.work(), current.actor(), Act.CASE_ASSIGN, case, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/cases",
        summary="Open a case in the acting unit.",
        permission=Permission.CREATE_CLIENT,
        takes=NewCase,
        gives=Created,
        status=201,
        act=open_one,
        show=created,
        knock=knock_for(Act.CASE_OPEN),
    ),
    Call(
        method="POST",
        address="/cases/<uuid:case>/closure",
        summary="Close a case; it opens with a reason from then on.",
        permission=Permission.MANAGE_CASE,
        takes=Closure,
        gives=Created,
        act=close,
        show=created,
        knock=_knock_to_close,
    ),
    Call(
        method="PUT",
        address="/cases/<uuid:case>/assignment",
        summary="Say who works on a case, and whether nobody else of the unit knows of it.",
        permission=Permission.MANAGE_CASE,
        takes=AssignedTo,
        gives=Saved,
        versioned=True,
        if_match="optional",
        act=assign,
        knock=_knock_to_assign,
    ),
)
