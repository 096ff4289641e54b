"""Calls of the officer about the log: entries, reasons, head, key, tiles, proofs."""

<<<<<<< ours
from caseflow.api.log import cosignatures, entries, head, proofs, restored, tiles
=======
from caseflow.api.log import entries, findings, head, proofs, restored, review, tiles
>>>>>>> theirs

CALLS = (
    *entries.CALLS,
    *head.CALLS,
<<<<<<< ours
    *cosignatures.CALLS,
    tiles.CALL,
    *proofs.CALLS,
    *restored.CALLS,
=======
    tiles.CALL,
    *proofs.CALLS,
    *restored.CALLS,
    *review.CALLS,
    *findings.CALLS,
>>>>>>> theirs
)
