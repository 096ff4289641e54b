"""Say which entries a witness keeps whole: those that close something, and those of a restore.

A restored backup knows nothing of what was closed after it was made; these are done again. What a
restore cannot do again (a merge that was undone, a guardian who was blocked) stays on the officer's
list. By the restores that it knows of, a file says of which line of the log it is.
"""

from collections.abc import Mapping
from typing import Any

from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind

_ENDS = frozenset(
    {
        Act.CONSENT_WITHDRAW,
        Act.CONSENT_EXPIRE,
        Act.EMERGENCY_END,
        Act.EXCEPTION_END,
        Act.MEMBER_END,
        Act.USER_DISABLE,
        Act.USER_RESET,
        Act.WALL_RECORD,
        Act.WALL_LIFT,
        Act.APART_RECORD,
        Act.APART_LIFT,
        Act.MERGE_UNDO,
        Act.CLIENT_ERASE,
        Act.EVIDENCE_DELETE,
        Act.GUARDIAN_WRITE,  # whether one was added or blocked, her sealed row alone says
        Act.INSTALLATION_RESTORE,
        Act.RESTORE_CONFIRM,
        Act.PARTNER_END,
    }
)
# Acts that close something where their entry says so.
_SAYING: Mapping[str, tuple[str, str]] = {
    Act.CASE_ASSIGN: ("restricted", "yes"),
    Act.MERGE_ANSWER: ("agreed", "yes"),
    Act.PARTNER_CHANGE: ("shortened", "yes"),
}
_ENDED = frozenset(
    {BasisKind.CONSENT, BasisKind.EMERGENCY, BasisKind.EXCEPTION, BasisKind.MEMBERSHIP}
)


def is_end(content: Mapping[str, Any]) -> bool:
    """Say whether an entry tells that something was closed."""
    if content.get("decision") != "permitted":
        return False
    act = content.get("act")
    key, word = _SAYING.get(str(act), ("", ""))
    closes = act in _ENDS or (word != "" and content.get("details", {}).get(key) == word)
    return closes or any(each.get("kind") in _ENDED for each in content.get("ended", ()))
