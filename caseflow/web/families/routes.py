"""The addresses of guardians and relatives."""

from caseflow.web.families.block_guardian import send_block, send_unblock
from caseflow.web.families.family_page import send_family, show_family
from caseflow.web.families.guardian_form import (
    send_guardian,
    send_new_guardian,
    show_guardian,
    show_new_guardian,
)
from caseflow.web.families.link_relatives import send_child, send_end_of_link, send_relative
from caseflow.web.route import PageRoute

_ONE = "/clients/<uuid:client>"
_GUARDIAN = f"{_ONE}/guardians/<uuid:guardian>"

FAMILY_ROUTES = (
    PageRoute(f"{_ONE}/family", "family", show_family),
    PageRoute(f"{_ONE}/family", "send_family", send_family, "POST"),
    PageRoute(f"{_ONE}/guardians/new", "new_guardian", show_new_guardian),
    PageRoute(f"{_ONE}/guardians/new", "send_new_guardian", send_new_guardian, "POST"),
    PageRoute(_GUARDIAN, "guardian", show_guardian),
    PageRoute(_GUARDIAN, "send_guardian", send_guardian, "POST"),
    PageRoute(f"{_GUARDIAN}/block", "send_block", send_block, "POST"),
    PageRoute(f"{_GUARDIAN}/unblock", "send_unblock", send_unblock, "POST"),
    PageRoute(f"{_ONE}/relatives", "send_relative", send_relative, "POST"),
    PageRoute(f"{_ONE}/children", "send_child", send_child, "POST"),
    PageRoute(f"{_ONE}/relatives/<uuid:link>/end", "send_end_of_link", send_end_of_link, "POST"),
)
