"""Show the first page: her unit's clients, what runs out, and the search among them."""

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.exceptions import list_emergencies, list_waiting
from caseflow.handovers.count_waiting import count_waiting
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import may
from caseflow.records import count_deserted, work_list
from caseflow.records.appointments import OwnHour, hours_ahead
from caseflow.records.search_clients import search_clients
from caseflow.records.work_list import SOON, VERY_SOON
from caseflow.subject_rights.erasure import list_erasures
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.words import words
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page
from caseflow.web.shown_hours import shown_hours

_LONGEST = 6  # digits of the place in the list


class Search(InSchema):
    """What is remembered of a name, or a code."""

    q = Line(required=False)
    closed = fields.Boolean()


@policy(Permission.LOGGED_IN)
def show_work_list() -> Response:
    """Show the work list of her unit; who has several units chooses one first."""
    if current.memberships() and current.membership() is None:
        return lead_to(url_for("web.choose_unit"))
    if not may(current.who(), Permission.MEMBER):
        return page("first_page.html", **_officers())
    named, start = words(), _place(request.args.get("start", ""))
    waiting = count_waiting(current.work(), current.actor())
    deserted = count_deserted(current.work(), current.actor())
    mine, within = bool(request.args.get("mine")), _within(request.args.get("within", ""))
    answer = work_list(current.work(), current.actor(), start, mine=mine, within=within)
    if isinstance(answer, Refused):
        return not_found()
    hours = _hours()
    found = answer.value
    return page(
        "work_list.html",
        work=found,
        mine=mine,
        within=within,
        periods=(SOON, VERY_SOON),
        asked={"mine": "yes" if mine else None, "within": None if within == SOON else within},
        hours=hours,
        shown_hours=shown_hours,
        waiting=waiting,
        deserted=deserted,
        words=named,
        form=Form(),
        start=start,
    )


@policy(Permission.MEMBER)
def send_search() -> Response:
    """Show who fits; what was searched for stands in no address and no history."""
    form = read_form(Search())
    named = words()
    if form.problems:
        return page("clients/search.html", 422, form=form, hits=None, words=named)
    query, closed = form.values.get("q", ""), form.values.get("closed", False)
    answer = search_clients(current.work(), current.actor(), query, closed=closed)
    if isinstance(answer, Refused):
        return not_found()
    return page("clients/search.html", form=form, hits=answer.value, words=named)


def _hours() -> tuple[OwnHour, ...] | None:
    """Return her appointments of these days; none where her role has no appointments."""
    if not may(current.who(), Permission.READ_STORY):
        return None
    answer = hours_ahead(current.work(), current.actor())
    return None if isinstance(answer, Refused) else answer.value


def _officers() -> dict[str, int]:
    """Return how much waits for an officer; nobody else is told."""
    if not may(current.who(), Permission.REVIEW_EMERGENCY):
        return {}
    work, actor = current.work(), current.actor()
    proposals = list_erasures(work, actor, done=False)
    erasures = () if isinstance(proposals, Refused) else proposals.value
    return {
        "reviews": _number(list_emergencies(work, actor)),
        "erasures": sum(each.answerable for each in erasures),
        "exceptions": _number(list_waiting(work, actor)),
    }


def _number(answer: Disclosed[tuple[object, ...]] | Refused) -> int:
    return 0 if isinstance(answer, Refused) else len(answer.value)


def _within(text: str) -> int:
    return VERY_SOON if text == str(VERY_SOON) else SOON


def _place(text: str) -> int:
    plain = text.isascii() and text.isdecimal() and len(text) <= _LONGEST
    return int(text) if plain else 0
