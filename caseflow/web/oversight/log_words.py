"""Say why somebody was let in or turned away, and what is wrong with the log."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.exceptions import Finding
from caseflow.http.language import gettext, mark
from caseflow.oversight import Fault
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.bases import BasisKind

BASES: Mapping[str, str] = MappingProxyType(
    {
        BasisKind.OWN_UNIT: mark("case of the own unit"),
        BasisKind.CONSENT: mark("consent"),
        BasisKind.EMERGENCY: mark("emergency"),
        BasisKind.EXCEPTION: mark("lawful ground"),
        BasisKind.DESK: mark("desk"),
        BasisKind.MEMBERSHIP: mark("membership"),
    }
)
REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        Reason.NOT_OPEN: mark("closed, or not there"),
        Reason.NOT_YOUR_ROLE: mark("not for this role"),
        Reason.REASON_NEEDED: mark("closed case, no reason given"),
        Reason.TOO_LATE: mark("somebody else was faster, or it had ended"),
        Reason.KEY_DUE: mark("the key had not been handed out yet"),
        Reason.SUSPENDED: mark("restored from a backup: sharing was suspended"),
        Reason.TOO_MANY: mark("too many failed tries, or too many clients opened"),
    }
)
FAULTS: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.ENTRY_MISSING: mark("An entry is missing."),
        Fault.ENTRY_CHANGED: mark("An entry was changed."),
        Fault.ENTRY_MISPLACED: mark("An entry stands where another one was."),
        Fault.ENTRY_UNREADABLE: mark("An entry cannot be read."),
        Fault.COLUMNS_DIFFER: mark("An entry would be found under something it does not say."),
        Fault.BEYOND_HEAD: mark("Something lies behind the end of the log."),
        Fault.TILE_DIFFERS: mark("A hash of the tree is missing or wrong."),
        Fault.HEAD_UNSIGNED: mark("The present head of the log is not signed."),
        Fault.CHECKPOINT_FORGED: mark("A checkpoint was not signed by this installation."),
        Fault.ROOT_DIFFERS: mark("The entries are not those that a checkpoint was signed for."),
        Fault.STAGED_FORGED: mark("A waiting entry was written by nobody here."),
        Fault.USE_MISSING: mark("An access is missing: a use that no entry tells of."),
        Fault.USE_REPEATED: mark("Two entries claim the same use."),
        Fault.USE_UNCOUNTED: mark("An entry claims a use that was never counted."),
        Fault.END_DIFFERS: mark("Something was used after its end, or its last uses are missing."),
        Fault.BASIS_GONE: mark("What justified an access is gone without having ended."),
        Fault.PRUNED_UNTOLD: mark("An entry is gone, and none tells that it was pruned."),
        Fault.PRUNED_DIFFERS: mark("What a pruning left behind is not what its entry tells of."),
        Fault.ROW_ADDED: mark("A row stands in the database that no entry tells of."),
        Fault.ROW_DELETED: mark("A row that should be there was deleted."),
        Fault.ROW_REVIVED: mark("A row that was destroyed stands there again."),
        Fault.ROW_ROLLED_BACK: mark("A row was put back as it once was."),
        Fault.ROW_SWAPPED: mark("In a row stands what belongs into another one."),
        Fault.ROW_CHANGED: mark("A row stands there as no entry ever told of it."),
    }
)
FINDINGS: Mapping[str, str] = MappingProxyType(
    {Finding.JUSTIFIED: mark("justified"), Finding.UNJUSTIFIED: mark("not justified")}
)


def basis_name(kind: str) -> str:
    """Return what justified an access."""
    return gettext(BASES[kind]) if kind in BASES else kind


def refusal_name(reason: str) -> str:
    """Return why somebody was turned away."""
    return gettext(REFUSALS[reason]) if reason in REFUSALS else reason


def fault_name(fault: Fault) -> str:
    """Return what is wrong with the log."""
    return gettext(FAULTS[fault])


def finding_name(finding: str) -> str:
    """Return what a review found."""
    return gettext(FINDINGS[finding]) if finding in FINDINGS else finding
