"""Link a child or the mother of a client, open a record for a child, end a link."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import end_link, link_relative, open_child
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.families.family_page import family_page
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to


class LinkByCode(InSchema):
    """What the other one is to her, and her code."""

    kin = Line(most=40)
    code = Line(most=40)


@policy(Permission.WRITE_FACT)
def send_relative(client: UUID) -> Response:
    """Link another client, who must be open to the unit as well."""
    form = read_form(LinkByCode())
    if form.problems:
        return family_page(client, form)
    work, values = current.work(), form.values
    answer = link_relative(work, current.actor(), client, values["kin"], values["code"])
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return family_page(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.family", client=client))


@policy(Permission.CREATE_CLIENT)
def send_child(client: UUID) -> Response:
    """Open a record for a child and go there: it is empty, and knows her mother alone."""
    answer = open_child(current.work(), current.actor(), client)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return family_page(client, Form(problems=problems))
        case _:
            return lead_to(url_for("web.client", client=answer.value.client))


@policy(Permission.WRITE_FACT)
def send_end_of_link(client: UUID, link: UUID) -> Response:
    """End a link that was a mistake."""
    answer = end_link(current.work(), current.actor(), link, client)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.family", client=client))
