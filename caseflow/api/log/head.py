"""Hand out the signed head of the log, and the key that it is signed with."""

from flask import Response

from caseflow.api.call import Call, Sent
from caseflow.api.problems import fault_problem
from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.oversight import show_head, show_key
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_TEXT = "text/plain; charset=utf-8"


def checkpoint(sent: Sent) -> Response | Refused:  # noqa: ARG001 - every call is given what was sent
    """Give the newest checkpoint, this look in it: a signed note (C2SP)."""
    answer = show_head(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    if answer.value is None:
        return fault_problem(Fault.UNAVAILABLE)
    return Response(answer.value.note, content_type=_TEXT)


def key(sent: Sent) -> Response | Refused:  # noqa: ARG001 - every call is given what was sent
    """Give the verifier key, in one line."""
    answer = show_key(current.work(), current.actor())
    return answer if isinstance(answer, Refused) else Response(answer.value, content_type=_TEXT)


CALLS = (
    Call(
        method="GET",
        address="/audit/checkpoint",
        summary="The signed head of the log.",
        permission=Permission.REVIEW_LOG,
        act=checkpoint,
        media_type="text/plain",
    ),
    Call(
        method="GET",
        address="/audit/key",
        summary="The key that the heads of the log are signed with.",
        permission=Permission.REVIEW_LOG,
        act=key,
        media_type="text/plain",
    ),
)
