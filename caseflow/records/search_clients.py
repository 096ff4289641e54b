"""Find clients by what is remembered of a name, by code, telephone number or e-mail address."""

from dataclasses import dataclass

from caseflow.database.unit_of_work import Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.search import SHOWN_AT_MOST, Found, search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Hits:
    """The clients that fit, the best first, and whether there are more."""

    clients: tuple[Found, ...]
    more: bool
    by_index: bool = False  # the unit has too many clients for one word of a name


def search_clients(
    work: Work,
    actor: Actor,
    query: str,
    *,
    closed: bool = False,
    start: int = 0,
    most: int = SHOWN_AT_MOST,
) -> Disclosed[Hits] | Refused:
    """Return the unit's clients that fit, from the one at `start`; closed cases on demand."""
    answer = search(work, actor, query, closed=closed, start=start, most=most)
    if isinstance(answer, Refused):
        return answer
    raise_alarms(work, actor, ())
    page = answer.value
    return Disclosed(Hits(page.items, page.more, page.by_index))
