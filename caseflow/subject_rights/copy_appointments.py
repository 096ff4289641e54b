"""Spell the appointments of a record for a client's copy."""

from caseflow.records.story import StoryAppointment
from caseflow.subject_rights.copy_terms import Shown, Terms
from caseflow.vocabulary.clock import instant_text


def appointment_copy(found: StoryAppointment, terms: Terms) -> Shown:
    """Return when it was and what became of it; what for and where are staff's words."""
    origin = found.origin
    hidden = str(origin.id) not in terms.release
    return {
        "id": str(origin.id),
        "category": origin.category,
        "recorded_at": instant_text(origin.recorded_at),
        "starts_at": instant_text(found.starts),
        "ends_at": instant_text(found.ends),
        "state": found.state.value,
        "reminder": None if found.reminder is None else found.reminder.value,
        "redacted": hidden,
        "title": None if hidden else found.title,
        "place": None if hidden else found.place,
    }
