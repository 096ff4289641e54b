"""The table of all pages: address, name, view, and whether it is sent a form."""

from collections.abc import Callable

from flask import Blueprint, Response

from caseflow.http.doorkeeper import policy_of
from caseflow.vocabulary.permissions import Permission
from caseflow.web.appointments.routes import APPOINTMENT_ROUTES
from caseflow.web.blanks.routes import BLANK_ROUTES
from caseflow.web.change_password import send_change_password, show_change_password
from caseflow.web.choose_language import send_language
from caseflow.web.choose_unit import send_choose_unit, show_choose_unit
from caseflow.web.clients.routes import CLIENT_ROUTES
from caseflow.web.consents.routes import CONSENT_ROUTES
from caseflow.web.curtain import send_curtain, send_lift, show_curtain
from caseflow.web.disclosures.routes import DISCLOSURE_ROUTES
from caseflow.web.documents.routes import DOCUMENT_ROUTES
from caseflow.web.drafts.beside_form import with_draft, without_draft
from caseflow.web.drafts.keep_first import keep_first
from caseflow.web.drafts.routes import DRAFT_ROUTES
from caseflow.web.emergencies.routes import EMERGENCY_ROUTES
from caseflow.web.erasures.routes import ERASURE_ROUTES
from caseflow.web.exceptions.routes import EXCEPTION_ROUTES
from caseflow.web.factors.routes import FACTOR_ROUTES
from caseflow.web.families.routes import FAMILY_ROUTES
from caseflow.web.figures import show_figures
from caseflow.web.handovers.routes import HANDOVER_ROUTES
from caseflow.web.help.routes import HELP_ROUTES
from caseflow.web.join import send_join, show_join
from caseflow.web.keys import send_keys
from caseflow.web.leave import send_leave
from caseflow.web.letters.routes import LETTER_ROUTES
from caseflow.web.log_in import send_log_in, show_log_in
from caseflow.web.log_out import send_log_out, send_stay
from caseflow.web.once import once
from caseflow.web.oversight.routes import OVERSIGHT_ROUTES
from caseflow.web.own_address import send_address, send_remove_address, show_address
from caseflow.web.retention.routes import RETENTION_ROUTES
from caseflow.web.route import PageRoute
from caseflow.web.speak_anew import speak_anew
from caseflow.web.staff.routes import STAFF_ROUTES
from caseflow.web.static_files import font_file, static_file
from caseflow.web.work_list import send_search, show_work_list

ROUTES = (
    PageRoute("/", "work_list", show_work_list),
    PageRoute("/search", "search", send_search, "POST"),
    PageRoute("/log-in", "log_in", show_log_in),
    PageRoute("/log-in", "send_log_in", send_log_in, "POST"),
    PageRoute("/log-out", "log_out", send_log_out, "POST"),
    PageRoute("/leave", "leave", send_leave, "POST"),
    PageRoute("/curtain", "curtain", show_curtain),
    PageRoute("/curtain", "send_curtain", send_curtain, "POST"),
    PageRoute("/curtain/lift", "send_lift", send_lift, "POST"),
    PageRoute("/keys", "keys", send_keys, "POST"),
    PageRoute("/stay", "stay", send_stay, "POST"),
    PageRoute("/password", "password", show_change_password),
    PageRoute("/password", "send_password", send_change_password, "POST"),
    PageRoute("/own-address", "own_address", show_address),
    PageRoute("/own-address", "send_own_address", send_address, "POST"),
    PageRoute("/own-address/removal", "remove_own_address", send_remove_address, "POST"),
    PageRoute("/figures", "figures", show_figures),
    PageRoute("/unit", "choose_unit", show_choose_unit),
    PageRoute("/unit", "send_choose_unit", send_choose_unit, "POST"),
    PageRoute("/invitation/<token>", "join", show_join),
    PageRoute("/invitation/<token>", "send_join", send_join, "POST"),
    PageRoute("/language", "language", send_language, "POST"),
    PageRoute("/static/fonts/<name>", "font", font_file),
    PageRoute("/static/<path:name>", "static", static_file),
    *APPOINTMENT_ROUTES,
    *BLANK_ROUTES,
    *CLIENT_ROUTES,
    *CONSENT_ROUTES,
    *DISCLOSURE_ROUTES,
    *DOCUMENT_ROUTES,
    *DRAFT_ROUTES,
    *EMERGENCY_ROUTES,
    *ERASURE_ROUTES,
    *EXCEPTION_ROUTES,
    *FACTOR_ROUTES,
    *FAMILY_ROUTES,
    *HANDOVER_ROUTES,
    *HELP_ROUTES,
    *LETTER_ROUTES,
    *OVERSIGHT_ROUTES,
    *RETENTION_ROUTES,
    *STAFF_ROUTES,
)

# The consent desk keeps what was said until it is recorded, and asks itself whether to go on.
_KEEPS_ITSELF = frozenset({"new_consent", "send_consent"})
# They bring what was typed into the form of another page.
_HIDES = frozenset({"leave", "send_curtain"})
_OF_EVERYBODY = frozenset({Permission.PUBLIC, Permission.LOGGED_IN})  # about her own log-in


def _sends(route: PageRoute) -> bool:
    """Say whether a form is taken here, which then is no draft any more."""
    others = route in DRAFT_ROUTES or route.name in _HIDES or _keeps_itself(route)
    return route.method == "POST" and not others


def _keeps_itself(route: PageRoute) -> bool:
    return route.name in _KEEPS_ITSELF


def _looked_at(route: PageRoute) -> Callable[..., Response]:
    """Return a page that is looked at, with what was typed into its form and not sent."""
    return route.view if _keeps_itself(route) else with_draft(route.view)


def make_pages() -> Blueprint:
    """Return the blueprint of all pages."""
    pages = Blueprint("web", __name__, template_folder="templates")
    for route in ROUTES:
        acts = route.method == "POST" and policy_of(route.view) not in _OF_EVERYBODY
        view = speak_anew(route.view) if route.method == "POST" else _looked_at(route)
        view = once(view) if acts else view
        view = without_draft(view) if _sends(route) else view
        view = keep_first(view) if route.name in _HIDES else view
        pages.add_url_rule(route.address, route.name, view, methods=[route.method])
    return pages
