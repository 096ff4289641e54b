"""List guardians, write one down, change or block one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.cut_page import cut_page
from caseflow.api.knock_for import knock_for
from caseflow.api.pages import Paged
from caseflow.api.schemas import AboutUnit, Basis, Out, Reasoned, Saved, listing
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import Line, one_of
from caseflow.records import (
    StoryGuardian,
    add_guardian,
    change_guardian,
    knock_at_guardian,
    open_family,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Authority, BlockedFor

_AUTHORITY = {"description": ", ".join(Authority)}
_BLOCKED = {"description": f"Why this person can never declare for her: {', '.join(BlockedFor)}."}


class AskGuardians(Paged, Reasoned):
    """Which page; with a reason where her case is closed."""


class NewGuardian(AboutUnit):
    """Somebody who has, or claims, a say for her."""

    name = Line()
    relation = Line(required=False)
    authority = fields.String(required=True, metadata=_AUTHORITY)
    blocked = fields.String(validate=one_of(BlockedFor), metadata=_BLOCKED)


class ChangedGuardian(AboutUnit):
    """What is written anew; the rest stays. `blocked` null lets this person declare again."""

    name = Line(required=False)
    relation = Line(required=False)
    authority = fields.String(metadata=_AUTHORITY)
    blocked = fields.String(allow_none=True, validate=one_of(BlockedFor), metadata=_BLOCKED)


class ShownGuardian(Out):
    """Somebody who has, or claims, a say for her; `blocked` is null or why not."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    relation = fields.String(required=True)
    authority = fields.String(required=True)
    blocked = fields.String(required=True, allow_none=True)
    unit = fields.String(required=True)
    basis = fields.Nested(Basis, required=True)
    version = fields.Integer(required=True)


def list_all(client: UUID, sent: Sent) -> Given | Refused:
    """List who is written down, as far as it is open."""
    reason = sent.query.get("reason", "")
    answer = open_family(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_shown(each, units) for each in answer.value.guardians], sent.query))


def add(client: UUID, sent: Sent) -> object:
    """Write a guardian into the acting unit's own drawer."""
    return add_guardian(current.work(), current.actor(), client, _typed(sent.body))


def change(guardian: UUID, sent: Sent) -> object:
    """Change a guardian of the acting unit, from the version that If-Match names."""
    typed = _typed(sent.body)
    return change_guardian(current.work(), current.actor(), guardian, sent.version or 0, typed)


def _typed(body: Mapping[str, Any]) -> dict[str, str]:
    return {name: value or "" for name, value in body.items() if name != "unit"}


def _shown(guardian: StoryGuardian, units: Units) -> Mapping[str, Any]:
    return {
        "id": guardian.origin.id,
        "name": guardian.name,
        "relation": guardian.relation,
        "authority": guardian.authority,
        "blocked": guardian.blocked or None,
        "unit": units.slug(guardian.origin.unit),
        "basis": guardian.origin.basis,
        "version": guardian.origin.version,
    }


def _knock_at(guardian: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_guardian(current.work(), current.actor(), guardian, again=again)


CALLS = (
    Call(
        method="GET",
        address="/clients/<uuid:client>/guardians",
        summary="Who may act for her, and who may never declare for her.",
        permission=Permission.READ_FACTS,
        asks=AskGuardians,
        gives=listing(ShownGuardian, "Guardians"),
        act=list_all,
        knock=knock_for(Act.FAMILY_READ),
    ),
    Call(
        method="POST",
        address="/clients/<uuid:client>/guardians",
        summary="Write a guardian down, or somebody who may never declare for her.",
        permission=Permission.WRITE_FACT,
        takes=NewGuardian,
        gives=Saved,
        status=201,
        versioned=True,
        act=add,
        knock=knock_for(Act.GUARDIAN_WRITE),
    ),
    Call(
        method="PATCH",
        address="/guardians/<uuid:guardian>",
        summary="Block a guardian; to change or unblock one is case work.",
        permission=Permission.WRITE_FACT,
        takes=ChangedGuardian,
        gives=Saved,
        versioned=True,
        if_match="needed",
        act=change,
        knock=_knock_at,
    ),
)
