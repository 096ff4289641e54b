"""The officer's work on the log: look, who saw whom, reasons, verification."""

from caseflow.audit.findings import Fault, Finding, Report
from caseflow.oversight.log_lines import BasisLine, DrawerLine, LogLine
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.oversight.read_reason import read_reason
from caseflow.oversight.show_head import show_head
from caseflow.oversight.verify_log import verify_at_console, verify_log
from caseflow.oversight.who_saw_client import who_saw_client

__all__ = [
    "BasisLine",
    "DrawerLine",
    "Fault",
    "Finding",
    "LogLine",
    "LogPage",
    "LogQuery",
    "Report",
    "look_at_log",
    "read_reason",
    "show_head",
    "verify_at_console",
    "verify_log",
    "who_saw_client",
]
