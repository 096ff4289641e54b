"""Let go what no rule keeps any more: holds, what is due, and runs that two people agree to."""

from caseflow.subject_rights.retention.answer_run import answer_run
from caseflow.subject_rights.retention.calendar import Calendar, CalendarLine, show_calendar
from caseflow.subject_rights.retention.carry_on_run import Progress, carry_on_run
from caseflow.subject_rights.retention.due import Due, Listed
from caseflow.subject_rights.retention.hold_views import HoldView, list_holds
from caseflow.subject_rights.retention.knock import knock_at_hold, knock_at_run
from caseflow.subject_rights.retention.lift_hold import lift_hold
from caseflow.subject_rights.retention.list_due import list_due
from caseflow.subject_rights.retention.prepare_run import prepare_run
from caseflow.subject_rights.retention.run_rows import RunView
from caseflow.subject_rights.retention.set_hold import HeldBack, set_hold
from caseflow.subject_rights.retention.show_runs import list_runs, show_run

__all__ = [
    "Calendar",
    "CalendarLine",
    "Due",
    "HeldBack",
    "HoldView",
    "Listed",
    "Progress",
    "RunView",
    "answer_run",
    "carry_on_run",
    "knock_at_hold",
    "knock_at_run",
    "lift_hold",
    "list_due",
    "list_holds",
    "list_runs",
    "prepare_run",
    "set_hold",
    "show_calendar",
    "show_run",
]
