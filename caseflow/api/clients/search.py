"""Find clients of the acting unit by name or code."""

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.pages import MOST, Paged, cursor_at
from caseflow.api.schemas import Out, listing
from caseflow.http import current
from caseflow.http.schemas import Line
from caseflow.records import search_clients
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class Wanted(Paged):
    """What is remembered of a name, or a code; nothing means everybody with an open case."""

    q = Line(required=False)


class FoundClient(Out):
    """A client who fits; without a name where none is open."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)


def find(sent: Sent) -> Given | Refused:
    """Find those with an open case, the best match first."""
    query, start = sent.query, sent.query.get("cursor", 0)
    answer = search_clients(
        current.work(),
        current.actor(),
        query.get("q", ""),
        start=start,
        most=query.get("limit", MOST),
    )
    if isinstance(answer, Refused):
        return answer
    items = [
        {"id": each.client, "code": each.code, "name": each.name or None}
        for each in answer.value.clients
    ]
    following = cursor_at(start + len(items)) if answer.value.more else None
    return Given({"items": items, "next": following})


CALL = Call(
    method="GET",
    address="/clients",
    summary="Find clients of the acting unit by name or code.",
    permission=Permission.MEMBER,
    asks=Wanted,
    gives=listing(FoundClient, "FoundClients"),
    act=find,
)
