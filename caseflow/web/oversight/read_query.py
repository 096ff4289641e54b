"""Read what an officer asks the log for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from marshmallow import fields

from caseflow.http import current
from caseflow.http.schemas import InSchema, Line
from caseflow.oversight import LogQuery
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import end_of_day, start_of_day
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.questions.days import read_day
from caseflow.vocabulary.questions.faults import Fault


class AskLog(InSchema):
    """Whatever narrows the log down; what is empty asks for nothing."""

    client = Line(most=100, required=False)
    staff = Line(most=40, required=False)
    unit = Line(most=40, required=False)
    basis = Line(most=40, required=False)
    act = Line(most=40, required=False)
    since = Line(most=40, required=False)
    until = Line(most=40, required=False)
    refused = fields.Boolean(load_default=False)
    after = Line(most=20, required=False)


def read_query(values: Mapping[str, Any]) -> LogQuery | tuple[Problem, ...]:
    """Return the question, or every problem with it; a choice that is none asks for nobody."""
    problems = [
        Problem(name, "not_a_choice")
        for name in ("staff", "unit", "basis")
        if values.get(name) and read_id(values[name]) is None
    ]
    act = values.get("act", "")
    if act and act not in list(Act):
        problems.append(Problem("act", "not_a_choice"))
    since, until = read_instant(values, "since"), read_instant(values, "until")
    problems += [each for each in (since, until) if isinstance(each, Problem)]
    if problems or isinstance(since, Problem) or isinstance(until, Problem):
        return tuple(problems)
    return LogQuery(
        client=values.get("client") or None,
        staff=read_id(values.get("staff", "")),
        unit=read_id(values.get("unit", "")),
        basis=read_id(values.get("basis", "")),
        act=Act(act) if act else None,
        permitted=False if values.get("refused") else None,
        since=since,
        until=until,
    )


def read_position(values: Mapping[str, Any]) -> int | None:
    """Return the position to go on from; None to begin with the newest entry."""
    typed = values.get("after", "")
    return int(typed) if typed.isascii() and typed.isdecimal() else None


def read_instant(values: Mapping[str, Any], name: str) -> datetime | Problem | None:
    """Return the first instant of a day, or for `until` the first one behind it."""
    typed = values.get(name, "")
    if not typed:
        return None
    day = read_day(typed)
    if isinstance(day, Fault):
        return Problem(name, day.code, dict(day.values))
    zone = current.work().configuration.zone
    return end_of_day(day, zone) if name == "until" else start_of_day(day, zone)
