"""Let the officer look at the report on who saw a client, and release it as a paper.

For whom is asked in plain words; whether a guardian is blocked nobody here can look up, and where
the officer does not say no, the answer is the most careful one.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.her_languages import her_languages
from caseflow.http.language import gettext, language
from caseflow.http.papers.access_paper import access_paper, report_table
from caseflow.http.papers.chosen_voice import check_her_language, chosen_voice
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.http.schemas import InSchema, one_of
from caseflow.letters import ways_of_nobody
from caseflow.subject_rights import AccessReport, Audience, Choice, ReportAsk, access_report
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.letters.shown_ways import shown_ways
from caseflow.web.oversight.log_words import basis_name
from caseflow.web.oversight.report_words import BLOCKED, WHOM, audience_of, why_name
from caseflow.web.shell import page

_CAREFUL = {"blocked": "yes"}


class AskReport(InSchema):
    """For whom, in which language, and what of emergencies and exceptions may be told."""

    whom = fields.String(required=True, validate=one_of(WHOM))
    blocked = fields.String(validate=one_of(BLOCKED))
    language = fields.String(validate=check_her_language)
    tell = fields.List(fields.UUID())
    hold = fields.List(fields.UUID())


@policy(Permission.REVIEW_LOG)
def show_report(client: UUID) -> Response:
    """Show what she would be told herself, before it is said for whom the report is."""
    typed = {**_CAREFUL, "language": language()}
    return _preview(client, Form(typed), Audience.CLIENT)


@policy(Permission.REVIEW_LOG)
def send_report(client: UUID) -> Response:
    """Show what would be told to whom was chosen."""
    form = read_form(AskReport())
    audience = Audience.CLIENT if form.problems else _audience(form.values)
    return _preview(client, form, audience)


@policy(Permission.REVIEW_LOG)
@fresh_factor
def send_release(client: UUID) -> Response:
    """Hand the report out as a paper; for whom it is stands in the log."""
    form = read_form(AskReport())
    if form.problems:
        return _preview(client, form, Audience.CLIENT)
    voice = chosen_voice(form.values.get("language"))
    released = {"language": voice.language, "form": "pdf"}
    ask = ReportAsk(audience=_audience(form.values), choice=_choice(form.values), released=released)
    answer = access_report(current.work(), current.actor(), client, ask)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    units = {unit.id: unit.name for unit in current.units()}
    return pdf_answer(access_paper(answer.value, voice, units))


def _preview(client: UUID, form: Form, audience: Audience) -> Response:
    ask = ReportAsk(audience=audience, choice=_choice(form.values))
    answer = access_report(current.work(), current.actor(), client, ask)
    if not isinstance(answer, Disclosed):
        return refused_sight(answer)
    return _page(client, form, answer.value)


def _page(client: UUID, form: Form, report: AccessReport) -> Response:
    units = {unit.id: unit.name for unit in current.units()}
    voice = chosen_voice(form.values.get("language"))
    return page(
        "oversight/access_report.html",
        422 if form.problems else 200,
        form=form,
        client=client,
        ways_to_her=shown_ways(ways_of_nobody().naming()),
        report=report,
        table=report_table(report, voice, units),
        said_in=voice.language,
        words=words(),
        whom=[(key, gettext(said)) for key, said in WHOM.items()],
        blocked=[(key, gettext(said)) for key, said in BLOCKED.items()],
        paper_languages=list(her_languages(voice.configuration).items()),
        said_towards=voice.direction,
        basis_name=basis_name,
        why_name=why_name,
    )


def _audience(values: Mapping[str, Any]) -> Audience:
    return audience_of(values["whom"], values.get("blocked", ""))


def _choice(values: Mapping[str, Any]) -> Choice:
    return Choice(frozenset(values.get("tell", ())), frozenset(values.get("hold", ())))
