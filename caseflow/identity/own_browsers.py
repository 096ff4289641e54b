"""List the browsers in which one is known, and end those that nobody should be known in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.known_browsers import browser_of, browsers_of, forget_browser
from caseflow.identity.own_membership import refuse
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


@dataclass(frozen=True, slots=True)
class BrowserView:
    """A browser as whoever is known in it sees it."""

    id: UUID
    since: datetime
    last_log_in: datetime
    ends_at: datetime
    this_one: bool


def list_browsers(work: Work, who: Actor | Person, token: str) -> list[BrowserView]:
    """Return the browsers in which she is known, the last used first; `token` is this one's."""
    here = browser_of(work, who.staff, token)
    return [
        BrowserView(
            row.id, row.since, row.seen_at, row.ends_at, here is not None and row.id == here.id
        )
        for row in browsers_of(work, who.staff)
    ]


def end_browser(work: Work, who: Actor | Person, browser: UUID) -> Done[UUID] | Refused:
    """Know her in one of her browsers no more; sessions in it go on."""
    found = [each for each in browsers_of(work, who.staff) if each.id == browser]
    if not found:
        return refuse(work, who, Act.BROWSER_FORGET, Reason.NOT_OPEN)
    forget_browser(work, found[0])
    record(work, Trace(act=Act.BROWSER_FORGET, **by(who), details={"browser": str(browser)}))
    return Done(browser)
