"""Use the bases of a decision, each by a conditional update, before the trace is staged.

Measured for this project: no isolation level closes the race with a withdrawal; updating the
row that was seen does, and the trace must come after it.
"""

from caseflow.database.sealed_rows import use
from caseflow.database.unit_of_work import Work
from caseflow.vault.gather import Gathered
from caseflow.vocabulary.bases import Basis, UsedBasis


def use_all(
    work: Work, gathered: Gathered, bases: tuple[Basis, ...]
) -> tuple[UsedBasis, ...] | None:
    """Count one use of every basis, in ascending id; None when one is no longer as it was seen.

    After None the unit of work must be abandoned, else a use would stay without its trace.
    """
    used = []
    for basis in sorted(bases, key=lambda each: each.id):
        number = use(work, gathered.basis_row(basis.id))
        if number is None:
            return None
        used.append(UsedBasis(basis.kind, basis.id, number))
    return tuple(used)
