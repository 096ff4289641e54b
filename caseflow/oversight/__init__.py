"""The officer's work on the log: look, who saw whom, reasons, verification."""

from caseflow.audit.findings import Fault, Finding, Report
from caseflow.audit.witness import Contradicts
from caseflow.oversight.anchor import Anchor, anchor_of, hand_in_cosignature
from caseflow.oversight.audit_events import event_bundle
from caseflow.oversight.breach import Breach, BreachAsk, SeenClient, breach_facts
from caseflow.oversight.chart_log import LogCharts, chart_log
from caseflow.oversight.consent_register import RegisterLine, consent_register
from caseflow.oversight.export_log import LogForm, export_log
from caseflow.oversight.list_entries import list_entries
from caseflow.oversight.log_lines import BasisLine, DrawerLine, LogLine
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.oversight.processing_record import (
    ProcessingRecord,
    Recipient,
    processing_record,
)
from caseflow.oversight.prove import prove_consistency, prove_inclusion
from caseflow.oversight.prune_log import PruneReport, PruneStep, prune_log
from caseflow.oversight.read_reason import read_reason
from caseflow.oversight.restored import (
    RestoreView,
    confirm_restored,
    seen_suspended,
    show_restored,
)
from caseflow.oversight.show_anchor import show_anchor
from caseflow.oversight.show_head import show_head
from caseflow.oversight.show_key import show_key
from caseflow.oversight.show_tile import show_tile
from caseflow.oversight.verify_log import verify_at_console, verify_log
from caseflow.oversight.watch_log import (
    Contradicted,
    Watched,
    source_at_console,
    watch_log,
)
from caseflow.oversight.who_saw_client import who_saw, who_saw_client

__all__ = [
    "Anchor",
    "BasisLine",
    "Breach",
    "BreachAsk",
    "Contradicted",
    "Contradicts",
    "DrawerLine",
    "Fault",
    "Finding",
    "LogCharts",
    "LogForm",
    "LogLine",
    "LogPage",
    "LogQuery",
    "ProcessingRecord",
    "PruneReport",
    "PruneStep",
    "Recipient",
    "RegisterLine",
    "Report",
    "RestoreView",
    "SeenClient",
    "Watched",
    "anchor_of",
    "breach_facts",
    "chart_log",
    "confirm_restored",
    "consent_register",
    "event_bundle",
    "export_log",
    "hand_in_cosignature",
    "list_entries",
    "look_at_log",
    "processing_record",
    "prove_consistency",
    "prove_inclusion",
    "prune_log",
    "read_reason",
    "seen_suspended",
    "show_anchor",
    "show_head",
    "show_key",
    "show_restored",
    "show_tile",
    "source_at_console",
    "verify_at_console",
    "verify_log",
    "watch_log",
    "who_saw",
    "who_saw_client",
]
