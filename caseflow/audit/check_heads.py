"""Check the signed heads of the log against the tree that is built again from its entries.

The root at the size of each head is computed from the same leaves; that shows that each head is
the beginning of the next, as a proof of consistency would (RFC 9162 §2.1.4).
"""

from dataclasses import dataclass, field

from sqlalchemy import func, select

from caseflow.audit.findings import MOST, Fault, Findings
from caseflow.audit.heads import SignedHead, is_signed
from caseflow.audit.integrate import LOG
from caseflow.audit.rebuild import RebuiltTree, TileLeaves
from caseflow.database.tables.audit_log import Checkpoint, Leaf, TreeHead
from caseflow.database.unit_of_work import Work


@dataclass(slots=True)
class HeadCheck:
    """Compares the growing tree with every head that was signed of it."""

    work: Work
    findings: Findings
    public: bytes  # of the key that signs
    heads: dict[int, SignedHead] = field(default_factory=dict)  # of the entries now read, by size
    agreed: int = 0  # the largest size whose root was right
    differs: bool = False  # one root was wrong, so every later one is

    def load(self, start: int, end: int) -> None:
        """Load the heads of more than `start` and at most `end` entries."""
        within = Checkpoint.size > start, Checkpoint.size <= end
        columns = Checkpoint.size, Checkpoint.root, Checkpoint.note, Checkpoint.at
        wanted = select(*columns).where(*within).order_by(Checkpoint.size)
        found = self.work.session.execute(wanted)
        self.heads = {row.size: SignedHead(*row) for row in found}

    def grow(self, tree: RebuiltTree, leaves: TileLeaves) -> None:
        """Put the leaves of the next tile into the tree, and check each head on the way."""
        hashes, top = leaves
        begin, done, width = tree.size, 0, len(hashes)
        within = [size - begin for size in self.heads if begin < size <= begin + width]
        if top and within in ([], [width]):  # no head was signed in the middle of it
            tree.add_tile(top)
            done = width
        for number in within:
            tree.add(*hashes[done:number])
            self.check(tree)
            done = number
        tree.add(*hashes[done:])

    def check(self, tree: RebuiltTree) -> None:
        """Check the head that was signed of just these entries."""
        head = self.heads[tree.size]
        if not is_signed(self.work.installation, self.public, head):
            detail = f"the checkpoint of {head.size} entries"
            self.findings.add(Fault.CHECKPOINT_FORGED, head.size, detail)
        if head.root == tree.root():
            self.agreed = head.size
        elif not self.differs:
            self.differs = True
            detail = f"the entries from {self.agreed} up to before {head.size}"
            self.findings.add(Fault.ROOT_DIFFERS, self.agreed, detail)


def find_size(work: Work, findings: Findings) -> int:
    """Return the size of the tree; whatever lies behind its end is a fault.

    A size far behind the last entry is cut off where no more faults are named: else whoever wrote
    it would keep the verification busy for good.
    """
    # The ends come first: until the size is read, the tree can only have grown.
    first, last = _ends(work)
    newest = work.session.scalar(select(func.max(Checkpoint.size))) or 0
    said: object = work.session.scalar(select(TreeHead.size).where(TreeHead.name == LOG))
    size = said if isinstance(said, int) else 0  # SQLite keeps whatever it is given
    if first < 0:
        findings.add(Fault.BEYOND_HEAD, first, f"an entry at {first}")
    if last >= size:
        findings.add(Fault.BEYOND_HEAD, size, f"entries up to {last} in a log of {size}")
    if newest > size:
        findings.add(Fault.BEYOND_HEAD, size, f"a checkpoint of {newest} in a log of {size}")
    signed = work.session.scalar(select(Checkpoint.size).where(Checkpoint.size == size))
    if size and signed is None:
        findings.add(Fault.HEAD_UNSIGNED, None, f"no checkpoint of {size} entries")
    return max(0, min(size, _ends(work)[1] + 1 + MOST))


def _ends(work: Work) -> tuple[int, int]:
    """Return the positions of the first and of the last entry, 0 and -1 where there is none."""
    wanted = select(
        func.coalesce(func.min(Leaf.position), 0), func.coalesce(func.max(Leaf.position), -1)
    )
    first, last = work.session.execute(wanted).one()
    return first, last
