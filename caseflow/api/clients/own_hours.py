"""Say which appointments lie ahead of whoever asks, and give their hours out as a file."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import AboutUnit, Instant, Out, listing
from caseflow.http import current
from caseflow.http.calendar_answer import MEDIA_TYPE, own_hours
from caseflow.records.appointments import OwnHour, hours_ahead, weeks_for_file
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class OutOwnHour(Out):
    """An hour of one's own, with whom, and whether another one takes the same time."""

    id = fields.UUID(required=True)
    client = fields.UUID(required=True)
    code = fields.String(required=True)
    name = fields.String(required=True, allow_none=True)
    starts_at = Instant(required=True)
    ends_at = Instant(required=True)
    state = fields.String(required=True)
    overlaps = fields.Boolean(required=True)
    version = fields.Integer(required=True)


def own(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Say what lies ahead of whoever asks."""
    return hours_ahead(current.work(), current.actor())


def give_own_file(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give the hours of the coming weeks out."""
    answer = weeks_for_file(current.work(), current.actor())
    return answer if isinstance(answer, Refused) else own_hours(answer.value)


def _own_shown(found: tuple[OwnHour, ...]) -> Mapping[str, Any]:
    return {
        "items": [
            {
                "id": each.id,
                "client": each.client,
                "code": each.shown.code,
                "name": each.shown.name or None,
                "starts_at": each.hours.starts,
                "ends_at": each.hours.ends,
                "state": each.hours.state,
                "overlaps": each.overlaps,
                "version": each.version,
            }
            for each in found
            if each.shown is not None
        ],
        "next": None,
    }


CALLS = (
    Call(
        method="GET",
        address="/appointments",
        summary="One's own appointments of today and the next seven days.",
        permission=Permission.READ_STORY,
        asks=AboutUnit,
        gives=listing(OutOwnHour, "OutOwnHours"),
        act=own,
        show=_own_shown,
    ),
    Call(
        method="GET",
        address="/calendar",
        summary="The hours of one's own coming weeks as a calendar file: no name, no place.",
        permission=Permission.READ_STORY,
        asks=AboutUnit,
        media_type=MEDIA_TYPE,
        act=give_own_file,
    ),
)
