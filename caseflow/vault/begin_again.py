"""Give up a write that somebody else was faster than, so that it can be tried from the start."""

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring


def begin_again(work: Work) -> None:
    """Roll the unit of work back, and forget the drawer keys that it may have made.

    A key that was turned and rolled back has the version that the other's turn has now: to write
    under it would lose what is written.
    """
    work.abandon()
    ring(work).ciphers.clear()
