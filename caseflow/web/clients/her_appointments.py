"""Choose which appointments of a client stand on her first page, and which in her story."""

from collections.abc import Sequence

from caseflow.http import current
from caseflow.records.appointments import list_appointments
from caseflow.records.story import StoryAppointment
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import AppointmentState
from caseflow.web.clients.client_frame import Frame

_LATEST = 10  # that a story shows of those that have been


def next_appointments(frame: Frame) -> list[StoryAppointment]:
    """Return what lies ahead, for the client's first page; the look is traced for itself."""
    if not frame.may(Permission.READ_STORY):
        return []
    answer = list_appointments(current.work(), current.actor(), frame.id, frame.reason)
    found = () if isinstance(answer, Refused) else answer.value.items
    planned = AppointmentState.PLANNED
    return [each for each in found if each.state is planned and not is_over(each)]


def latest(found: Sequence[StoryAppointment]) -> list[StoryAppointment]:
    """Return what lies ahead, and the last that have been; of both the latest first."""
    over = [each for each in found if is_over(each)]
    return [*(each for each in found if not is_over(each)), *over[:_LATEST]]


def is_over(found: StoryAppointment) -> bool:
    """Say whether it is over."""
    return found.ends <= current.work().clock.now()
