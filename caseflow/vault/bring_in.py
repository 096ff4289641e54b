"""Move what is staged into the tree before the log is looked at: its newest entries count too."""

from caseflow.audit.integrate import integrate
from caseflow.database.unit_of_work import Work
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.errors import BrokenSeal


def bring_in(work: Work) -> None:
    """Move it as far as the tree is sound; verifying tells the rest."""
    try:
        while integrate(work, log_signer(work)):
            pass
    except BrokenSeal:
        work.abandon()
