"""Say for whom a report is, and why something is left out of it."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import gettext, mark
from caseflow.subject_rights import Audience, Why

WHOM: Mapping[str, str] = MappingProxyType(
    {
        "client": mark("for herself"),
        "guardian": mark("for a guardian of hers"),
    }
)
BLOCKED: Mapping[str, str] = MappingProxyType(
    {
        "yes": mark("Yes, or I am not sure. Then nothing is told."),
        "no": mark("No, I have asked the unit that knows the family."),
    }
)
_WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.RUNS: mark("it has not ended yet"),
        Why.NOT_REVIEWED: mark("it is not reviewed yet"),
        Why.NOT_CHOSEN: mark("you have not said that she may be told"),
        Why.HELD_BACK: mark("you hold it back"),
    }
)


def audience_of(whom: str, blocked: str) -> Audience:
    """Return for whom a report is; the most careful answer where anything is left open."""
    if whom == "client":
        return Audience.CLIENT
    return Audience.GUARDIAN if blocked == "no" else Audience.BLOCKED


def why_name(why: Why) -> str:
    """Return why something is left out."""
    return gettext(_WHY[why])
