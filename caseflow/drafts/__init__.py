"""Drafts: what somebody typed into a form and has not sent, kept for herself alone."""

from caseflow.drafts.discard_draft import discard_draft
from caseflow.drafts.draft_at import ONLY, Draft, draft_at
from caseflow.drafts.keep_draft import keep_draft
from caseflow.drafts.windows import Window

__all__ = ["ONLY", "Draft", "Window", "discard_draft", "draft_at", "keep_draft"]
