"""Calls of the officer about the log: entries, reasons, head, key, tiles, proofs."""

from caseflow.api.log import cosignatures, entries, head, proofs, restored, tiles

CALLS = (
    *entries.CALLS,
    *head.CALLS,
    *cosignatures.CALLS,
    tiles.CALL,
    *proofs.CALLS,
    *restored.CALLS,
)
