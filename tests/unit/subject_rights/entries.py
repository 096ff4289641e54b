"""Entries of the log as tests of reports say them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from caseflow.subject_rights.access_lines import Known
from tests.factories.house import House, StoppedClock

A, B, CASE, CONSENT, EMERGENCY, DISCLOSURE = (UUID(int=number) for number in range(1, 7))
ZONE = ZoneInfo("Europe/Berlin")


def known(*told: UUID) -> Known:
    consents, partners = {CONSENT: date(2026, 2, 1)}, {DISCLOSURE: "Jobcenter Mitte"}
    return Known(ZONE, consents, partners, frozenset(told))


def said(act: str = "story.read", **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of it
    whole: dict[str, Any] = {
        "act": act,
        "at": "2026-03-02T23:30:00.000000Z",
        "unit": str(A),
        "purpose": "case_work",
        "fields": ["entries.text"],
        "drawers": [drawer(A, "health"), drawer(B, "violence")],
        "bases": [basis("membership", A), basis("own_unit", CASE)],
    }
    return {**whole, **changed}


def basis(kind: str, id_: UUID) -> dict[str, Any]:
    return {"kind": kind, "id": str(id_), "use": 1}


def drawer(unit: UUID, category: str) -> dict[str, str]:
    return {"unit": str(unit), "category": category, "id": str(UUID(int=99))}


def later(house: House, by: timedelta) -> None:
    """Let the time of a house go on."""
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(by)
