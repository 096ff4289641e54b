"""Put a page into its frame: the header, the navigation, the way out."""

from dataclasses import dataclass

from flask import Response, g, make_response, redirect, render_template, request, url_for
from markupsafe import Markup

from caseflow.http import csrf, current
from caseflow.http.cookies import cookies_here
from caseflow.http.form_marks import ACTING, SHOWN, SPEAK, form_page, form_seen, form_window
from caseflow.http.language import direction, language, mark
from caseflow.http.sentences import role_name, sentence
from caseflow.identity import may
from caseflow.oversight import seen_suspended
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.chapters import help_at


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation, shown to whoever may go there."""

    endpoint: str
    label: str
    permission: Permission


PLACES = (
    Place("web.work_list", mark("Work list"), Permission.MEMBER),
    Place("web.new_client", mark("New client"), Permission.CREATE_CLIENT),
    Place("web.look_up", mark("Client card"), Permission.MEMBER),
    Place("web.handovers", mark("Handovers"), Permission.HAND_OVER),
    Place("web.waiting_disclosures", mark("Told outside"), Permission.DISCLOSE),
    Place("web.partners", mark("Organisations"), Permission.KEEP_PARTNERS),
    Place("web.figures", mark("Figures"), Permission.READ_FIGURES),
    Place("web.log", mark("Access log"), Permission.REVIEW_LOG),
    Place("web.emergencies", mark("Emergencies"), Permission.REVIEW_EMERGENCY),
    Place("web.frozen_copies", mark("Frozen copies"), Permission.KEEP_COPY),
    Place("web.retention", mark("Retention"), Permission.RUN_RETENTION),
    Place("web.erasures", mark("Erasures"), Permission.ERASE),
    Place("web.merges", mark("One person, two records"), Permission.ANSWER_MERGE),
    Place("web.exceptions", mark("Lawful grounds"), Permission.ANSWER_EXCEPTION),
    Place("web.all_apart", mark("Kept apart"), Permission.REVIEW_APART),
    Place("web.staff", mark("Staff"), Permission.ADMIT_STAFF),
    Place("web.accounts", mark("Accounts"), Permission.ADMINISTER),
)


_TYPED = ' id="typed"'
_UNKEPT = " data-unkept"


def page(template: str, status: int = 200, **values: object) -> Response:
    """Return a page in the reader's language; it is rendered whole before anything leaves."""
    who, acting = current.who(), current.membership()
    html = render_template(
        template,
        **values,
        csrf_field=membership_marks(),
        drafts_in=drafts_here if isinstance(who, Actor) else None,
        form_page=form_page(),
        form_seen=form_seen(),
        form_window=form_window(),
        help_address=_help_address(status),
        read_towards=direction(),
        idle_seconds=_idle_seconds(),
        keys_on=who is not None and cookies_here().keys_on(request),
        language=language(),
        memberships=current.memberships(),
        membership=acting,
        places=[each for each in PLACES if who is not None and may(who, each.permission)],
        request_id=current.request_id(),
        role_name=role_name,
        sentence=sentence,
        suspended=who is not None and seen_suspended(current.work()),
        who=who,
    )
    return make_response(_kept_by_no_browser(html), status)


def membership_marks() -> Markup:
    """Return the hidden fields of a form that is made while she acts as she does now."""
    acting = current.membership()
    return marks_of(None if acting is None else str(acting.id))


def drafts_here(page: str) -> bool:
    """Say whether what is typed into the form of a page is kept before it is sent.

    A form that only asks for something, or that takes nothing but a code, says that it is not.
    """
    return _TYPED in page and _UNKEPT not in page


def marks_of(membership: str | None, spoken: str | None = None) -> Markup:
    """Return the hidden fields of a form that is made while she acts in this membership.

    One that only asks to be shown in another language (`spoken`) goes on asking for nothing else.
    """
    marks = {csrf.FIELD: csrf.token(), SHOWN: str(new_id()), ACTING: membership, SPEAK: spoken}
    field = Markup('<input type="hidden" name="{}" value="{}">')
    told = ((name, value) for name, value in marks.items() if value is not None)
    return Markup().join(field.format(name, value) for name, value in told)


def lead_to(address: str) -> Response:
    """Return an answer that leads the browser to another page, which it asks for with GET."""
    return make_response(redirect(address, 303))


def lead_back(address: str) -> Response:
    """Return the same where nothing was done: what was typed is a draft all the same."""
    g.led_back = True
    return lead_to(address)


def led_back() -> bool:
    """Say whether a form of this request has led to another page without having done anything."""
    return g.get("led_back", False) is True


def _kept_by_no_browser(html: str) -> str:
    """Return a page whose forms no browser writes to its disk, to have them back after a crash.

    Danger: what was typed, and which box was ticked, stood in its session file after the log-out.
    """
    return html.replace("<form ", '<form autocomplete="off" ')


def _help_address(status: int) -> str:
    """Return where the handbook helps whoever is shown this page."""
    who, acting = current.who(), current.membership()
    role = "" if acting is None else acting.role.value
    if who is not None and may(who, Permission.ADMINISTER):
        role = "administrator"
    rule = "" if request.url_rule is None else request.url_rule.rule
    chapter, task = help_at(rule, status, role)
    return url_for("web.chapter", chapter=chapter, _anchor=task or None)


def _idle_seconds() -> int:
    """Return after how many seconds without a request her session ends; 0 for nobody."""
    if current.who() is None:
        return 0
    return int(current.work().configuration.limits.session_idle.total_seconds())
