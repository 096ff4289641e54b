"""Calls of the officer about the log: entries, reasons, head, key, tiles, proofs."""

from caseflow.api.log import entries, head, proofs, restored, tiles

CALLS = (*entries.CALLS, *head.CALLS, tiles.CALL, *proofs.CALLS, *restored.CALLS)
