"""Gather whom an account has seen since an instant: the facts for a notice (Art. 33, 34 GDPR)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.unit_of_work import Work
from caseflow.vault.bring_in import bring_in
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.sights import SEEING


@dataclass(slots=True)
class SeenClient:
    """One client whom the account has seen, by her random id: what of her, and how often."""

    client: UUID
    first: datetime
    last: datetime
    entries: int = 0
    categories: set[str] = field(default_factory=set)  # opened; none: her code or name in a list
    acts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Breach:
    """What an account has seen in a period."""

    staff: UUID
    since: datetime
    until: datetime
    entries: int
    clients: tuple[SeenClient, ...]

    @property
    def categories(self) -> dict[str, int]:
        """Return by category of how many clients something was opened."""
        counted = Counter(each for client in self.clients for each in client.categories)
        return dict(sorted(counted.items()))


@dataclass(frozen=True, slots=True)
class BreachAsk:
    """Which account, and which period."""

    staff: UUID
    since: datetime
    until: datetime


def breach_facts(work: Work, actor: Actor, ask: BreachAsk) -> Disclosed[Breach] | Refused:
    """Return the facts; that they were gathered is an entry."""
    bring_in(work)
    given = permit_member(work, actor, Act.BREACH_EXPORT)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = _gather(work, ask)
    told = {"staff": str(ask.staff), "clients": str(len(found.clients))}
    told |= {"since": instant_text(ask.since), "until": instant_text(ask.until)}
    trace(work, given, Deeds(details=told))
    work.finish()
    return Disclosed(found)


def _gather(work: Work, ask: BreachAsk) -> Breach:
    filters = LogFilter(
        staff=ask.staff, acts=SEEING, decision="permitted", since=ask.since, until=ask.until
    )
    seen: dict[UUID, SeenClient] = {}
    entries = 0
    for entry in all_entries(work, filters):  # the newest first
        entries += 1
        for client in _about(entry.content):
            one = seen.setdefault(client, SeenClient(client, entry.at, entry.at))
            one.first = entry.at
            one.entries += 1
            one.acts[entry.content["act"]] += 1
            one.categories.update(_categories(entry.content))
    clients = tuple(sorted(seen.values(), key=lambda each: each.client))
    return Breach(ask.staff, ask.since, ask.until, entries, clients)


def _about(content: dict[str, Any]) -> set[UUID]:
    named = [content["client"]] if "client" in content else content.get("clients", ())
    return {UUID(each) for each in named}


def _categories(content: dict[str, Any]) -> Iterable[str]:
    """Return the categories that were opened: an entry without fields showed nothing of them."""
    drawers = content.get("drawers", ()) if "fields" in content else ()
    return (each["category"] for each in drawers)
