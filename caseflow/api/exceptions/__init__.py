"""Calls about what needs no consent, and what no consent allows: exceptions and walls."""

from caseflow.api.exceptions import apart, copies, emergencies, lawful, walls

CALLS = (*emergencies.CALLS, *walls.CALLS, *apart.CALLS, *lawful.CALLS, *copies.CALLS)
