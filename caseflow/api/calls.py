"""The table of all calls."""

from caseflow.api import cases, consents, exceptions, handovers, log, sessions, vocabulary
from caseflow.api.clients import (
    copies,
    create,
    entries,
    export,
    facts,
    goals,
    intake,
    look_up,
    overview,
    search,
    story,
)

CALLS = (
    *sessions.CALLS,
    *vocabulary.CALLS,
    create.CALL,
    search.CALL,
    look_up.CALL,
    overview.CALL,
    story.CALL,
    export.CALL,
    intake.CALL,
    facts.CALL,
    copies.CALL,
    *entries.CALLS,
    *goals.CALLS,
    *cases.CALLS,
    *consents.CALLS,
    *handovers.CALLS,
    *exceptions.CALLS,
    *log.CALLS,
)
