"""Trace an act that did very much on several sheets: a leaf of the log is at most 65,535 bytes."""

import dataclasses

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds, Permit, listed, trace

SHEET = 100  # rows, ends, key events and clients on one sheet


def trace_in_sheets(work: Work, given: Permit, deeds: Deeds) -> None:
    """Stage the entry of a permitted act, and one more for each further sheet, naming the first.

    A withdrawal must not fail because there was much to withdraw.
    """
    first = dataclasses.replace(
        deeds,
        rows=deeds.rows[:SHEET],
        ended=deeds.ended[:SHEET],
        keys=deeds.keys[:SHEET],
        clients=deeds.clients[:SHEET],
    )
    for row in deeds.rows[SHEET:]:
        work.touched.forget(row.table, row.id)  # each is on a sheet of its own
    trace(work, given, first)
    longest = max(map(len, (deeds.rows, deeds.ended, deeds.keys, deeds.clients)))
    for start in range(SHEET, longest, SHEET):
        here = slice(start, start + SHEET)
        sheet = Trace(
            act=given.ask.act,
            client=given.ask.client,
            clients=deeds.clients[here],
            rows=deeds.rows[here],
            ended=deeds.ended[here],
            keys=listed(deeds.keys[here]),
            details={"entry": str(given.entry)},
            **by(given.actor),
        )
        record(work, sheet)
