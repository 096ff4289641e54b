"""Hand out what signs the heads of the log; it is the server's own and opens nothing."""

from caseflow.crypto.signing import Signer
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring


def log_signer(work: Work) -> Signer:
    """Return what signs the heads of this installation's log."""
    return ring(work).server.signer
