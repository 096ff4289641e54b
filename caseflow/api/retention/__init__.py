"""Calls about retention: what is due, what is held, and the runs that delete."""

from caseflow.api.retention import calendar, holds, runs

CALLS = (calendar.CALL, *holds.CALLS, *runs.CALLS)
