"""Show what a partner was told: the sheet that is handed out, and what came of it."""

from uuid import UUID

from flask import Response

from caseflow.disclosures import RETELLING, print_disclosure, show_disclosure
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext, mark
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import DisclosureNoteKind
from caseflow.web.clients.refusals import for_reason, refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form
from caseflow.web.moments import day_of, moment
from caseflow.web.shell import page

NOTES = {
    DisclosureNoteKind.ANSWER: mark("What the organisation answered"),
    DisclosureNoteKind.DIFFICULTY: mark("What made it hard"),
    DisclosureNoteKind.CHANGE_TOLD: mark("It was told what has changed"),
    DisclosureNoteKind.CHANGE_NOT_TOLD: mark("Why it was not told what has changed"),
}


@policy(Permission.DISCLOSE)
def show_hand_out(client: UUID, disclosure: UUID) -> Response:
    """Show the sheet for the printer, each time an act of its own; nothing says who told it."""
    answer = print_disclosure(current.work(), current.actor(), disclosure, client)
    if isinstance(answer, Refused):
        overtaken = answer.reason is Reason.TOO_LATE
        return refused_act(answer) if overtaken else refused_sight(answer)
    return page(
        "disclosures/hand_out.html",
        client_id=client,
        made=answer.value,
        words=words(outside=True),
        day_of=day_of,
    )


@policy(Permission.DISCLOSE)
def show_told(client: UUID, disclosure: UUID) -> Response:
    """Show what was told, with what was noted beside it."""
    return told_page(client, disclosure, Form())


@policy(Permission.DISCLOSE)
def send_told(client: UUID, disclosure: UUID) -> Response:
    """Show it in a closed case for a reason, which stands in no address."""
    return for_reason(lambda reason: told_page(client, disclosure, Form({"reason": reason})))


def told_page(client: UUID, disclosure: UUID, form: Form) -> Response:
    """Return the page of one disclosure with what was typed for a note."""
    reason = str(form.typed.get("reason", ""))
    answer = show_disclosure(current.work(), current.actor(), client, disclosure, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    kinds = _kinds(to_be_retold=answer.value.disclosure.is_to_be_retold)
    return page(
        "disclosures/disclosure.html",
        422 if form.problems else 200,
        client_id=client,
        detail=answer.value,
        form=form,
        reason=reason,
        note_kinds=[(kind.value, gettext(NOTES[kind])) for kind in kinds],
        note_names={kind: gettext(name) for kind, name in NOTES.items()},
        words=words(outside=True),
        moment=moment,
    )


def _kinds(*, to_be_retold: bool) -> list[DisclosureNoteKind]:
    """Return what can be noted now; of a change, only while it is to be told."""
    ever = [each for each in NOTES if each not in RETELLING]
    of_change = [each for each in NOTES if each in RETELLING]
    return [*of_change, *ever] if to_be_retold else ever
