"""Read `[accessibility]` of config/provider.toml: what the accessibility statement names."""

import re
from datetime import date

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.accessibility import AccessibilityRule

_LINES = ("feedback", "body")
_TEXTS = ("stated_on", "body_address")
# It is written into a page as it stands.
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~/-]*)?")


def read_accessibility(table: Table) -> AccessibilityRule:
    """Return what is named there; nobody needs any of it to begin with."""
    table.only({*_LINES, *_TEXTS})
    texts = {key: table.text(key) for key in _TEXTS if key in table.values}
    address, day = texts.get("body_address", ""), texts.get("stated_on", "")
    if address and not _ADDRESS.fullmatch(address):
        raise table.wrong(
            "`{address}` must be like https://www.example.org/, without ? and #",
            "body_address",
            address=address,
        )
    if day and not _is_day(day):
        raise table.wrong("`{text}` is no day; write for example 2026-12-25", "stated_on", text=day)
    feedback, body = (tuple(filter(None, map(str.strip, table.texts(key)))) for key in _LINES)
    return AccessibilityRule(feedback=feedback, body=body, **texts)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
