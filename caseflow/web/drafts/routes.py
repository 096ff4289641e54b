"""The addresses of what is typed and not sent."""

from caseflow.web.drafts.keep import send_discard, send_draft
from caseflow.web.route import PageRoute

DRAFT_ROUTES = (
    PageRoute("/drafts", "keep_draft", send_draft, "POST"),
    PageRoute("/drafts/discard", "discard_draft", send_discard, "POST"),
)
