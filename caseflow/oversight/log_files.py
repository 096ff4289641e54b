"""Spell entries of the log as files: JSON Lines, CSV, one FHIR bundle."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.audit.look import LogEntry
from caseflow.oversight.audit_events import audit_events
from caseflow.oversight.log_lines import LogLine
from caseflow.vocabulary.fhir import Release, instant

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SINGLE = ("at", "act", "decision", "reason", "staff", "unit", "role", "client", "purpose")
COLUMNS = (
    "index",
    *_SINGLE,
    "clients",
    "drawers",
    "fields",
    "bases",
    "ended",
    "details",
    "request",
)


@dataclass(frozen=True, slots=True)
class LogFile:
    """How a file begins, what each entry gives, what stands between two pieces, how it ends."""

    pieces: Callable[[Sequence[LogEntry], Sequence[LogLine]], Iterable[str]]
    begin: str = ""
    between: str = ""
    end: str = ""


def json_lines() -> LogFile:
    """Return a file with one entry in each line, as its leaf says it, and its place in the log."""

    def pieces(entries: Sequence[LogEntry], _lines: Sequence[LogLine]) -> Iterable[str]:
        for entry in entries:
            told = {"index": entry.position, **entry.content}
            yield json.dumps(told, ensure_ascii=False) + "\n"

    return LogFile(pieces)


def csv_rows() -> LogFile:
    """Return a table with one entry in each row; nothing in it is a formula (RFC 4180)."""

    def pieces(entries: Sequence[LogEntry], _lines: Sequence[LogLine]) -> Iterable[str]:
        for entry in entries:
            yield _row(_cells(entry))

    return LogFile(pieces, begin=_row(COLUMNS))


def fhir_bundle(release: Release, installation: UUID, at: datetime) -> LogFile:
    """Return one bundle of AuditEvents, piece by piece."""
    begin = f'{{"resourceType":"Bundle","type":"collection","timestamp":"{instant(at)}","entry":[\n'

    def pieces(_entries: Sequence[LogEntry], lines: Sequence[LogLine]) -> Iterable[str]:
        for event in audit_events(lines, release, installation):
            named = f"urn:caseflow:AuditEvent:{event['id']}"
            told = {"fullUrl": named, "resource": event}
            yield json.dumps(told, ensure_ascii=False)

    return LogFile(pieces, begin, ",\n", "\n]}\n")


def _cells(entry: LogEntry) -> Iterable[str]:
    said = entry.content
    yield str(entry.position)
    yield from (str(said.get(name, "")) for name in _SINGLE)
    yield " ".join(said.get("clients", ()))
    yield " ".join(f"{each['unit']}:{each['category']}" for each in said.get("drawers", ()))
    yield " ".join(said.get("fields", ()))
    yield _bases(said.get("bases", ()))
    yield _bases(said.get("ended", ()))
    yield " ".join(f"{name}={value}" for name, value in said.get("details", {}).items())
    yield said.get("request", "")


def _bases(said: Iterable[dict[str, Any]]) -> str:
    return " ".join(f"{each['kind']}:{each['id']}:{each['use']}" for each in said)


def _row(cells: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file).writerow(map(_harmless, cells))
    return file.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
