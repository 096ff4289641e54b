"""Calls about consents: record, refuse, list, preview, withdraw."""

from caseflow.api.consents import list_consents, preview, record, refuse, withdraw

CALLS = (record.CALL, refuse.CALL, list_consents.CALL, preview.CALL, *withdraw.CALLS)
