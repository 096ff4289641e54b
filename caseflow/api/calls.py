"""The table of all calls."""

from caseflow.api import sessions, vocabulary
from caseflow.api.clients import create, entries

CALLS = (
    *sessions.CALLS,
    *vocabulary.CALLS,
    create.CALL,
    *entries.CALLS,
)
