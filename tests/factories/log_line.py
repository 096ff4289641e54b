"""A line of the log, for what is made of lines alone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from caseflow.oversight import LogLine

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def log_line(**changed: Any) -> LogLine:  # noqa: ANN401 - any part of it
    """Return a line about nobody, in which nobody acted, but for what is changed."""
    line = LogLine(
        position=5,
        id=UUID(int=5),
        at=AT,
        act="alarm.seal",
        permitted=True,
        refused_because="",
        staff=None,
        staff_name="",
        unit=None,
        unit_name="",
        role="",
        client=None,
        clients=(),
        drawers=(),
        fields=(),
        purpose="",
        bases=(),
        ended=(),
        request_id="request-1",
        has_reason=False,
        details={},
    )
    return replace(line, **changed)


def look_of(staff: UUID, unit: UUID, **changed: Any) -> LogLine:  # noqa: ANN401 - any part of it
    """Return a line in which a member reads."""
    read = {"act": "story.read", "staff": staff, "unit": unit, "unit_name": "Beratung"}
    return log_line(**{**read, "role": "caseworker", "purpose": "case_work", **changed})
