"""Show officers what falls due when, what is held, and which runs there are."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.subject_rights.retention import (
    CalendarLine,
    list_holds,
    list_runs,
    prepare_run,
    show_calendar,
)
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form
from caseflow.web.moments import moment
from caseflow.web.retention.retention_words import HOLDS, hold_name, rule_name, run_state_name
from caseflow.web.shell import lead_to, page


@policy(Permission.RUN_RETENTION)
def show_retention() -> Response:
    """Show the calendar with the holds and the runs below it."""
    return retention_page(Form())


@policy(Permission.RUN_RETENTION)
def send_run() -> Response:
    """Prepare a run of what is due."""
    answer = prepare_run(current.work(), current.actor())
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return retention_page(Form(problems=answer.problems))
        case Done():
            return lead_to(url_for("web.retention_run", run=answer.value))


def retention_page(form: Form) -> Response:
    """Return the page; each of its three looks is traced."""
    work, actor = current.work(), current.actor()
    calendar = show_calendar(work, actor)
    if isinstance(calendar, Refused):
        return refused_sight(calendar)
    holds, runs = list_holds(work, actor), list_runs(work, actor)
    return page(
        "retention/calendar.html",
        422 if form.problems else 200,
        form=form,
        due=calendar.value.due,
        lines=[_line(each) for each in calendar.value.lines],
        holds=() if isinstance(holds, Refused) else holds.value,
        runs=() if isinstance(runs, Refused) else runs.value,
        units=[("", "–"), *((unit.slug, unit.name) for unit in current.units())],
        kinds=[(str(key), gettext(name)) for key, name in HOLDS.items()],
        hold_name=hold_name,
        run_state_name=run_state_name,
        words=words(),
        moment=moment,
    )


def _line(line: CalendarLine) -> tuple[str, str, str, int, int]:
    """Return a line of the calendar as people read it."""
    month = chosen_voice(None).month(line.month)
    unit = words().unit(UUID(line.unit)) if line.unit else ""
    return month, rule_name(line.rule), unit, line.count, line.held
