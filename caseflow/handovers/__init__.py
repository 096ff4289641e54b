"""Handing a client over from unit to unit: send, list, accept, decline, withdraw."""

from caseflow.handovers.accept_handover import Accepted, accept_handover
from caseflow.handovers.decline_handover import decline_handover
from caseflow.handovers.handover_rows import Direction
from caseflow.handovers.knock import knock_at_handover
from caseflow.handovers.list_handovers import HandoverView, list_handovers
from caseflow.handovers.send_handover import send_handover
from caseflow.handovers.slip import Slip, WrittenSlip
from caseflow.handovers.withdraw_handover import withdraw_handover

__all__ = [
    "Accepted",
    "Direction",
    "HandoverView",
    "Slip",
    "WrittenSlip",
    "accept_handover",
    "decline_handover",
    "knock_at_handover",
    "list_handovers",
    "send_handover",
    "withdraw_handover",
]
