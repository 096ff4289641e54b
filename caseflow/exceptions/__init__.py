"""What is allowed without consent, and what is forbidden whatever she agreed to: walls."""

from caseflow.exceptions.answer_exception import answer_exception
from caseflow.exceptions.check_ground import guarded
from caseflow.exceptions.client_told import record_client_told
from caseflow.exceptions.declare_emergency import Danger, Declared, declare_emergency
from caseflow.exceptions.declare_exception import declare_exception
from caseflow.exceptions.emergency_views import EmergencyView
from caseflow.exceptions.end_emergency import end_emergency
from caseflow.exceptions.end_exception import end_exception
from caseflow.exceptions.exception_views import ExceptionView
from caseflow.exceptions.exceptional_ground import SAID, ExceptionalGround
from caseflow.exceptions.frozen_copy import FrozenCopy
from caseflow.exceptions.keep_clients_apart import keep_clients_apart
from caseflow.exceptions.keep_copy import keep_copy
from caseflow.exceptions.knock import (
    knock_at_copy,
    knock_at_emergency,
    knock_at_pair,
    knock_at_wall,
)
from caseflow.exceptions.knock_at_exception import knock_at_exception
from caseflow.exceptions.lift_apart import lift_apart
from caseflow.exceptions.lift_wall import lift_wall
from caseflow.exceptions.list_apart import ApartView, PairView, list_all_apart, list_apart
from caseflow.exceptions.list_emergencies import list_emergencies
from caseflow.exceptions.list_exceptions import list_exceptions
from caseflow.exceptions.list_frozen_copies import list_frozen_copies
from caseflow.exceptions.list_waiting import list_waiting
from caseflow.exceptions.list_walls import WallView, list_walls
from caseflow.exceptions.nobody_to_review import nobody_to_review
from caseflow.exceptions.record_wall import record_wall
from caseflow.exceptions.review_emergency import Finding, review_emergency
from caseflow.exceptions.show_emergency import EmergencyDetail, show_emergency
from caseflow.exceptions.show_exception import ExceptionDetail, show_exception
from caseflow.exceptions.show_frozen_copy import show_frozen_copy

__all__ = [
    "SAID",
    "ApartView",
    "Danger",
    "Declared",
    "EmergencyDetail",
    "EmergencyView",
    "ExceptionDetail",
    "ExceptionView",
    "ExceptionalGround",
    "Finding",
    "FrozenCopy",
    "PairView",
    "WallView",
    "answer_exception",
    "declare_emergency",
    "declare_exception",
    "end_emergency",
    "end_exception",
    "guarded",
    "keep_clients_apart",
    "keep_copy",
    "knock_at_copy",
    "knock_at_emergency",
    "knock_at_exception",
    "knock_at_pair",
    "knock_at_wall",
    "lift_apart",
    "lift_wall",
    "list_all_apart",
    "list_apart",
    "list_emergencies",
    "list_exceptions",
    "list_frozen_copies",
    "list_waiting",
    "list_walls",
    "nobody_to_review",
    "record_client_told",
    "record_wall",
    "review_emergency",
    "show_emergency",
    "show_exception",
    "show_frozen_copy",
]
