"""Calls about handovers: send, list, answer."""

from caseflow.api.handovers import answer, list_handovers, send

CALLS = (send.CALL, list_handovers.CALL, *answer.CALLS)
