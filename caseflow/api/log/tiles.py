"""Hand out the tiles of the log and the bytes of its entries (C2SP tlog-tiles)."""

from flask import Response

from caseflow.api.call import Call, Sent
from caseflow.http import current
from caseflow.oversight import show_tile
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_BYTES = "application/octet-stream"


def tile(path: str, sent: Sent) -> Response | Refused:  # noqa: ARG001 - every call is given what was sent
    """Give a tile of hashes, or under `entries` the leaves that they are of."""
    answer = show_tile(current.work(), current.actor(), path)
    return answer if isinstance(answer, Refused) else Response(answer.value, content_type=_BYTES)


CALL = Call(
    method="GET",
    address="/audit/tile/<path:path>",
    summary="A tile of the log, or a bundle of its entries.",
    permission=Permission.REVIEW_LOG,
    act=tile,
    media_type=_BYTES,
)
