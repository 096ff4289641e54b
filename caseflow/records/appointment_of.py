"""Read one appointment of a disclosure; raises BrokenKey where it is not as it was sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.records.story import Origin, StoryAppointment
from caseflow.vault.pieces import Piece
from caseflow.vocabulary.safe_contact import Way
from caseflow.vocabulary.states import AppointmentState


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, and what has become of it: all that a calendar needs."""

    starts: datetime
    ends: datetime
    state: AppointmentState

    @property
    def is_off(self) -> bool:
        """Say whether it was cancelled."""
        return self.state is AppointmentState.CANCELLED


def hours_of(piece: Piece[Appointment]) -> Hours:
    """Return the hours, and open nothing else."""
    starts = datetime.fromisoformat(piece.text("starts"))
    ends = starts + timedelta(minutes=int(piece.text("minutes")))
    return Hours(starts, ends, AppointmentState(piece.text("state")))


def appointment_of(
    piece: Piece[Appointment], origin: Origin, names: Mapping[UUID, str]
) -> StoryAppointment:
    """Return the whole of it; `names` are those of staff."""
    hours, way = hours_of(piece), piece.text("reminder")
    return StoryAppointment(
        origin,
        staff=piece.row.staff_id,
        with_whom=names.get(piece.row.staff_id, ""),
        starts=hours.starts,
        ends=hours.ends,
        title=piece.text("title"),
        place=piece.text("place"),
        reminder=Way(way) if way else None,
        state=hours.state,
    )
