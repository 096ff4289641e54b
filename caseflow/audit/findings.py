"""What the verification of the log finds, and its report."""

from dataclasses import dataclass, field
from enum import StrEnum

MOST = 1000  # a log rewritten from end to end is not described entry by entry


class Fault(StrEnum):
    """What is not as it must be."""

    ENTRY_MISSING = "entry_missing"  # no leaf at a position below the head
    ENTRY_CHANGED = "entry_changed"  # its bytes no longer give its hash
    ENTRY_MISPLACED = "entry_misplaced"  # it is not the one the tree holds at this place
    ENTRY_UNREADABLE = "entry_unreadable"  # its bytes are no entry
    COLUMNS_DIFFER = "columns_differ"  # it would be found under something it does not say
    BEYOND_HEAD = "beyond_head"  # a leaf or checkpoint outside the tree
    TILE_DIFFERS = "tile_differs"  # missing, cut short, or not the hashes of the level below
    HEAD_UNSIGNED = "head_unsigned"  # no checkpoint for the present size
    CHECKPOINT_FORGED = "checkpoint_forged"  # not signed with the key of this installation
    ROOT_DIFFERS = "root_differs"  # the entries are not those that the checkpoint was signed for
    STAGED_FORGED = "staged_forged"  # a staged row that nobody here had written
    USE_MISSING = "use_missing"  # a use of a basis that no entry tells of
    USE_REPEATED = "use_repeated"  # two entries with the same use
    USE_UNCOUNTED = "use_uncounted"  # a use that the basis itself does not know
    END_DIFFERS = "end_differs"  # a basis was used after its end, or its last uses are missing
    BASIS_GONE = "basis_gone"  # used, never ended, and no longer there
    PRUNED_UNTOLD = "pruned_untold"  # its bytes are gone, and no entry tells that they were pruned
    PRUNED_DIFFERS = "pruned_differs"  # what a pruning left behind is not what its entry tells of
    ROW_ADDED = "row_added"  # a row that no entry tells of
    ROW_DELETED = "row_deleted"  # a row that should be there
    ROW_REVIVED = "row_revived"  # a row that was destroyed stands again
    ROW_ROLLED_BACK = "row_rolled_back"  # a row as it once was, and is no more
    ROW_SWAPPED = "row_swapped"  # what should stand in another row
    ROW_CHANGED = "row_changed"  # a row as no entry ever told of it


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, where it lies in the log if it lies at one place, and what it is about."""

    fault: Fault
    position: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification saw; the log is verified when nothing was found."""

    entries: int  # leaves that were hashed again
    size: int  # of the tree
    root: bytes  # of the tree as it was built again
    findings: tuple[Finding, ...]  # by position, those without one last
    rows: int | None = None  # compared with the newest digests; None: nobody asked for it

    @property
    def verified(self) -> bool:
        """Say whether everything is as it was written."""
        return not self.findings


@dataclass(slots=True)
class Findings:
    """The faults found so far, at most a thousand."""

    found: list[Finding] = field(default_factory=list)

    def add(self, fault: Fault, position: int | None, detail: str) -> None:
        """Note one fault."""
        if len(self.found) < MOST:
            self.found.append(Finding(fault, position, detail))

    def in_order(self) -> tuple[Finding, ...]:
        """Return the faults by position, so that the first one names the first bad entry."""
        return tuple(
            sorted(self.found, key=lambda one: (one.position is None, one.position or 0, one.fault))
        )
