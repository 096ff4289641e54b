"""Say in a page what went wrong, and give back what was typed."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict

from caseflow.http import current
from caseflow.http.csrf import from_our_own_page
from caseflow.http.faults import STATUS, Fault
from caseflow.http.form_marks import MARKS, form_sent, is_inside, made_in, spoken_to
from caseflow.http.language import mark
from caseflow.identity import MembershipView
from caseflow.vocabulary.ids import read_id
from caseflow.web.forms import Form
from caseflow.web.leave import lead_away
from caseflow.web.log_out import leave_nothing
from caseflow.web.shell import lead_to, marks_of, page

_TITLES: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.NOT_FOUND: mark("There is nothing here"),
        Fault.LOG_IN: mark("You have been logged out"),
        Fault.CURTAIN: mark("The curtain is drawn"),
        Fault.CHOOSE_UNIT: mark("Choose a unit first"),
        Fault.SET_UP_FACTOR: mark("Set up your second factor first"),
        Fault.FRESH_FACTOR: mark("Show that it is you"),
        Fault.IN_PERSON: mark("Log in yourself for this"),
        Fault.FORM_EXPIRED: mark("Please send this once more"),
        Fault.BAD_REQUEST: mark("This could not be read"),
        Fault.INSECURE: mark("This connection is not safe"),
        Fault.TOO_LARGE: mark("This is too large"),
        Fault.OTHER_UNIT: mark("You act for another unit now"),
        Fault.CONFLICT: mark("Someone else was faster"),
        Fault.BROKEN: mark("Something broke"),
        Fault.UNAVAILABLE: mark("Not possible at the moment"),
    }
)
_SENTENCES: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.NOT_FOUND: mark("What you are looking for does not exist, or is not open to you."),
        Fault.LOG_IN: mark("Log in again in another window, then send what you typed from here."),
        Fault.CURTAIN: mark(
            "Give your password in another window, then send what you typed from here."
        ),
        Fault.CHOOSE_UNIT: mark("You act for one unit at a time."),
        Fault.SET_UP_FACTOR: mark("Your role needs a second factor. Nothing has been saved yet."),
        Fault.FRESH_FACTOR: mark(
            "This needs your second factor, shown just now. Nothing has been done yet."
        ),
        Fault.IN_PERSON: mark("No program does this by its token; log in yourself."),
        Fault.FORM_EXPIRED: mark("The form was open for too long. Nothing has been saved yet."),
        Fault.BAD_REQUEST: mark("Your browser sent something that makes no sense here."),
        Fault.INSECURE: mark("Open this service by its address that begins with https."),
        Fault.TOO_LARGE: mark("Send less at once. Nothing has been saved."),
        Fault.OTHER_UNIT: mark("You have changed the unit since. Nothing has been saved yet."),
        Fault.CONFLICT: mark("Nothing of yours has been saved; open it again and look."),
        Fault.BROKEN: mark("Nothing has been saved. Tell your administrator the number below."),
        Fault.UNAVAILABLE: mark("Nothing was shown and nothing saved. Try again in a minute."),
    }
)
_CARD_TITLE = mark("Her client card is needed")
_CARD_SENTENCE = mark(
    "Nothing has been saved yet: there is nothing here, or it opens only with her client card."
)
_HOLDING = frozenset(
    {
        Fault.NOT_FOUND,
        Fault.FORM_EXPIRED,
        Fault.LOG_IN,
        Fault.CURTAIN,
        Fault.CHOOSE_UNIT,
        Fault.SET_UP_FACTOR,
        Fault.FRESH_FACTOR,
        Fault.OTHER_UNIT,
        Fault.CONFLICT,
        Fault.BROKEN,
        Fault.UNAVAILABLE,
    }
)
# A button alone, pressed too late or for nobody, is no text to send again.
_TEXT_ALONE = frozenset({Fault.CONFLICT, Fault.NOT_FOUND})
_TURNED_AWAY = {
    Fault.LOG_IN: "web.log_in",
    Fault.CURTAIN: "web.curtain",
    Fault.CHOOSE_UNIT: "web.choose_unit",
    Fault.SET_UP_FACTOR: "web.factors",
    Fault.FRESH_FACTOR: "web.show_factor",
}


def error_page(fault: Fault, card: Form | None = None, factor: Form | None = None) -> Response:
    """Return the page of a fault; whoever only wants to look is led to what she must do first.

    `card` asks for the code of the client card beside what was typed at a desk; `factor` says what
    is wrong with the second factor that was shown beside it.
    """
    if fault is Fault.FORM_EXPIRED and request.endpoint == "web.leave":
        away = lead_away(STATUS[fault])  # the session is over, or another's; she has to get away
        return leave_nothing(away) if from_our_own_page() else away
    if fault in _TURNED_AWAY and request.method in {"GET", "HEAD"}:
        return lead_to(url_for(_TURNED_AWAY[fault], next=_own_path()))
    held = _held(fault)
    typed = [] if held is None else [each for each in held.values() if _readable(each)]
    if fault in _TEXT_ALONE and not typed and card is None:
        held = None
    return page(
        "error.html",
        STATUS[fault],
        title=_CARD_TITLE if card else _TITLES[fault],
        explanation=_CARD_SENTENCE if card else _SENTENCES[fault],
        held=held,
        typed=typed,
        card=card,
        desk_minutes=_desk_minutes() if card else 0,
        factor=(factor or Form()) if fault is Fault.FRESH_FACTOR else None,
        held_marks=marks_of(made_in(), spoken_to()),
        made_in=_made_in() if fault is Fault.OTHER_UNIT else None,
        logged_out=fault is Fault.LOG_IN,
        behind_curtain=fault is Fault.CURTAIN,
        unit_open=fault is Fault.CHOOSE_UNIT,
        factor_open=fault is Fault.SET_UP_FACTOR,
        numbered=fault in {Fault.BROKEN, Fault.UNAVAILABLE},
    )


def not_found() -> Response:
    """Return the one page for what is refused and for what does not exist."""
    return error_page(Fault.NOT_FOUND)


def local_path(text: str | None) -> str:
    """Return an address inside this house, or the first page in place of any other."""
    return text if text and is_inside(text) else url_for("web.work_list")


def _readable(typed: str) -> bool:
    """Say whether somebody would know again what she typed or chose."""
    return bool(typed) and read_id(typed) is None


def _desk_minutes() -> str:
    return f"{current.work().configuration.limits.desk.total_seconds() / 60:g}"


def _own_path() -> str:
    return request.full_path.rstrip("?")


def _made_in() -> MembershipView | None:
    """Return her membership that the form was made in; None when it is none of hers any more."""
    return next((each for each in current.memberships() if str(each.id) == made_in()), None)


def _held(fault: Fault) -> "MultiDict[str, str] | None":
    """Return what was typed, for a form that can be sent again; None where it must not be.

    Only for what one of our own pages sent: another site could put words into her mouth.
    """
    if fault not in _HOLDING:
        return None
    form = form_sent()
    if not from_our_own_page() or any("password" in name for name in form):
        return None
    pairs = form.items(multi=True)
    return MultiDict([(name, value) for name, value in pairs if name not in MARKS])
