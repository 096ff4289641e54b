"""Calls of the officer about the log: entries, reasons, head, key, tiles, proofs, review."""

from caseflow.api.log import (
    cosignatures,
    entries,
    findings,
    head,
    looks,
    proofs,
    register,
    restored,
    review,
    tiles,
)

CALLS = (
    *entries.CALLS,
    *head.CALLS,
    *cosignatures.CALLS,
    tiles.CALL,
    *proofs.CALLS,
    *restored.CALLS,
    *review.CALLS,
    *looks.CALLS,
    *findings.CALLS,
    *register.CALLS,
)
