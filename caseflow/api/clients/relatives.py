"""List the children and the mother of a client who are clients too, link one, end a link."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields, validates_schema

from caseflow.api.call import Call, Given, Sent
from caseflow.api.clients.guardians import AskGuardians
from caseflow.api.cut_page import cut_page
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import AboutUnit, Out, listing
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import Line, one_of
from caseflow.records import (
    Linked,
    RelativeView,
    end_link,
    knock_at_link,
    link_relative,
    open_child,
    open_family,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Kin


class NewRelative(AboutUnit):
    """What the other one is to her, and her code; a child without a code gets an empty record."""

    kin = fields.String(
        required=True, validate=one_of(Kin), metadata={"description": ", ".join(Kin)}
    )
    code = Line(required=False)

    @validates_schema
    def _a_mother_has_a_code(self, sent: Mapping[str, Any], **_: object) -> None:
        if sent.get("kin") == Kin.MOTHER and not sent.get("code"):
            raise ValidationError({"code": [Problem("", "required")]})


class LinkedRelative(Out):
    """A link, and the other client with the code for her card."""

    id = fields.UUID(required=True)
    client = fields.UUID(required=True)
    code = fields.String(required=True)


class ShownRelative(LinkedRelative):
    """A link to another client who is open too; the name is null where it is not."""

    kin = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)
    unit = fields.String(required=True)


def list_all(client: UUID, sent: Sent) -> Given | Refused:
    """List them; whoever is closed to the caller is not there."""
    reason = sent.query.get("reason", "")
    answer = open_family(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_listed(each, units) for each in answer.value.relatives], sent.query))


def link(client: UUID, sent: Sent) -> object:
    """Link a client by her code, or open an empty record for a child."""
    work, actor, code = current.work(), current.actor(), sent.body.get("code", "")
    if not code:
        return open_child(work, actor, client)
    return link_relative(work, actor, client, sent.body["kin"], code)


def end(link: UUID, sent: Sent) -> object:  # noqa: ARG001 - every act is given what was sent
    """End a link of the acting unit that was a mistake."""
    return end_link(current.work(), current.actor(), link)


def _listed(relative: RelativeView, units: Units) -> Mapping[str, Any]:
    return {
        "id": relative.origin.id,
        "client": relative.client,
        "code": relative.code,
        "kin": relative.kin.value,
        "name": relative.name or None,
        "unit": units.slug(relative.origin.unit),
    }


def _shown(linked: Linked) -> Mapping[str, Any]:
    return {"id": linked.id, "client": linked.client, "code": linked.code}


def _knock_at(link: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_link(current.work(), current.actor(), link, again=again)


CALLS = (
    Call(
        method="GET",
        address="/clients/<uuid:client>/relatives",
        summary="Her children and her mother who are clients too.",
        permission=Permission.READ_FACTS,
        asks=AskGuardians,
        gives=listing(ShownRelative, "Relatives"),
        act=list_all,
        knock=knock_for(Act.FAMILY_READ),
    ),
    Call(
        method="POST",
        address="/clients/<uuid:client>/relatives",
        summary="Link a child or her mother by code, or open an empty record for a child.",
        permission=Permission.WRITE_FACT,
        takes=NewRelative,
        gives=LinkedRelative,
        status=201,
        act=link,
        show=_shown,
        knock=knock_for(Act.RELATIVE_WRITE),
    ),
    Call(
        method="DELETE",
        address="/relatives/<uuid:link>",
        summary="End a link that was a mistake.",
        permission=Permission.WRITE_FACT,
        status=204,
        act=end,
        knock=_knock_at,
    ),
)
