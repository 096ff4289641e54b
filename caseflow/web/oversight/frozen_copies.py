"""Show officers which copies are frozen, and record another basis on which one stays."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from flask import Response, url_for

from caseflow.exceptions import keep_copy, list_frozen_copies, show_frozen_copy
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext, mark
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import KeptFor
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page

GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        KeptFor.LEGAL_CLAIMS: mark("legal claims (Art. 17(3)(e) GDPR)"),
        KeptFor.STATUTORY_DUTY: mark("a duty by law (Art. 17(3)(b) GDPR)"),
        KeptFor.VITAL_INTERESTS: mark("vital interests (Art. 6(1)(d), 9(2)(c) GDPR)"),
    }
)


class OtherBasis(InSchema):
    """What the officer records."""

    ground = Line(most=20, required=False)
    text = Line(most=4000, required=False)


@policy(Permission.KEEP_COPY)
def show_frozen_copies() -> Response:
    """Show all of them, those first that are destroyed first."""
    answer = list_frozen_copies(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "oversight/frozen_copies.html",
        copies=answer.value,
        words=words(),
        ground_name=ground_name,
        moment=moment,
    )


@policy(Permission.KEEP_COPY)
def show_copy(copy: UUID) -> Response:
    """Show one, with the form for another basis."""
    return _show(copy, Form())


@policy(Permission.KEEP_COPY)
def send_basis(copy: UUID) -> Response:
    """Record the basis and come back to the list."""
    form = read_form(OtherBasis())
    if form.problems:
        return _show(copy, form)
    ground, text = form.values.get("ground", ""), form.values.get("text", "")
    answer = keep_copy(current.work(), current.actor(), copy, ground, text)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(copy, form.but(*problems))
        case Done():
            return lead_to(url_for("web.frozen_copies"))


def ground_name(ground: str) -> str:
    """Return on which other basis a copy stays."""
    return gettext(GROUNDS[ground]) if ground in GROUNDS else ground


def _show(copy: UUID, form: Form) -> Response:
    answer = show_frozen_copy(current.work(), current.actor(), copy)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "oversight/frozen_copy.html",
        422 if form.problems else 200,
        form=form,
        each=answer.value,
        words=words(),
        grounds=[(key, gettext(name)) for key, name in GROUNDS.items()],
        ground_name=ground_name,
        moment=moment,
    )
