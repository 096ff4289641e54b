"""The addresses of help; nobody need be logged in, and nothing in it is about anybody."""

from caseflow.web.help.accessibility_page import show_accessibility
from caseflow.web.help.handbook_page import show_chapter, show_help
from caseflow.web.route import PageRoute

HELP_ROUTES = (
    PageRoute("/help", "help", show_help),
    PageRoute("/help/<chapter>", "chapter", show_chapter),
    PageRoute("/accessibility", "accessibility", show_accessibility),
)
