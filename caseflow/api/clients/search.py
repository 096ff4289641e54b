"""Find clients of the acting unit by name, code, telephone number or e-mail address.

What is searched for may stand in the body, so that no proxy and no history keeps it.
"""

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.pages import MOST, Paged, cursor_at
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.schemas import Line
from caseflow.records import search_clients
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_TWO_WORDS = (
    "The unit has so many clients that one word of a name finds nobody: two are needed, or the "
    "first three letters of two."
)


class Wanted(Paged):
    """A name, with the year of birth or without, a code, a telephone number or an e-mail address.

    Nothing means everybody with an open case.
    """

    q = Line(required=False)


class WantedInBody(Wanted):
    """The same in a body."""


class FoundClient(Out):
    """A client who fits; without a name where none is open."""

    id = fields.UUID(required=True)
    code = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)


class FoundClients(Out):
    """Those who fit, the best match first."""

    items = fields.List(fields.Nested(FoundClient), required=True)
    next = fields.String(required=True, allow_none=True)
    two_words = fields.Boolean(required=True, metadata={"description": _TWO_WORDS})


def find(sent: Sent) -> Given | Refused:
    """Find those with an open case, the best match first."""
    query = sent.body or sent.query
    start = query.get("cursor", 0)
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
    # Where the index leads to more than are opened, what follows does not come by going on.
    following = cursor_at(start + len(items)) if items and answer.value.more else None
    two_words = answer.value.by_index
    return Given({"items": items, "next": following, "two_words": two_words})


CALLS = (
    Call(
        method="GET",
        address="/clients",
        summary="Find clients of the acting unit; better by POST, so that no address holds a name.",
        permission=Permission.MEMBER,
        asks=Wanted,
        gives=FoundClients,
        act=find,
    ),
    Call(
        method="POST",
        address="/clients/search",
        summary="Find clients of the acting unit by name, code, telephone or e-mail.",
        permission=Permission.MEMBER,
        reads=True,
        takes=WantedInBody,
        gives=FoundClients,
        act=find,
    ),
)
