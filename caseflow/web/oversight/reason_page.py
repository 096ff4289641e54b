"""Open the reason that somebody gave; that it was opened is an entry too."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext, mark
from caseflow.oversight import read_reason
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.exceptions.exception_words import TEXTS
from caseflow.web.shell import page

# The parts of a reason that is not a single text: why an emergency was declared. Another lawful
# ground has those of its kind.
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "danger": mark("Which danger?"),
        "threatened": mark("Who is threatened?"),
        "why_no_other_way": mark("Why is there no other way?"),
    }
)


@policy(Permission.REVIEW_LOG)
def show_reason(position: int) -> Response:
    """Show the reason of an entry, or that it is damaged."""
    answer = read_reason(current.work(), current.actor(), position)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page("oversight/reason.html", position=position, parts=parts_of(answer.value))


def parts_of(reason: str | None) -> list[tuple[str, str]] | None:
    """Return a reason as texts with the question that each answers, empty where it was free."""
    if reason is None:
        return None
    try:
        found = json.loads(reason)
    except ValueError:
        return [("", reason)]
    asked = _asked(found)
    return [(gettext(asked[key]), str(found[key])) for key in asked] or [("", reason)]


def _asked(found: object) -> dict[str, str]:
    """Return the questions that a reason answers; none where it was free."""
    if not isinstance(found, dict):
        return {}
    of_ground = {key: question for key, question in TEXTS.items() if key in found}
    whole = found.keys() == of_ground.keys() and len(of_ground) > 1
    return of_ground if whole else dict(_PARTS) if found.keys() == _PARTS.keys() else {}
