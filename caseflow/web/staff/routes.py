"""The addresses about people who work here."""

from caseflow.web.route import PageRoute
from caseflow.web.staff.accounts import (
    send_disable,
    send_release,
    send_reset,
    show_accounts,
    show_disable,
    show_release,
    show_reset,
)
from caseflow.web.staff.admission import send_admission, send_end, show_admission, show_end
from caseflow.web.staff.invite import (
    send_invitation,
    send_new_account,
    show_invitation,
    show_new_account,
)
from caseflow.web.staff.members import show_members

_ACCOUNT = "/accounts/<uuid:staff>"

STAFF_ROUTES = (
    PageRoute("/staff", "staff", show_members),
    PageRoute("/staff/new", "new_staff", show_invitation),
    PageRoute("/staff/new", "send_new_staff", send_invitation, "POST"),
    PageRoute("/staff/<uuid:staff>/admission", "admission", show_admission),
    PageRoute("/staff/<uuid:staff>/admission", "send_admission", send_admission, "POST"),
    PageRoute("/memberships/<uuid:membership>/end", "end_membership", show_end),
    PageRoute("/memberships/<uuid:membership>/end", "send_end_membership", send_end, "POST"),
    PageRoute("/accounts", "accounts", show_accounts),
    PageRoute("/accounts/new", "new_account", show_new_account),
    PageRoute("/accounts/new", "send_new_account", send_new_account, "POST"),
    PageRoute(f"{_ACCOUNT}/disable", "disable_account", show_disable),
    PageRoute(f"{_ACCOUNT}/disable", "send_disable_account", send_disable, "POST"),
    PageRoute(f"{_ACCOUNT}/release", "release_account", show_release),
    PageRoute(f"{_ACCOUNT}/release", "send_release_account", send_release, "POST"),
    PageRoute(f"{_ACCOUNT}/reset", "reset_account", show_reset),
    PageRoute(f"{_ACCOUNT}/reset", "send_reset_account", send_reset, "POST"),
)
