"""List the entries of the log, and open the reason that was given with one."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Response, request
from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.fhir import MEDIA_TYPE, asked_release, fhir_response
from caseflow.api.log.moments import Moment, end_instant, first_instant
from caseflow.api.pages import MOST, Paged, cursor_at
from caseflow.api.schemas import Instant, Out, listing
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import Line, one_of
from caseflow.oversight import (
    BasisLine,
    LogLine,
    LogPage,
    LogQuery,
    event_bundle,
    list_entries,
    read_reason,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.permissions import Permission


class AskEntries(Paged):
    """Whatever narrows the log down."""

    client = Line(most=100, required=False)
    staff = fields.UUID()
    unit = fields.String(metadata={"description": "Slug of the unit that acted."})
    act = fields.String(validate=one_of(Act))
    since = Moment(metadata={"description": "From this day or instant."})
    until = Moment(metadata={"description": "To the end of this day, or up to this instant."})


class SeenDrawer(Out):
    """A drawer that was seen or written: whose it is, and of which category."""

    id = fields.UUID(required=True)
    unit = fields.String(required=True)
    category = fields.String(required=True)


class UsedBasis(Out):
    """What justified an access, and which use of it this was."""

    kind = fields.String(required=True)
    id = fields.UUID(required=True)
    use = fields.Integer(required=True)


class AuditEntry(Out):
    """One entry of the log; `client` is whoever was asked for, existing or not."""

    index = fields.Integer(required=True)
    at = Instant(required=True)
    act = fields.String(required=True)
    staff = fields.UUID(required=True, allow_none=True)
    unit = fields.String(required=True, allow_none=True)
    client = fields.UUID(required=True, allow_none=True)
    drawers = fields.List(fields.Nested(SeenDrawer), required=True)
    names = fields.List(fields.String(), required=True, data_key="fields")
    purpose = fields.String(required=True, allow_none=True)
    decision = fields.String(required=True)
    basis = fields.List(fields.Nested(UsedBasis), required=True)
    request_id = fields.String(required=True)


class GivenReason(Out):
    """The reason that was given with an entry; null where it is damaged or was exchanged."""

    reason = fields.String(required=True, allow_none=True)


def list_all(sent: Sent) -> object:
    """List the entries that fit, the newest first, with what was staged until now."""
    release = asked_release()
    if isinstance(release, Response):
        return release
    query = _query(sent.query, Units())
    if isinstance(query, Problem):
        return Invalid((query,))
    answer = list_entries(current.work(), current.actor(), query, sent.query.get("cursor"))
    if not isinstance(answer, Disclosed):
        return answer
    page = _cut(answer.value, sent.query.get("limit", MOST))
    return Given(_page(page)) if release is None else _as_fhir(page, release)


def reason(index: int, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Open a sealed reason; that it was opened is an entry too."""
    return read_reason(current.work(), current.actor(), index)


def _query(asked: Mapping[str, Any], units: Units) -> LogQuery | Problem:
    zone = current.work().configuration.zone
    unit = units.id(asked["unit"], "unit") if "unit" in asked else None
    if isinstance(unit, Problem):
        return unit
    return LogQuery(
        client=asked.get("client") or None,
        staff=asked.get("staff"),
        unit=unit,
        act=Act(asked["act"]) if "act" in asked else None,
        since=first_instant(asked.get("since"), zone),
        until=end_instant(asked.get("until"), zone),
    )


def _cut(page: LogPage, limit: int) -> LogPage:
    lines = page.lines[:limit]
    more = len(page.lines) > limit or page.next is not None
    return LogPage(lines, lines[-1].position if more else None)


def _page(page: LogPage) -> Mapping[str, Any]:
    units = Units()
    return {
        "items": [_shown(line, units) for line in page.lines],
        "next": None if page.next is None else cursor_at(page.next),
    }


def _as_fhir(page: LogPage, release: Release) -> Response:
    """Return the events of a page; a link leads to the next one with whatever was asked for."""
    asked = [each for each in request.args.items(multi=True) if each[0] != "cursor"]
    more = "" if page.next is None else urlencode([*asked, ("cursor", cursor_at(page.next))])
    link = f"{request.base_url}?{more}" if more else ""
    return fhir_response(event_bundle(current.work(), page.lines, release, link), release)


def _shown(line: LogLine, units: Units) -> Mapping[str, Any]:
    return {
        "index": line.position,
        "at": line.at,
        "act": line.act,
        "staff": line.staff,
        "unit": None if line.unit is None else units.slug(line.unit),
        "client": line.client,
        "drawers": [
            {"id": each.id, "unit": units.slug(each.owner), "category": each.category}
            for each in line.drawers
        ],
        "names": line.fields,
        "purpose": line.purpose or None,
        "decision": "permitted" if line.permitted else "refused",
        "basis": _bases(line.bases),
        "request_id": line.request_id,
    }


def _bases(used: Iterable[BasisLine]) -> list[Mapping[str, Any]]:
    """Return what opened something; who she is in her unit stands in the leaf beside it."""
    return [
        {"kind": each.kind, "id": each.id, "use": each.use}
        for each in used
        if each.kind != BasisKind.MEMBERSHIP
    ]


def _reason(text: str | None) -> Mapping[str, Any]:
    return {"reason": text}


CALLS = (
    Call(
        method="GET",
        address="/audit/entries",
        summary="List the entries of the log.",
        permission=Permission.REVIEW_LOG,
        asks=AskEntries,
        gives=listing(AuditEntry, "AuditEntries"),
        also=(MEDIA_TYPE,),
        act=list_all,
        own_unit=(),
    ),
    Call(
        method="GET",
        address="/audit/entries/<int:index>/reason",
        summary="Open the reason that was given with an entry.",
        permission=Permission.REVIEW_LOG,
        gives=GivenReason,
        act=reason,
        show=_reason,
    ),
)
