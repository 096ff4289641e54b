"""Find in the log what was read under a consent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.audit.look import LogFilter, all_entries
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import IDENTITY, leads
from caseflow.vault.gather import drawers_of
from caseflow.vault.kept_copies import KeptCopy
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import local_day


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A drawer's category that a unit read, or that a partner was told, first on that day."""

    at: datetime
    unit: UUID  # that read; or the partner outside that was told
    category: str
    owner: UUID  # the unit whose drawer it was


S = TypeVar("S", Seen, KeptCopy)


def seen_under(work: Work, consents: Iterable[Consent]) -> tuple[Seen, ...]:
    """Return what was read under these consents of one client, each day once, the oldest first."""
    given = {consent.id: consent for consent in consents}
    clients = {consent.client_id for consent in given.values()}
    drawers = {client: {row.id: row for row in drawers_of(work, client)} for client in clients}
    found = {
        each
        for client in clients
        # By whichever id she was asked for while she was one person with another record.
        for content in _contents(work, person_of(work, client).ever)
        for each in _seen(content, given, drawers[client])
    }
    days: dict[tuple[Any, ...], Seen] = {}
    for each in sorted(found):
        day = local_day(each.at, work.configuration.zone)
        days.setdefault((day, each.unit, each.category, each.owner), each)
    return tuple(days.values())


def _contents(work: Work, hers: frozenset[UUID]) -> Iterator[dict[str, Any]]:
    """Yield what the log tells of a client: what is in the tree, and what waits to get there."""
    yield from (entry.content for entry in all_entries(work, LogFilter(clients=hers)))
    for row in intact(work, work.session.scalars(select(StagedEntry))):
        content = read_payload(row.payload)
        about = {content.get("client"), *content.get("clients", ())}
        if not about.isdisjoint(map(str, hers)):
            yield content


def _seen(
    content: dict[str, Any], given: dict[UUID, Consent], drawers: Mapping[UUID, Drawer]
) -> Iterator[Seen]:
    """Yield what one entry tells that these consents opened."""
    used = [given[basis] for basis in _bases(content) if basis in given]
    if content["decision"] != "permitted" or not used:
        return
    at, reader = datetime.fromisoformat(content["at"]), _reader(content, used)
    shown = content["act"] == Act.CLIENT_SHOWN
    for owner, category in _named(drawers, at) if shown else _read(content, drawers):
        if any(leads(consent, owner, reader, category) for consent in used):
            yield Seen(at, reader, category, owner)


def _reader(content: dict[str, Any], used: Iterable[Consent]) -> UUID:
    """Return who learned it: the unit that acts, or the partner that it hands something to."""
    named = (consent.partner_id for consent in used if content["act"] == Act.DISCLOSURE_MAKE)
    return next(filter(None, named), UUID(content["unit"]))


def _named(drawers: Mapping[UUID, Drawer], at: datetime) -> Iterator[tuple[UUID, str]]:
    """Yield the drawers that a name on a list can come from: a card does not say which."""
    for drawer in drawers.values():
        if drawer.category == IDENTITY and drawer.born_at <= at:
            yield drawer.unit_id, drawer.category


def _read(content: dict[str, Any], drawers: Mapping[UUID, Drawer]) -> Iterator[tuple[UUID, str]]:
    """Yield owner and category of the drawers that were read; without fields nothing was seen.

    Of her drawers alone: an entry about several clients names the drawers of the others too.
    """
    for drawer in content.get("drawers", ()) if content.get("fields") else ():
        row = drawers.get(UUID(drawer["id"]))
        if row is not None:
            yield UUID(drawer["unit"]), drawer["category"]
            # Whoever is passed a copy reads what another unit was told.
            if row.copied_from is not None:
                yield row.copied_from, drawer["category"]


def _bases(content: dict[str, Any]) -> list[UUID]:
    return [UUID(basis["id"]) for basis in content.get("bases", ())]


def part_of(seen: Iterable[S], consents: Iterable[Consent], unit: UUID) -> tuple[S, ...]:
    """Return what a unit may see of it: what it gave or got, and all under what it recorded."""
    own = [consent for consent in consents if consent.unit_id == unit]
    return tuple(
        each
        for each in seen
        if unit in {each.unit, each.owner}
        or any(leads(consent, each.owner, each.unit, each.category) for consent in own)
    )
