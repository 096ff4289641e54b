"""Calls about what needs no consent, and what no consent allows: emergencies and walls."""

from caseflow.api.exceptions import emergencies, walls

CALLS = (*emergencies.CALLS, *walls.CALLS)
