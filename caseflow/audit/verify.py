"""Verify the log: every entry hashed again, every head, every use of every basis.

What was changed by someone who holds the signing key, and before any head was taken elsewhere, no
one can find here; that is what the witness is for.
"""

from collections.abc import Callable
from typing import TypeAlias

from sqlalchemy import select

from caseflow.audit.check_heads import HeadCheck, find_size
from caseflow.audit.check_leaves import LeafCheck
from caseflow.audit.check_pruned import PrunedCheck
from caseflow.audit.check_tiles import check_tiles
from caseflow.audit.check_uses import UseNumbers, check_uses, load_counters
from caseflow.audit.entries import read_payload
from caseflow.audit.findings import Fault, Findings, Report
from caseflow.audit.read_ahead import alone, read_ahead
from caseflow.audit.rebuild import RebuiltTree
from caseflow.audit.second_process import Second
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.unit_of_work import Work

Progress: TypeAlias = Callable[[int, int], None]  # entries done, entries in all


def verify(
    work: Work,
    public: bytes,
    progress: Progress = lambda _done, _all: None,
    second: Second = alone,
) -> Report:
    """Return what is wrong with the log; `public` is the key that its heads are signed with.

    `second` may be `second_process`: then another one looks at about half of it meanwhile, where
    that is worth it. What is found is the same.

    Integrate before, and finish the unit of work: nothing unfinished survives. Others may go on
    working meanwhile; entries are read in batches, and nothing is locked in between.
    """
    findings = Findings()
    numbers = UseNumbers(findings)
    # The order matters, since others go on: a use counted by now is staged by now, and what leaves
    # the staging table after it was read is met in the tree, which is measured last.
    before = load_counters(work)
    staged = _staged(work, findings)
    pruned = PrunedCheck(findings, numbers)
    pruned.load(work)
    leaves = LeafCheck(work, findings, numbers, staged, pruned)
    size = find_size(work, findings)
    tree = RebuiltTree()
    heads = HeadCheck(work, findings, public)
    with read_ahead(work, size, second, frozenset(staged)) as stretches:
        for stretch in stretches:
            heads.load(stretch.start, stretch.end)
            for hashed in leaves.hashes(stretch):
                heads.grow(tree, hashed)
            progress(stretch.end, size)
    check_tiles(work, tree.tops, findings)
    for payload in staged.values():
        content = read_payload(payload)
        numbers.see(content, None)
        pruned.see(content)
    pruned.finish()
    check_uses(numbers, before, load_counters(work))
    work.abandon()
    return Report(leaves.entries, size, tree.root(), findings.in_order())


def _staged(work: Work, findings: Findings) -> dict[str, bytes]:
    """Return the entries that wait for the tree, by id; those nobody here wrote are faults."""
    rows = list(work.session.scalars(select(StagedEntry)))
    sound = {str(row.id): row.payload for row in intact(work, rows)}
    for row in rows:
        if str(row.id) not in sound:
            findings.add(Fault.STAGED_FORGED, None, f"staged as {row.id}")
    return sound
