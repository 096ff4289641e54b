"""Say which entries a witness keeps whole: those that close something.

A restored backup knows nothing of what was closed after it was made; these are done again. What a
restore cannot do again (a merge that was undone) stays on the officer's list.
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
    }
)
_ENDED = frozenset(
    {BasisKind.CONSENT, BasisKind.EMERGENCY, BasisKind.EXCEPTION, BasisKind.MEMBERSHIP}
)


def is_end(content: Mapping[str, Any]) -> bool:
    """Say whether an entry tells that something was closed."""
    if content.get("decision") != "permitted":
        return False
    return content.get("act") in _ENDS or any(
        each.get("kind") in _ENDED for each in content.get("ended", ())
    )
