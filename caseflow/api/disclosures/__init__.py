"""Calls about what is told to partners outside: make, list, print, receipt, notes."""

from caseflow.api.disclosures import follow_up, list_disclosures, make, print_again

CALLS = (make.CALL, *list_disclosures.CALLS, print_again.CALL, *follow_up.CALLS)
