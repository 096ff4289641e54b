"""Name urgencies and states of handovers in the reader's language."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from caseflow.http.language import gettext, language, mark
from caseflow.vocabulary.questions.places_and_tongues import language_name
from caseflow.vocabulary.states import HandoverState, Urgency

URGENCIES: Mapping[Urgency, str] = MappingProxyType(
    {
        Urgency.TODAY: mark("today"),
        Urgency.WEEK: mark("this week"),
        Urgency.MONTH: mark("this month"),
    }
)
HANDOVER_STATES: Mapping[HandoverState, str] = MappingProxyType(
    {
        HandoverState.OPEN: mark("waits for an answer"),
        HandoverState.ACCEPTED: mark("accepted"),
        HandoverState.DECLINED: mark("declined"),
        HandoverState.WITHDRAWN: mark("withdrawn"),
        HandoverState.EXPIRED: mark("expired"),
    }
)


def urgency_name(urgency: Urgency) -> str:
    """Return how soon the receiving unit should act."""
    return gettext(URGENCIES[urgency])


def state_name(state: HandoverState) -> str:
    """Return where a handover stands."""
    return gettext(HANDOVER_STATES[state])


def language_names(codes: Iterable[str]) -> str:
    """Return languages by their names, with commas between them."""
    return ", ".join(language_name(code, language()) for code in codes)
