"""Prepare a retention run, answer one as the second person, and carry it on."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.agreement import Agreed, Agreement, told_back
from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_by
from caseflow.api.schemas import Created, Instant, Out, created
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.subject_rights.retention import (
    Listed,
    Progress,
    RunView,
    answer_run,
    carry_on_run,
    knock_at_run,
    list_runs,
    prepare_run,
    show_run,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission

AT_ONCE = 50  # of a list in one request; the next one goes on


class ListedRecord(Out):
    """One record that a run deletes."""

    kind = fields.String(required=True)
    rule = fields.String(required=True)
    unit = fields.String(required=True, allow_none=True)
    client = fields.UUID(required=True)
    row = fields.UUID(required=True, allow_none=True)


class Run(Out):
    """A run and how far it has come."""

    id = fields.UUID(required=True)
    state = fields.String(required=True)
    items = fields.Integer(required=True)
    prepared_by = fields.UUID(required=True)
    prepared_at = Instant(required=True)
    answered_by = fields.UUID(required=True, allow_none=True)
    answered_at = Instant(required=True, allow_none=True)
    done = fields.Integer(required=True)
    left_out = fields.Integer(required=True)
    finished_at = Instant(required=True, allow_none=True)
    answerable = fields.Boolean(required=True)


class WholeRun(Run):
    """A run with its list."""

    records = fields.List(fields.Nested(ListedRecord), required=True)


class Runs(Out):
    """All runs."""

    items = fields.List(fields.Nested(Run), required=True)


class RunProgress(Out):
    """How far a run has come."""

    items = fields.Integer(required=True)
    done = fields.Integer(required=True)
    left_out = fields.Integer(required=True)
    finished = fields.Boolean(required=True)


def show_all(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """List the runs."""
    return list_runs(current.work(), current.actor())


def prepare(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """List what is due, for a second officer to agree to."""
    return prepare_run(current.work(), current.actor())


def show_one(run: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Show one with its list."""
    return show_run(current.work(), current.actor(), run)


def answer(run: UUID, sent: Sent) -> object:
    """Agree to it, or refuse."""
    agreed = sent.body["agreed"]
    said = answer_run(current.work(), current.actor(), run, agreed=agreed)
    return told_back(run, said, agreed=agreed)


def carry_on(run: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Delete the next ones of its list."""
    return carry_on_run(current.work(), current.actor(), run, AT_ONCE)


def _all_shown(found: Sequence[RunView]) -> Mapping[str, Any]:
    return {"items": [_shown(each) for each in found]}


def _whole(view: RunView) -> Mapping[str, Any]:
    units = Units()
    return {**_shown(view), "records": [_record(each, units) for each in view.items]}


def _shown(view: RunView) -> dict[str, Any]:
    said = {name: getattr(view, name) for name in RunView.__slots__}
    return {**said, "state": view.state.value, "items": len(view.items)}


def _record(item: Listed, units: Units) -> Mapping[str, Any]:
    return {
        "kind": item.kind.value,
        "rule": item.rule,
        "unit": None if item.unit is None else units.slug(item.unit),
        "client": item.client,
        "row": item.row,
    }


def _progress(found: Progress) -> Mapping[str, Any]:
    return {
        "items": found.items,
        "done": found.done,
        "left_out": found.left_out,
        "finished": found.finished,
    }


CALLS = (
    Call(
        method="GET",
        address="/retention/runs",
        summary="The retention runs, the newest first.",
        permission=Permission.RUN_RETENTION,
        gives=Runs,
        act=show_all,
        show=_all_shown,
    ),
    Call(
        method="POST",
        address="/retention/runs",
        summary="Prepare a run: the exact list of what is due.",
        permission=Permission.RUN_RETENTION,
        gives=Created,
        status=201,
        act=prepare,
        show=created,
    ),
    Call(
        method="GET",
        address="/retention/runs/<uuid:run>",
        summary="A run with its list, by random ids.",
        permission=Permission.RUN_RETENTION,
        gives=WholeRun,
        act=show_one,
        show=_whole,
        knock=knock_by(knock_at_run, Act.RETENTION_READ),
    ),
    Call(
        method="POST",
        address="/retention/runs/<uuid:run>/agreement",
        summary="Agree to a run as the second person, or refuse it.",
        permission=Permission.RUN_RETENTION,
        takes=Agreement,
        gives=Agreed,
        fresh_factor=True,
        act=answer,
        knock=knock_by(knock_at_run, Act.RETENTION_ANSWER),
    ),
    Call(
        method="POST",
        address="/retention/runs/<uuid:run>/execution",
        summary="Carry on a run that was agreed to, some records at once.",
        permission=Permission.RUN_RETENTION,
        gives=RunProgress,
        act=carry_on,
        show=_progress,
        knock=knock_by(knock_at_run, Act.RETENTION_RUN),
    ),
)
