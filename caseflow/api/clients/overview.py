"""Show of a client what is open, without a word of hers."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Basis, Out, Reasoned
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.records import Overview, client_overview
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission


class OpenDrawer(Out):
    """A drawer that is open, and what opened it."""

    unit = fields.String(required=True)
    category = fields.String(required=True)
    basis = fields.Nested(Basis, required=True)


class OpenClient(Out):
    """A client as far as she is open: her code, the units with an open drawer, the drawers."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    units = fields.List(fields.String(), required=True)
    drawers = fields.List(fields.Nested(OpenDrawer), required=True)


def look(client: UUID, sent: Sent) -> object:
    """Look what is open of her."""
    reason = sent.query.get("reason", "")
    return client_overview(current.work(), current.actor(), client, reason)


def _shown(seen: Overview) -> Mapping[str, Any]:
    units = Units()
    return {
        "id": seen.id,
        "code": seen.code,
        "units": units.slugs(seen.units),
        "drawers": [
            {"unit": units.slug(each.unit), "category": each.category, "basis": each.basis}
            for each in seen.drawers
        ],
    }


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>",
    summary="What is open of a client, without a word of hers.",
    permission=Permission.MEMBER,
    asks=Reasoned,
    gives=OpenClient,
    act=look,
    show=_shown,
    knock=knock_for(Act.CLIENT_READ),
)
