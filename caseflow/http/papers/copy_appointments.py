"""Write the appointments on a client's copy: when, and what became of each."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from caseflow.http.language import mark
from caseflow.http.papers.copy_words import LEFT_OUT
from caseflow.http.papers.voice import Voice
from caseflow.paper import Heading, Paragraph, Piece
from caseflow.vocabulary.states import AppointmentState

APPOINTMENTS = mark("Appointments")
_LONG = mark("%(count)s minutes")
_STATES: Mapping[str, str] = MappingProxyType(
    {
        AppointmentState.PLANNED: mark("agreed with you"),
        AppointmentState.CAME: mark("you came"),
        AppointmentState.MISSED: mark("you did not come"),
        AppointmentState.CANCELLED: mark("it was cancelled"),
    }
)


def appointment(said: Mapping[str, Any], voice: Voice) -> Iterator[Piece]:
    """Yield one of them; whom she met is not named, as nobody who wrote is."""
    starts, ends = (datetime.fromisoformat(said[each]) for each in ("starts_at", "ends_at"))
    long = voice.say(_LONG, count=voice.count((ends - starts) // timedelta(minutes=1)))
    category, state = voice.category_name(said["category"]), voice.say(_STATES[said["state"]])
    yield Paragraph(" · ".join((voice.moment(starts), long, state, category)), quiet=True)
    if said["redacted"]:
        yield Paragraph(voice.say(LEFT_OUT))
    else:
        yield Heading(said["title"], 3)
        yield Paragraph(said["place"] or "–")
