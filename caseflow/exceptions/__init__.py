"""What is allowed without consent, and what is forbidden whatever she agreed to: walls."""

from caseflow.exceptions.declare_emergency import Danger, Declared, declare_emergency
from caseflow.exceptions.emergency_views import EmergencyView
from caseflow.exceptions.end_emergency import end_emergency
from caseflow.exceptions.knock import knock_at_emergency, knock_at_wall
from caseflow.exceptions.lift_wall import lift_wall
from caseflow.exceptions.list_emergencies import list_emergencies
from caseflow.exceptions.list_walls import WallView, list_walls
from caseflow.exceptions.record_wall import record_wall
from caseflow.exceptions.review_emergency import Finding, review_emergency
from caseflow.exceptions.show_emergency import EmergencyDetail, show_emergency

__all__ = [
    "Danger",
    "Declared",
    "EmergencyDetail",
    "EmergencyView",
    "Finding",
    "WallView",
    "declare_emergency",
    "end_emergency",
    "knock_at_emergency",
    "knock_at_wall",
    "lift_wall",
    "list_emergencies",
    "list_walls",
    "record_wall",
    "review_emergency",
    "show_emergency",
]
