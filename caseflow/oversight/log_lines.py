"""Say an entry of the log as people read it: names in place of ids, bases, what was seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.audit.look import LogEntry
from caseflow.database.unit_of_work import Work
from caseflow.identity.colleagues import names_of
from caseflow.identity.units import list_units


@dataclass(frozen=True, slots=True)
class BasisLine:
    """What justified an access, and which use of it this was."""

    kind: str  # a BasisKind
    id: UUID
    use: int


@dataclass(frozen=True, slots=True)
class DrawerLine:
    """A drawer that was seen or written."""

    unit: str  # its name
    category: str
    id: UUID
    owner: UUID  # the unit whose drawer it is


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry of the log; a name is empty where nobody acted or the name is gone."""

    position: int  # in the log, from 0
    id: UUID
    at: datetime
    act: str  # an Act, or a word of a later version
    permitted: bool
    refused_because: str  # a Reason; empty when permitted
    staff: UUID | None
    staff_name: str
    unit: UUID | None
    unit_name: str
    role: str
    client: UUID | None  # whom it is about
    clients: tuple[UUID, ...]  # whom it shows together
    drawers: tuple[DrawerLine, ...]
    fields: tuple[str, ...]
    purpose: str
    bases: tuple[BasisLine, ...]
    ended: tuple[BasisLine, ...]  # bases that ended by it, each with its last use
    request_id: str
    has_reason: bool  # a sealed one, which opens apart
    details: Mapping[str, str]


def log_lines(work: Work, entries: Iterable[LogEntry]) -> tuple[LogLine, ...]:
    """Return the entries with the names of the staff and units that they tell of."""
    told = list(entries)
    staff = {UUID(each.content["staff"]) for each in told if "staff" in each.content}
    names = {str(id_): name for id_, name in names_of(work, staff).items()}
    names |= {str(unit.id): unit.name for unit in list_units(work)}
    return tuple(_line(each, names) for each in told)


def _line(entry: LogEntry, names: Mapping[str, str]) -> LogLine:
    said = entry.content
    return LogLine(
        position=entry.position,
        id=entry.id,
        at=entry.at,
        act=said["act"],
        permitted=said["decision"] == "permitted",
        refused_because=said.get("reason", ""),
        staff=_id(said, "staff"),
        staff_name=names.get(said.get("staff", ""), ""),
        unit=_id(said, "unit"),
        unit_name=names.get(said.get("unit", ""), ""),
        role=said.get("role", ""),
        client=_id(said, "client"),
        clients=tuple(map(UUID, said.get("clients", ()))),
        drawers=tuple(
            DrawerLine(
                names.get(each["unit"], ""), each["category"], UUID(each["id"]), UUID(each["unit"])
            )
            for each in said.get("drawers", ())
        ),
        fields=tuple(said.get("fields", ())),
        purpose=said.get("purpose", ""),
        bases=_bases(said.get("bases", ())),
        ended=_bases(said.get("ended", ())),
        request_id=said.get("request", ""),
        has_reason="reason_digest" in said,
        details=said.get("details", {}),
    )


def _bases(said: Iterable[Mapping[str, Any]]) -> tuple[BasisLine, ...]:
    return tuple(BasisLine(each["kind"], UUID(each["id"]), each["use"]) for each in said)


def _id(said: Mapping[str, Any], key: str) -> UUID | None:
    return UUID(said[key]) if key in said else None
