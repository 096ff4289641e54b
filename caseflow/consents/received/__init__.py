"""Consents that another system sent: receive, list, confirm with her, or turn down."""

from caseflow.consents.received.confirm_received import Agreed, confirm_received
from caseflow.consents.received.knock import knock_at_received
from caseflow.consents.received.list_received import list_received
from caseflow.consents.received.receive_consents import receive_consents
from caseflow.consents.received.received_rows import Received
from caseflow.consents.received.show_received import show_received
from caseflow.consents.received.turn_down import turn_down

__all__ = [
    "Agreed",
    "Received",
    "confirm_received",
    "knock_at_received",
    "list_received",
    "receive_consents",
    "show_received",
    "turn_down",
]
