"""Cut one page out of a list that is at hand as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any

from caseflow.api.pages import MOST, cursor_at


def cut_page(items: Sequence[Any], query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the page that a query asks for, and the cursor of the next one."""
    start = query.get("cursor", 0)
    end = start + query.get("limit", MOST)
    return {"items": items[start:end], "next": cursor_at(end) if end < len(items) else None}
