"""Tell who saw a client and why, for her or her guardian (Art. 15 GDPR; CJEU C-579/21).

Of what was refused only the number is told, and to her alone: nothing was seen, and who asked in
vain is for the officers to look into.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.look import LogEntry, LogFilter, all_entries
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Client
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.partners import Disclosure, PartnerRow
from caseflow.database.unit_of_work import Work
from caseflow.records.look_up_client import BESIDE
from caseflow.subject_rights.access_lines import Held, Known, Sight, sights
from caseflow.subject_rights.report_audiences import Audience, for_audience
from caseflow.subject_rights.untold_bases import Choice, Special, specials
from caseflow.vault.bring_in import bring_in
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.sights import DEEDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsk:
    """For whom a report is made, what she may hear of, and whether it is handed out."""

    audience: Audience
    choice: Choice = field(default_factory=Choice)
    released: Mapping[str, str] | None = field(default=None)  # language and form; None: a preview


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out because of an emergency or an exception; for the officer alone."""

    basis: Special | UUID  # its id alone where its row is not as it was sealed
    times: int


@dataclass(frozen=True, slots=True)
class AccessReport:
    """What is told, and beside it, for the officer alone, what is not."""

    audience: Audience
    made_on: date
    sights: tuple[Sight, ...]
    refused: int | None  # None: not said
    specials: tuple[Special, ...]
    left_out: tuple[LeftOut, ...]


def knock_at_report(
    work: Work, actor: Actor, client: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a report on nobody who is there, or not for this role."""
    given = permit(work, actor, Ask(Act.REPORT_RELEASE, client))
    if isinstance(given, Refused):
        return given
    if not _is_there(work, client):
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def access_report(
    work: Work, actor: Actor, client: UUID, ask: ReportAsk
) -> Disclosed[AccessReport] | Refused:
    """Return the report; a preview is a look at the log, what is handed out an act of its own."""
    bring_in(work)  # who has just seen her is told too
    act = Act.LOG_READ if ask.released is None else Act.REPORT_RELEASE
    given = permit(work, actor, Ask(act, client))
    if isinstance(given, Refused):
        work.finish()
        return given
    if not _is_there(work, client):
        refused = refuse(work, given)
        work.finish()
        return refused
    report = _made(work, client, ask)
    told = {"report": "preview"} if ask.released is None else dict(ask.released)
    trace(work, given, Deeds(details={**told, "for": ask.audience, **_chosen(ask.choice)}))
    work.finish()
    return Disclosed(report)


def _made(work: Work, client: UUID, ask: ReportAsk) -> AccessReport:
    ids = person_of(work, client).ids
    special = specials(work, ids, ask.choice)
    known = Known(
        zone=work.configuration.zone,
        consents=dict(_days(work, ids)),
        partners=dict(_partners(work, ids)),
        told=frozenset(each.id for each in special if each.untold is None),
    )
    found, held = sights(_seen(work, ids), known)
    return AccessReport(
        audience=ask.audience,
        made_on=local_day(work.clock.now(), work.configuration.zone),
        sights=for_audience(found, ask.audience),
        refused=_refused(work, ids) if ask.audience is Audience.CLIENT else None,
        specials=special,
        left_out=_left_out(special, held),
    )


def _chosen(choice: Choice) -> dict[str, str]:
    """Return what the officer chose, as the log names it."""
    named = {"told": choice.tell, "held": choice.hold}
    return {key: ",".join(sorted(map(str, ids))) for key, ids in named.items() if ids}


def _left_out(special: tuple[Special, ...], held: list[Held]) -> tuple[LeftOut, ...]:
    named = {each.id: each for each in special}
    bases = sorted({each.basis for each in held})
    counts = {basis: sum(each.basis == basis for each in held) for basis in bases}
    return tuple(LeftOut(named.get(basis, basis), counts[basis]) for basis in bases)


def _is_there(work: Work, client: UUID) -> bool:
    return bool(intact(work, work.session.scalars(select(Client).where(Client.id == client))))


def _seen(work: Work, ids: tuple[UUID, ...]) -> Iterator[dict[str, Any]]:
    """Yield every entry that tells of her being seen, under whichever of her ids, once."""
    filters = LogFilter(clients=frozenset(ids), acts=frozenset(DEEDS), decision="permitted")
    for each in all_entries(work, filters):
        if not _for_another(each):
            yield each.content


def _for_another(entry: LogEntry) -> bool:
    """Say whether she was looked up for another client's sake: it would tell where that one is."""
    return BESIDE in entry.content.get("details", {})


def _refused(work: Work, ids: tuple[UUID, ...]) -> int:
    return sum(
        each.content.get("reason") == Reason.NOT_OPEN
        for each in all_entries(work, LogFilter(clients=frozenset(ids), decision="refused"))
    )


def _days(work: Work, ids: tuple[UUID, ...]) -> Iterator[tuple[UUID, date]]:
    rows = work.session.scalars(select(Consent).where(Consent.client_id.in_(ids)))
    for row in intact(work, rows):
        yield row.id, local_day(row.recorded_at, work.configuration.zone)


def _partners(work: Work, ids: tuple[UUID, ...]) -> Iterator[tuple[UUID, str]]:
    names = {each.id: each.name for each in intact(work, work.session.scalars(select(PartnerRow)))}
    rows = work.session.scalars(select(Disclosure).where(Disclosure.client_id.in_(ids)))
    for row in intact(work, rows):
        yield row.id, names.get(row.partner_id, "")
