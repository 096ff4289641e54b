"""Calls about consents: record, refuse, list, preview, withdraw, receipt."""

from caseflow.api.consents import (
    list_consents,
    preview,
    receipt,
    received,
    record,
    refuse,
    withdraw,
)

CALLS = (
    record.CALL,
    refuse.CALL,
    list_consents.CALL,
    preview.CALL,
    receipt.CALL,
    *withdraw.CALLS,
    *received.CALLS,
)
