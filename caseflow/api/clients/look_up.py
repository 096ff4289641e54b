"""Look a client up by the code on her card; a hit opens a desk."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import OfUnit, Out
from caseflow.http import current
from caseflow.http.schemas import Line
from caseflow.records import OpenDesk, knock, look_up_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class CodeOnCard(OfUnit):
    """The code as it is read out or typed."""

    code = Line(most=100)


class ClientAtDesk(Out):
    """Who is at the desk, which this session and unit have for an hour; nothing of hers is read."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)


def look_up(sent: Sent) -> object:
    """Open a desk for whoever has this code; a code that nobody has is as one that is closed."""
    return look_up_client(current.work(), current.actor(), sent.body["code"])


def _shown(desk: OpenDesk) -> Mapping[str, Any]:
    return {"id": desk.client, "code": desk.code}


def _still_there(body: Mapping[str, Any]) -> Refused | None:
    # The desk is this session's and ends: in another one the same answer would promise too much.
    client = UUID(body["id"])
    return knock(current.work(), current.actor(), Act.CONSENT_PREVIEW, client, again=True)


CALL = Call(
    method="POST",
    address="/clients/lookup",
    summary="Open a desk for the client whose code this is.",
    permission=Permission.MEMBER,
    takes=CodeOnCard,
    gives=ClientAtDesk,
    act=look_up,
    show=_shown,
    knock_after=_still_there,
)
