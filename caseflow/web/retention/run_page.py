"""Show a retention run, answer it as the second officer, and carry it on."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.schemas import InSchema, Line
from caseflow.subject_rights.retention import answer_run, carry_on_run, knock_at_run, show_run
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.retention.retention_words import record_name, rule_name, run_state_name
from caseflow.web.shell import lead_to, page

AT_ONCE = 50  # of a list in one request; the button goes on
_AGREED = {"yes": True, "no": False}


class RunSaid(InSchema):
    """Whether the second officer agrees."""

    agreed = Line(most=10, required=False)


@policy(Permission.RUN_RETENTION)
def show_one(run: UUID) -> Response:
    """Show it with its list, by random numbers."""
    return _show(run, Form())


@policy(Permission.RUN_RETENTION)
@fresh_factor
def send_answer(run: UUID) -> Response:
    """Record the answer; nothing is deleted by it yet."""
    form = read_form(RunSaid())
    agreed = _AGREED.get(form.values.get("agreed", ""))
    if agreed is None:
        act = Act.RETENTION_ANSWER
        refused = knock_at_run(current.work(), current.actor(), act, run)
        problem = Problem("agreed", "not_yes_no")
        return _show(run, form.but(problem)) if refused is None else refused_act(refused)
    answer = answer_run(current.work(), current.actor(), run, agreed=agreed)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.retention_run", run=run))


@policy(Permission.RUN_RETENTION)
def send_execution(run: UUID) -> Response:
    """Delete the next ones of its list."""
    answer = carry_on_run(current.work(), current.actor(), run, AT_ONCE)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.retention_run", run=run))


def _show(run: UUID, form: Form) -> Response:
    answer = show_run(current.work(), current.actor(), run)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    view = answer.value
    return page(
        "retention/run.html",
        422 if form.problems else 200,
        form=form,
        run=view,
        counts=[(rule_name(rule), unit, count) for (rule, unit), count in view.counts.items()],
        record_name=record_name,
        rule_name=rule_name,
        state_name=run_state_name,
        words=words(),
        moment=moment,
    )
