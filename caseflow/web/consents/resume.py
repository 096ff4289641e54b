"""Keep what was said at the desk until it is recorded, for her who typed it and nobody else.

Another of the unit asks anew: what a client has said and not signed is nobody's to read.
"""

from collections.abc import Mapping
from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.drafts import discard_draft, draft_at, keep_draft
from caseflow.drafts.rows import find_rows
from caseflow.http import current
from caseflow.records import knock
from caseflow.vocabulary.acts import Act
from caseflow.web.consents.form_fields import AT, consent_fields
from caseflow.web.consents.questions import place_of, questions
from caseflow.web.forms import Form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page

ALL = "all"  # behind the questions: all of it together
ANEW = "anew"  # the step that discards it
# Said once, and under what was shown with it alone.
_NEVER = frozenset({"signature", "once", "step", "go"})


def keep(form: Form, at: str = "") -> None:
    """Keep what was typed so far, and which question comes now; nothing where only one looks."""
    if request.method != "POST" or form.only_shown:
        return
    typed = {
        name: [said] if isinstance(said, str) else list(said)
        for name, said in form.typed.items()
        if name not in _NEVER and said
    }
    typed |= {AT: [at]} if at else {}
    keep_draft(current.work(), current.actor(), request.path, typed)
    current.work().finish()


def forget() -> None:
    """Discard it: it is recorded now."""
    discard_draft(current.work(), current.actor(), request.path)


def begin_anew(client: UUID, form: Form) -> Response:
    """Discard what was kept and ask from the beginning."""
    forget()
    outside = form.typed.get("outside") or None
    return lead_to(url_for("web.new_consent", client=client, outside=outside))


def kept_before(client: UUID) -> Response | None:
    """Return the page that leads on where it stood; None where nothing is kept.

    It is shown to nobody who could not record it now: without her card, or behind a wall, there is
    nothing.
    """
    work, who = current.work(), current.actor()
    if not find_rows(work, who, request.path):
        return None
    if knock(work, who, Act.CONSENT_RECORD, client) is not None:
        return None
    draft = draft_at(work, who, request.path)
    if draft is None:
        return None
    typed = _typed(draft.typed)
    asked, at = questions(work.configuration, typed), typed.get(AT, "")
    return page(
        "consents/resume.html",
        client_id=client,
        form=Form(typed),
        at=asked[place_of(asked, at)].key if at not in {"", ALL} else at,
        number=place_of(asked, at) + 1,
        of=len(asked),
        kept_at=moment(draft.kept_at),
    )


def _typed(kept: Mapping[str, list[str]]) -> dict[str, str | list[str]]:
    """Return what is kept as a form holds it; a field that there is no more is left out."""
    known = consent_fields(current.work().configuration).fields
    return {
        name: said if isinstance(known[name], fields.List) else said[0]
        for name, said in kept.items()
        if name in known and said
    }
